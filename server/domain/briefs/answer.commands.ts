import { authorize } from '@/server/domain/access/authorize'
import { getBrief } from '@/server/domain/briefs/brief.queries'
import type { BriefSaved } from '@/server/domain/briefs/brief.schema'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { findingId } from '@/server/domain/gaps/gaps.rules'
import { loadPlanner } from '@/server/domain/gaps/planner.commands'
import { termByKey } from '@/server/domain/vocabulary/vocabulary.rules'
import { ruleDefinition } from '@/server/presets/rules'

/**
 * The planned answer to a question with its brief, filled in as its gap would fill it in, whether or not there is such a gap (any
 * more). The evidence leads to the gap that names the question, if one does.
 */
export async function briefAnswer(context: Context, question: string): Promise<BriefSaved> {
  const { actor, db, now } = context
  authorize(actor, 'item.create')
  const planner = await loadPlanner(context)
  const term = termByKey(planner.vocabulary, 'question', question)
  if (!term || term.archivedAt !== null) throw new Problem('invalid', 'briefs.problem.noSuchQuestion')
  const { phase, topic } = term.details
  const scope = { ...(phase === null ? {} : { phase }), question }
  const gaps = [...(await loadGaps(context)).byId.values()]
  const naming = gaps.find(({ state, evidence }) => state !== 'resolved' && evidence.questions?.includes(question))
  const gap: Gap = {
    id: naming?.id ?? findingId('question_unanswered', scope),
    rule: 'question_unanswered',
    severity: ruleDefinition('question_unanswered').severity,
    phase,
    scope,
    evidence: { counts: { items: 0, live: 0 }, items: [], questions: [question], ...(topic === null ? {} : { topics: [topic] }) },
    under: null,
    state: 'open',
    ownerId: null,
    waiver: null,
    plannedItem: null,
    firstSeenAt: now(),
    lastSeenAt: now(),
    resolvedAt: null,
    revision: 0,
  }
  const creates = planner.itemsOf(gap).map((create) => ({
    ...create,
    // A question of no phase is not made one of the phases that gaps of the whole journey are closed in.
    tags: phase === null ? { ...create.tags, phase: [] } : create.tags,
  }))
  if (creates.length === 0) throw new Problem('invalid', 'briefs.problem.noTypes')
  const stamp = stampOf(context)
  const [made] = await db.write(actor.workspaceId, async (tx) => planner.make(tx, stamp, gap, creates))
  const brief = made && (await getBrief(context, made.id))
  if (!brief) throw new Error('the brief was not inserted')
  return { brief, changeSet: stamp.changeSet }
}
