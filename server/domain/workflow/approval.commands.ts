import type { Reader, Stamp, Writer } from '@/db/database'
import { type Approval, addApprovals, listApprovals, type Removal, removeApprovals } from '@/db/stores/approvals'
import { findBodies, listRevisions, type StoredItem } from '@/db/stores/items'
import type { StateChange } from '@/server/domain/content/item.rules'
import { byPosition } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { afterChange, changedParts, partsOf } from '@/server/domain/workflow/approval.rules'
import { approvalHash } from '@/server/domain/workflow/approval-hash'
import { type StepWorld, stepBeforeApproval } from '@/server/domain/workflow/workflow.rules'

/**
 * Approvals follow what becomes of the items they are about, in the same write, whoever writes: people, bulk edits, imports,
 * merges of terms, undo.
 */

interface Changing {
  readonly current: StoredItem
  readonly change: StateChange
  /** Who says yes to what the change leads to, by making it. */
  readonly approvedBy?: string | undefined
}

/** An approval that a change made void, with the parts that changed. */
export type LostApproval = Pick<Removal, 'approval' | 'because'>

/**
 * Before items change: approvals that no longer hold go, and an item that stood approved goes back to review. An approval stays
 * when the item goes on to be published, and goes when it is sent back. Returns the changes as they are to be written.
 */
export async function loseApprovals<C extends Changing>(
  tx: Writer,
  stamp: Stamp,
  changes: readonly C[],
  world: StepWorld,
): Promise<{ changes: C[]; voided: LostApproval[] }> {
  const ids = changes.map(({ current }) => current.id)
  const found = new Map((await listApprovals(tx, stamp.workspaceId, ids)).map((approval) => [approval.itemId, approval]))
  if (found.size === 0) return { changes: [...changes], voided: [] }
  const bodies = await findBodies(tx, stamp.workspaceId, [...found.keys()])
  const revisions = await listRevisions(tx, stamp.workspaceId, [...found.keys()])
  const removals: Removal[] = []
  const kept = changes.map((changing) => {
    const { current, change, approvedBy } = changing
    const approval = found.get(current.id)
    if (!approval || revisions.get(current.id) !== current.revision) return changing
    const body = bodies.get(current.id) ?? ''
    const next = afterChange(current, change)
    const nextBody = change.body ?? body
    if (approvalHash(next, nextBody) === approval.hash) {
      if (isSentBack(current, next, approval, world)) removals.push({ approval, operation: 'withdraw', because: [] })
      return changing
    }
    const because = changedParts(partsOf(current, body), partsOf(next, nextBody))
    removals.push({ approval, operation: 'void', because })
    if (approvedBy !== undefined || next.step !== approval.step) return changing
    return { ...changing, change: sentBack(change, next, approval, stamp, world) }
  })
  await removeApprovals(tx, stamp, removals)
  return { changes: kept, voided: removals.filter(({ operation }) => operation === 'void') }
}

const stepOf = (key: string, { step }: StepWorld): Term<'step'> | undefined => step.find((term) => term.key === key)

function isSentBack(current: StoredItem, next: StoredItem, approval: Approval, world: StepWorld): boolean {
  if (next.step === current.step) return false
  const [approved, to] = [stepOf(approval.step, world), stepOf(next.step, world)]
  return approved !== undefined && to !== undefined && to.details.kind !== 'archived' && byPosition(to, approved) < 0
}

function sentBack(change: StateChange, next: StoredItem, approval: Approval, stamp: Stamp, world: StepWorld): StateChange {
  const approved = stepOf(approval.step, world)
  const back = approved && stepBeforeApproval(next, approved, world)
  if (!approved || !back) return change
  const since = back.details.kind === approved.details.kind ? {} : { statusSince: stamp.at }
  return { ...change, columns: { ...change.columns, ...since, step: back.key } }
}

/** After items have changed: what somebody said yes to by it is kept as approved. */
export async function giveApprovals(
  tx: Writer,
  stamp: Stamp,
  list: readonly {
    readonly item: Omit<StoredItem, 'workspaceId' | 'revision' | 'updatedAt'>
    readonly body?: string
    readonly userId: string
  }[],
): Promise<void> {
  if (list.length === 0) return
  const ids = list.map(({ item }) => item.id)
  const known = new Map((await listApprovals(tx, stamp.workspaceId, ids)).map((approval) => [approval.itemId, approval]))
  const fresh = list.filter(({ item }) => known.get(item.id)?.step !== item.step)
  const replaced = fresh.flatMap(({ item }) => known.get(item.id) ?? [])
  await removeApprovals(
    tx,
    stamp,
    replaced.map((approval) => ({ approval, operation: 'withdraw' as const, because: [] })),
  )
  const bodies = await bodiesFor(tx, stamp.workspaceId, fresh)
  await addApprovals(
    tx,
    stamp,
    fresh.map(({ item, userId, body }) => ({
      itemId: item.id,
      step: item.step,
      userId,
      at: stamp.at,
      hash: approvalHash(item, body ?? bodies.get(item.id) ?? ''),
    })),
  )
}

async function bodiesFor(read: Reader, workspaceId: string, list: readonly { item: { id: string }; body?: string }[]) {
  return findBodies(
    read,
    workspaceId,
    list.flatMap(({ item, body }) => (body === undefined ? [item.id] : [])),
  )
}
