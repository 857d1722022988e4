import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { insertRows } from '../insert-rows'
import { approvals, changes } from '../schema'
import { type ChangeRow, recordChanges } from './changes'

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

/** Those that were approved at some time, whatever became of it. */
export async function listEverApproved(read: Reader, workspaceId: string, itemIds: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (let at = 0; at < itemIds.length; at += idsPerQuery) {
    const rows = await read
      .selectDistinct({ id: changes.subjectId })
      .from(changes)
      .where(
        and(
          eq(changes.workspaceId, workspaceId),
          eq(changes.subject, 'approval'),
          inArray(changes.subjectId, itemIds.slice(at, at + idsPerQuery)),
        ),
      )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/**
 * What somebody did to these items, and every approval that was given of them, oldest first: whether they wrote what stands
 * there now.
 */
export async function listTouches(
  read: Reader,
  workspaceId: string,
  itemIds: readonly string[],
  actor: string,
): Promise<Pick<ChangeRow, 'subject' | 'subjectId' | 'after'>[]> {
  const found: Pick<ChangeRow, 'subject' | 'subjectId' | 'after'>[] = []
  for (let at = 0; at < itemIds.length; at += idsPerQuery) {
    const rows = await read
      .select({ subject: changes.subject, subjectId: changes.subjectId, after: changes.after })
      .from(changes)
      .where(
        and(
          eq(changes.workspaceId, workspaceId),
          inArray(changes.subject, ['item', 'approval']),
          inArray(changes.subjectId, itemIds.slice(at, at + idsPerQuery)),
          or(eq(changes.actor, actor), eq(changes.subject, 'approval')),
        ),
      )
      .orderBy(asc(changes.seq))
    found.push(...rows)
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
