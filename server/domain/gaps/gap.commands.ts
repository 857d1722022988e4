import type { Stamp, Writer } from '@/db/database'
import { listSubjectChanges } from '@/db/stores/changes'
import { decideFinding, type FindingDecision, type FindingRecord, findFinding, insertFindings } from '@/db/stores/findings'
import { findItem } from '@/db/stores/items'
import { findMember } from '@/db/stores/members'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { isProblem, Problem } from '@/server/domain/errors'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import type { GapLink, GapPlan, GapRef, GapsChanged, GapWaive } from '@/server/domain/gaps/gap-list.schema'
import { rowForStore } from '@/server/domain/gaps/gap-refresh.rules'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { canPlan } from '@/server/domain/gaps/plan.rules'
import { loadPlanner } from '@/server/domain/gaps/planner.commands'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'

interface Decided {
  readonly decision: Partial<FindingDecision>
  /** What was made for it; the first is the one that is linked. */
  readonly items?: readonly { readonly id: string; readonly title: string; readonly plannedFor: string | null }[]
}
type Decide = (tx: Writer, gap: Gap, stamp: Stamp) => Promise<Decided> | Decided

/** Who cares about it; null: nobody any more. */
export async function assignGaps(
  context: Context,
  { gaps, ownerId }: { gaps: GapRef[]; ownerId: string | null },
): Promise<GapsChanged> {
  authorize(context.actor, 'gap.assign')
  if (ownerId !== null && !(await findMember(context.db.read, context.actor.workspaceId, ownerId))) {
    throw new Problem('invalid', 'gaps.problem.noSuchMember')
  }
  return decideAll(context, gaps, 'assign', () => ({ decision: { ownerId } }))
}

/** It is known and accepted, until the end of a day or for good; it comes back by itself. */
export async function waiveGaps(context: Context, { gaps, reason, until }: GapWaive): Promise<GapsChanged> {
  const { actor, now } = context
  authorize(actor, 'gap.waive')
  const { held } = await loadGaps(context)
  const { today } = momentOf(now().getTime(), held.workspace.timeZone)
  if (until !== null && until < today) throw new Problem('invalid', 'gaps.problem.dayIsOver')
  const by = actor.kind === 'member' ? actor.userId : null
  return decideAll(context, gaps, 'waive', () => ({ decision: { waiver: { reason, until, by } } }))
}

export async function unwaiveGaps(context: Context, { gaps }: { gaps: GapRef[] }): Promise<GapsChanged> {
  authorize(context.actor, 'gap.waive')
  return decideAll(context, gaps, 'unwaive', () => ({ decision: { waiver: null } }))
}

/** Makes for each gap what would close it, filled in and planned, with its brief, and links it. One undo takes all of it back. */
export async function planGaps(context: Context, { gaps, channel }: GapPlan): Promise<GapsChanged> {
  authorize(context.actor, 'gap.plan')
  authorize(context.actor, 'item.create')
  const planner = await loadPlanner(context)
  return decideAll(context, gaps, 'plan', async (tx, gap, stamp) => {
    if (gap.state === 'planned') throw new Problem('invalid', 'gaps.problem.alreadyPlanned')
    if (!canPlan(gap)) throw new Problem('invalid', 'gaps.problem.nothingToPlan')
    const creates = planner.itemsOf(gap, channel)
    if (creates.length === 0) {
      const isOnTheWay = gap.rule === 'faq_too_general'
      throw new Problem('invalid', isOnTheWay ? 'gaps.problem.alreadyPlanned' : 'gaps.problem.nothingToPlan')
    }
    const items = await planner.make(tx, stamp, gap, creates)
    return { decision: { plannedItem: items[0]?.id ?? null, waiver: null }, items }
  })
}

/** An item that is there already will close it; null: none any more. */
export async function linkGap(context: Context, { itemId, ...ref }: GapLink): Promise<GapsChanged> {
  authorize(context.actor, 'gap.plan')
  return decideAll(context, [ref], itemId === null ? 'unlink' : 'link', async (tx) => {
    const item = itemId === null ? undefined : await findItem(tx, context.actor.workspaceId, itemId)
    if (itemId !== null && (!item || item.deletedAt !== null)) throw new Problem('not_found', 'content.problem.noSuchItem')
    return { decision: { plannedItem: itemId, ...(itemId === null ? {} : { waiver: null }) } }
  })
}

/**
 * Each gap by itself: what somebody else decided meanwhile is left and named. When not one could be decided, the first
 * reason is thrown.
 */
async function decideAll(context: Context, refs: readonly GapRef[], operation: string, decide: Decide): Promise<GapsChanged> {
  const { actor, db } = context
  const { workspaceId } = actor
  const { byId, held, moment } = await loadGaps(context)
  const stamp = stampOf(context)
  return db.write(workspaceId, async (tx) => {
    const changed: GapsChanged = { changeSet: stamp.changeSet, done: [], failed: [], items: [] }
    let first: Problem | undefined
    for (const ref of refs) {
      try {
        const gap = byId.get(ref.id)
        if (!gap || gap.state === 'resolved')
          throw new Problem('not_found', gap ? 'gaps.problem.resolved' : 'gaps.problem.noSuchGap')
        const current = await decidable(tx, stamp, gap, ref.revision)
        const { decision, items = [] } = await decide(tx, gap, stamp)
        const next = { ...gap, ...decision }
        const planned = next.plannedItem === null ? undefined : (items[0] ?? held.byId.get(next.plannedItem))
        const isWaived = next.waiver !== null && (next.waiver.until === null || next.waiver.until >= moment.today)
        const state = isWaived ? 'waived' : planned ? 'planned' : 'open'
        const saved = await decideFinding(tx, stamp, current, { ...decision, state }, operation)
        if (!saved) throw new Error('a finding changed within the write that read it')
        changed.done.push(ref.id)
        changed.items.push(...items.map((item) => ({ gap: ref.id, ...item })))
      } catch (error) {
        if (!isProblem(error)) throw error
        first ??= error
        changed.failed.push({ id: ref.id, messageKey: error.messageKey })
      }
    }
    if (first && changed.done.length === 0) throw first
    return changed
  })
}

/** The stored row of a gap, as the person saw it. One that no look has stored yet is stored first. */
async function decidable(tx: Writer, stamp: Stamp, gap: Gap, revision: number): Promise<FindingRecord> {
  const stored = await findFinding(tx, stamp.workspaceId, gap.id)
  if ((stored?.revision ?? 0) !== revision) {
    const [last] = await listSubjectChanges(tx, stamp.workspaceId, 'finding', gap.id, { limit: 1 })
    const names = await listUserNames(tx, last ? [userIdOf(last.actor) ?? ''] : [])
    const since = last ? { actor: actorIn(last.actor, names), at: last.at, operation: last.operation } : null
    throw new Problem('conflict', 'gaps.problem.overtaken', { by: since?.actor.name ?? '' }, { since })
  }
  if (stored) return stored
  const [inserted] = await insertFindings(tx, stamp, [rowForStore(gap)])
  if (!inserted) throw new Problem('conflict', 'gaps.problem.overtaken', { by: '' })
  return inserted
}
