import type { Context } from '@/server/domain/context'
import { gridOf } from '@/server/domain/coverage/coverage.queries'
import { countCoverage, gridTally } from '@/server/domain/coverage/coverage.rules'
import type { CoverageDimension, CoverageGrid, Mode } from '@/server/domain/coverage/coverage.schema'
import { columnsOf, journeyOf, pictureMoment, targetOfDimension } from '@/server/domain/coverage/coverage-world.queries'
import { scoreJourney, scoreTally } from '@/server/domain/coverage/score.rules'
import { talliedNow } from '@/server/domain/coverage/tally.queries'
import { carriedTally, type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'

/**
 * The heatmap as it is now, and as it would be without some items. Those are taken out of counts that are there already, so
 * it costs what they are, not what there is.
 */
export async function coverageWithout(
  context: Context,
  held: WorkspaceFacts,
  { by, mode }: { by: CoverageDimension; mode: Mode },
  removed: readonly Fact[],
): Promise<{ whole: CoverageGrid; without: CoverageGrid }> {
  const asked = { by, mode, asOf: null, lens: null }
  const whole = await gridOf(context, held, { ...asked, filter: '' })
  const at = await pictureMoment(context, held, null)
  const { moment, picked } = at
  const gone = new Set(removed)
  const counts = (question: TallyQuestion): Tally =>
    carriedTally(talliedNow(context, held, at, question), { old: removed, fresh: [] }, question) ??
    tally(
      held.facts.filter((fact) => !gone.has(fact)),
      question,
    )
  const phases = journeyOf(held, context.locale)
  const { columns, nameOf } = await columnsOf(context, held, asked, held.facts, context.locale)
  const channels = await columnsOf(context, held, { by: 'channel' }, held.facts, context.locale)
  const score = { mode, moment, picked, phases, channels: channels.columns.map(({ key }) => key) }
  const scores = scoreJourney([], {
    ...score,
    targetOf: await targetOfDimension(context, held, 'channel'),
    counts: counts(scoreTally(score)),
  })
  const counted = { by, mode, moment, picked, phases, columns, lens: null }
  const without = countCoverage([], {
    ...counted,
    targetOf: await targetOfDimension(context, held, by),
    scores,
    nameOf,
    counts: counts(gridTally(counted)),
  })
  return { whole, without }
}
