import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { gridOf } from '@/server/domain/coverage/coverage.queries'
import { coverageQuestion, model, untagged } from '@/server/domain/coverage/coverage.schema'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { listGaps } from '@/server/domain/gaps/gap.queries'
import { gapListInput } from '@/server/domain/gaps/gap-list.schema'
import { answersTo, rulesBehind } from '@/server/domain/journeys/journey-map.rules'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'
import { modelPreset } from '@/server/presets/models'

const gapsRead = 500

/** The map of the journey: the same numbers as the heatmap's published ones and the list of open gaps, phase by phase. */
export async function getJourneyMap(context: Context): Promise<JourneyMap> {
  authorize(context.actor, 'item.read')
  const held = await loadFacts(context, context.actor.workspaceId)
  const [grid, open] = await Promise.all([
    gridOf(context, held, coverageQuestion.parse({ by: 'channel' })),
    listGaps(context, gapListInput.parse({ state: 'open', limit: gapsRead })),
  ])
  const { vocabulary, workspace, facts } = held
  const moment = momentOf(context.now().getTime(), workspace.timeZone)
  const questions = vocabulary.question.filter(({ archivedAt }) => archivedAt === null)
  const asked = new Map(
    answersTo(
      questions.map(({ key }) => key),
      facts,
      moment,
    ).map((answer) => [answer.key, answer]),
  )
  const questionsOf = (phase: string | null) =>
    questions.filter(({ details }) => details.phase === phase).flatMap(({ key }) => asked.get(key) ?? [])
  return {
    phases: vocabulary.phase.map(({ key }) => {
      const row = grid.rows.find((one) => one.key === key)
      const channels = grid.cells
        .filter((cell) => cell.row === key && cell.column !== untagged && cell.fresh + cell.stale > 0)
        .map(({ column, fresh, stale }) => ({ key: column, fresh, stale }))
        .sort((a, b) => b.fresh - a.fresh || b.stale - a.stale)
      return {
        key,
        group: row?.group ?? null,
        live: row?.distinct ?? 0,
        fresh: row?.fresh ?? 0,
        score: row?.score ?? null,
        channels,
        questions: questionsOf(key),
        gaps: {
          open: open.counts.phase[key] ?? 0,
          rules: rulesBehind(open.rows.filter(({ phases }) => phases.includes(key))).slice(0, 5),
        },
      }
    }),
    isLoop: modelPreset(model.parse(workspace.model)).loop,
    readiness: grid.readiness?.percent ?? null,
    weakest: grid.weakest?.phase ?? null,
    unplaced: questionsOf(null),
  }
}
