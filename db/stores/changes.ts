import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { changes, imports, workspaces } from '../schema'

export type ChangeRow = typeof changes.$inferSelect

/** What a store function reports to the log. `before` is null for a creation, `after` for a deletion for good. */
export interface Change {
  readonly subject: string
  readonly subjectId: string
  readonly operation: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

const rowsPerInsert = 500

/** Appends to the log, in the same write as the change itself. Called by store functions only. Returns the last seq. */
export async function recordChanges(tx: Writer, stamp: Stamp, list: readonly Change[]): Promise<number> {
  const [workspace] = await tx
    .update(workspaces)
    .set({ seq: sql`${workspaces.seq} + ${list.length}` })
    .where(eq(workspaces.id, stamp.workspaceId))
    .returning({ seq: workspaces.seq })
  if (!workspace) throw new Error('a change was recorded for a workspace that does not exist')
  const first = workspace.seq - list.length + 1
  const { workspaceId, changeSet, actor, at } = stamp
  for (let from = 0; from < list.length; from += rowsPerInsert) {
    const rows = list
      .slice(from, from + rowsPerInsert)
      .map((change, n) => ({ ...change, workspaceId, changeSet, actor, at, seq: first + from + n }))
    await tx.insert(changes).values(rows)
  }
  return workspace.seq
}

/** The seq of the newest change; 0 for a workspace without any. */
export async function currentSeq(read: Reader, workspaceId: string): Promise<number> {
  const [row] = await read.select({ seq: workspaces.seq }).from(workspaces).where(eq(workspaces.id, workspaceId))
  return row?.seq ?? 0
}

/** Subjects changed after `seq`, with the highest seq among them. At most `limit` rows of the log are looked at. */
export async function listChangesAfter(read: Reader, workspaceId: string, seq: number, limit: number) {
  return read
    .select({ seq: changes.seq, subject: changes.subject, subjectId: changes.subjectId })
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), gt(changes.seq, seq)))
    .orderBy(asc(changes.seq))
    .limit(limit)
}

/** A change set whole, in the order it happened. Empty when unknown. */
export async function listChangeSet(read: Reader, workspaceId: string, changeSet: string): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet)))
    .orderBy(asc(changes.seq))
}

/** A subject's history, newest first. */
export async function listSubjectChanges(
  read: Reader,
  workspaceId: string,
  subject: string,
  subjectId: string,
  options: { limit: number; beforeSeq?: number | undefined },
): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        eq(changes.subject, subject),
        eq(changes.subjectId, subjectId),
        options.beforeSeq === undefined ? undefined : lt(changes.seq, options.beforeSeq),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(options.limit)
}

/** All changes of one kind of subject after a moment, newest first: what a look at the past rolls back. */
export async function listChangesSince(read: Reader, workspaceId: string, subject: string, at: Date): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.subject, subject), gt(changes.at, at)))
    .orderBy(desc(changes.seq))
}

/** The audit log: newest first, paged by seq. */
export async function listRecentChanges(
  read: Reader,
  workspaceId: string,
  options: { limit: number; beforeSeq?: number | undefined; actor?: string | undefined },
): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        options.beforeSeq === undefined ? undefined : lt(changes.seq, options.beforeSeq),
        options.actor === undefined ? undefined : eq(changes.actor, options.actor),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(options.limit)
}

/** Ids of the items that a change set touched, each once. */
export async function listChangedItems(read: Reader, workspaceId: string, changeSet: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: changes.subjectId })
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet), eq(changes.subject, 'item')))
  return rows.map(({ id }) => id)
}

/** Ids of the items that an import made or changed; none for an unknown one. */
export async function listImportedItems(read: Reader, workspaceId: string, importId: string): Promise<string[]> {
  const [row] = await read
    .select({ changeSet: imports.changeSet })
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId)))
  return row?.changeSet ? listChangedItems(read, workspaceId, row.changeSet) : []
}
