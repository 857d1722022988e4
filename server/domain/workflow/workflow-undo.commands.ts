import { type ApprovalRecord, addApprovals, listApprovals, plainApproval, removeApprovals } from '@/db/stores/approvals'
import { addCheck, type CheckRecord, checkPlaceOf, findCheck, removeCheck } from '@/db/stores/checks'
import { findBodies, findItem, listItemsById, type StoredItem } from '@/db/stores/items'
import { sameValue } from '@/db/stores/same'
import { changeItems } from '@/server/domain/content/writing.commands'
import { combined } from '@/server/domain/history/undo.rules'
import type { Refusal, UndoApplier, UndoScope } from '@/server/domain/history/undo-applier.commands'
import type { RecordKind } from '@/server/domain/history/undo-records.commands'
import { approvalHash } from '@/server/domain/workflow/approval-hash'
import { stepBeforeApproval } from '@/server/domain/workflow/workflow.rules'

type LogRecord = Readonly<Record<string, unknown>>

/**
 * Takes back what became of approvals: one that was given goes, one that was lost comes back, if the item says again what was
 * approved. An item that would stand approved without that goes back to review.
 */
export const undoApprovals: UndoApplier = async (tx, scope, rows) => {
  const { stamp } = scope
  const entries = combined(rows)
  const ids = entries.map(({ id }) => id)
  const items = new Map((await listItemsById(tx, stamp.workspaceId, ids)).map((item) => [item.id, item]))
  const bodies = await findBodies(tx, stamp.workspaceId, ids)
  const approvals = new Map((await listApprovals(tx, stamp.workspaceId, ids)).map((approval) => [approval.itemId, approval]))
  const [gone, back, stray, refused] = [[] as ApprovalRecord[], [] as ApprovalRecord[], [] as StoredItem[], [] as Refusal[]]
  for (const { id, before, after } of entries) {
    const [item, current] = [items.get(id), approvals.get(id)]
    if (!item || (before === null && after === null)) continue
    if (after !== null && current && isSame(current, after)) gone.push(current)
    const lost = before === null ? null : recordOf(stamp.workspaceId, id, before)
    if (!lost || (current && isSame(current, before ?? {}))) continue
    const isFree = current === undefined || gone.includes(current)
    if (isFree && approvalHash(item, bodies.get(id) ?? '') === lost.hash) back.push(lost)
    else {
      refused.push({ ...about(item), messageKey: 'history.problem.changedSince' })
      if (isFree && item.step === lost.step) stray.push(item)
    }
  }
  await removeApprovals(
    tx,
    stamp,
    gone.map((approval) => ({ approval, operation: 'undo', because: [] })),
  )
  await addApprovals(tx, stamp, back, 'undo')
  await sendBack(tx, scope, stray)
  return { done: gone.length + back.length, refused }
}

const isSame = (approval: ApprovalRecord, { because: _because, ...logged }: LogRecord): boolean =>
  sameValue(plainApproval(approval), logged)

function recordOf(workspaceId: string, itemId: string, { step, userId, at, hash }: LogRecord): ApprovalRecord | null {
  if ([step, userId, at, hash].some((value) => typeof value !== 'string')) return null
  return { workspaceId, itemId, step: String(step), userId: String(userId), at: new Date(String(at)), hash: String(hash) }
}

const about = ({ id, title }: StoredItem) => ({ subject: 'approval', id, name: title, field: null, by: null, at: null })

async function sendBack(tx: Parameters<UndoApplier>[0], { context, stamp, world }: UndoScope, items: readonly StoredItem[]) {
  const { vocabulary } = world.held
  const changes = items.flatMap((current) => {
    const approved = vocabulary.step.find(({ key }) => key === current.step)
    const before = approved && stepBeforeApproval(current, approved, vocabulary)
    return before ? [{ current, change: { columns: { step: before.key }, tags: {} } }] : []
  })
  await changeItems(tx, context.db.search, stamp, changes, world, 'undo')
}

/** Ticks of checklists. */
export const checkKind: RecordKind<CheckRecord> = {
  subject: 'check',
  ability: () => 'item.editOwn',
  find: (tx, workspaceId, id) => findCheck(tx, workspaceId, checkPlaceOf(id)),
  plain: ({ userId, at }) => ({ userId, at: at.toISOString() }),
  nameOf: () => null,
  async revive(tx, stamp, id, { userId }) {
    const place = checkPlaceOf(id)
    if (!(await findItem(tx, stamp.workspaceId, place.itemId))) return
    await addCheck(tx, stamp, place, { userId: typeof userId === 'string' ? userId : null, at: stamp.at }, 'undo')
  },
  remove: (tx, stamp, check) => removeCheck(tx, stamp, check, 'undo'),
  update: async () => undefined,
}
