import { and, eq, inArray } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { insertRows } from '../insert-rows'
import { approvals } from '../schema'
import { recordChanges } from './changes'

export type ApprovalRecord = typeof approvals.$inferSelect
export type Approval = Omit<ApprovalRecord, 'workspaceId'>

const idsPerQuery = 5_000

const ofItems = (workspaceId: string, itemIds: readonly string[]) =>
  and(eq(approvals.workspaceId, workspaceId), inArray(approvals.itemId, [...itemIds]))

/** As the log writes it. */
export const plainApproval = ({ step, userId, at, hash }: Approval) => ({ step, userId, at: at.toISOString(), hash })

/** What was said yes to of these items and still holds. */
export async function listApprovals(read: Reader, workspaceId: string, itemIds: readonly string[]): Promise<ApprovalRecord[]> {
  const found: ApprovalRecord[] = []
  for (let at = 0; at < itemIds.length; at += idsPerQuery) {
    const piece = itemIds.slice(at, at + idsPerQuery)
    found.push(...(await read.select().from(approvals).where(ofItems(workspaceId, piece))))
  }
  return found
}

export async function findApproval(read: Reader, workspaceId: string, itemId: string): Promise<ApprovalRecord | undefined> {
  return (await listApprovals(read, workspaceId, [itemId]))[0]
}

/** Items that have one already must have lost it before (`removeApprovals`). */
export async function addApprovals(
  tx: Writer,
  stamp: Stamp,
  list: readonly Approval[],
  operation: 'approve' | 'undo' = 'approve',
): Promise<void> {
  if (list.length === 0) return
  const { workspaceId } = stamp
  await insertRows(
    tx,
    approvals,
    list.map((approval) => ({ ...approval, workspaceId })),
  )
  await recordChanges(
    tx,
    stamp,
    list.map((approval) => ({
      subject: 'approval',
      subjectId: approval.itemId,
      operation,
      before: null,
      after: plainApproval(approval),
    })),
  )
}

export interface Removal {
  readonly approval: Approval
  /** `void`: what was approved is not what stands there now; `withdraw`: sent back. */
  readonly operation: 'void' | 'withdraw' | 'undo'
  /** The parts that changed: a column, `tags.<dimension>`, `field.<key>` or `body`. */
  readonly because: readonly string[]
}

/** Who had approved, when, and why it holds no more stand in the log. */
export async function removeApprovals(tx: Writer, stamp: Stamp, list: readonly Removal[]): Promise<void> {
  if (list.length === 0) return
  for (let at = 0; at < list.length; at += idsPerQuery) {
    const ids = list.slice(at, at + idsPerQuery).map(({ approval }) => approval.itemId)
    await tx.delete(approvals).where(ofItems(stamp.workspaceId, ids))
  }
  await recordChanges(
    tx,
    stamp,
    list.map(({ approval, operation, because }) => ({
      subject: 'approval',
      subjectId: approval.itemId,
      operation,
      before: { ...plainApproval(approval), ...(because.length > 0 ? { because: [...because] } : {}) },
      after: null,
    })),
  )
}
