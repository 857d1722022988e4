import { addCheck, removeCheck } from '@/db/stores/checks'
import { findItem, type StoredItem } from '@/db/stores/items'
import { mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { faultProblem, type Saved, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { giveApprovals } from '@/server/domain/workflow/approval.commands'
import { lookAtSteps } from '@/server/domain/workflow/step-items.queries'
import { nextApprovalStep, stepRefusals } from '@/server/domain/workflow/workflow.rules'
import type { CheckTick } from '@/server/domain/workflow/workflow.schema'

/** Ticks an entry of a step's checklist for an item, or takes the tick back. */
export async function tickCheck(context: Context, { id, step, key, ticked }: CheckTick): Promise<{ changeSet: string | null }> {
  const { actor, db, now } = context
  authorize(actor, 'item.editOwn')
  const { vocabulary } = await loadFacts(context, actor.workspaceId)
  const entries = vocabulary.step.find((term) => term.key === step)?.details.checklist ?? []
  if (ticked && !entries.some((entry) => entry.key === key)) throw new Problem('not_found', 'workflow.problem.noSuchEntry')
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    editable(context, await findItem(tx, actor.workspaceId, id))
    const place = { itemId: id, step, key }
    const userId = actor.kind === 'member' ? actor.userId : null
    const isDone = ticked ? await addCheck(tx, stamp, place, { userId, at: now() }) : await removeCheck(tx, stamp, place)
    return { changeSet: isDone ? stamp.changeSet : null }
  })
}

function editable({ actor }: Context, item: StoredItem | undefined): StoredItem {
  if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
  if (!mayEditItem(actor, item)) throw new Problem('forbidden', 'content.problem.notYours')
  if (item.deletedAt !== null) throw new Problem('conflict', 'content.problem.inTrash')
  return item
}

/**
 * Says yes to an item: moves it into the next step that asks for it, or, where it stands in such a step without (an import may
 * have put it there), says so of what stands there now.
 */
export async function approveItem(context: Context, { id, revision }: { id: string; revision: number }): Promise<Saved> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const { vocabulary } = await loadFacts(context, actor.workspaceId)
  const found = editable(context, await findItem(db.read, actor.workspaceId, id))
  const target = nextApprovalStep(found, vocabulary)
  if (!target) throw new Problem('invalid', 'workflow.problem.noApprovalStep')
  if (target.key !== found.step) return saveItem(context, { id, revision, edit: { step: target.key } })
  const stamp = stampOf(context)
  const isGiven = await db.write(actor.workspaceId, async (tx) => {
    const item = editable(context, await findItem(tx, actor.workspaceId, id))
    if (item.revision !== revision || item.step !== target.key) throw new Problem('conflict', 'history.problem.changedMeanwhile')
    const sight = await lookAtSteps(tx, actor, [id], vocabulary)
    const seen = sight.of(item, { from: null })
    if (seen.approval) return false
    const refusals = stepRefusals(actor, seen, target, vocabulary)
    if (refusals.length > 0) throw faultProblem(refusals.map((refusal) => ({ field: 'step', ...refusal })))
    if (actor.kind !== 'member') return false
    await giveApprovals(tx, stamp, [{ item, userId: actor.userId }])
    return true
  })
  return { item: await getItem(context, id), changeSet: isGiven ? stamp.changeSet : null }
}
