import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { comments } from '../schema'
import { recordChanges } from './changes'
import { pieces } from './item-batches'
import { sameValue } from './same'

export type CommentRecord = typeof comments.$inferSelect
export type NewComment = Omit<CommentRecord, 'workspaceId' | 'revision' | 'editedAt' | 'resolvedAt' | 'resolvedBy' | 'deletedAt'>
export type CommentChange = Partial<
  Pick<CommentRecord, 'body' | 'mentions' | 'editedAt' | 'resolvedAt' | 'resolvedBy' | 'deletedAt' | 'subjectId'>
>
export type CommentSubject = 'item' | 'brief' | 'gap' | 'campaign'

const idsPerQuery = 5_000

const at = (workspaceId: string, id: string) => and(eq(comments.workspaceId, workspaceId), eq(comments.id, id))

/** Oldest first, deleted ones included. */
export async function listCommentsOf(
  read: Reader,
  workspaceId: string,
  subject: CommentSubject,
  subjectIds: readonly string[],
): Promise<CommentRecord[]> {
  const found: CommentRecord[] = []
  for (const ids of pieces(subjectIds, idsPerQuery)) {
    const rows = await read
      .select()
      .from(comments)
      .where(and(eq(comments.workspaceId, workspaceId), eq(comments.subject, subject), inArray(comments.subjectId, [...ids])))
      .orderBy(asc(comments.createdAt), asc(comments.id))
    found.push(...rows)
  }
  return found
}

export async function listCommentsById(read: Reader, workspaceId: string, ids: readonly string[]): Promise<CommentRecord[]> {
  const found: CommentRecord[] = []
  for (const piece of pieces(ids, idsPerQuery)) {
    const rows = await read
      .select()
      .from(comments)
      .where(and(eq(comments.workspaceId, workspaceId), inArray(comments.id, [...piece])))
    found.push(...rows)
  }
  return found
}

export async function findComment(read: Reader, workspaceId: string, id: string): Promise<CommentRecord | undefined> {
  const [row] = await read.select().from(comments).where(at(workspaceId, id))
  return row
}

/** What stands in the log of a whole comment. */
const logged = ({ workspaceId: _workspace, id: _id, revision: _revision, ...comment }: CommentRecord) => ({ ...comment })

export async function insertComment(
  tx: Writer,
  stamp: Stamp,
  row: NewComment & Partial<Pick<CommentRecord, 'editedAt' | 'resolvedAt' | 'resolvedBy' | 'deletedAt'>>,
): Promise<CommentRecord> {
  const [saved] = await tx
    .insert(comments)
    .values({ ...row, workspaceId: stamp.workspaceId })
    .returning()
  if (!saved) throw new Error('the comment was not inserted')
  await recordChanges(tx, stamp, [
    { subject: 'comment', subjectId: saved.id, operation: 'create', before: null, after: logged(saved) },
  ])
  return saved
}

/** Returns undefined when somebody else saved first. */
export async function updateComment(
  tx: Writer,
  stamp: Stamp,
  current: CommentRecord,
  change: CommentChange,
  operation = 'edit',
): Promise<CommentRecord | undefined> {
  const names = (Object.keys(change) as (keyof CommentChange)[]).filter((name) => !sameValue(change[name], current[name]))
  if (names.length === 0) return current
  const [saved] = await tx
    .update(comments)
    .set({ ...change, revision: sql`${comments.revision} + 1` })
    .where(and(at(stamp.workspaceId, current.id), eq(comments.revision, current.revision)))
    .returning()
  if (!saved) return undefined
  const of = (row: CommentRecord) => Object.fromEntries(names.map((name) => [name, row[name]]))
  await recordChanges(tx, stamp, [
    { subject: 'comment', subjectId: current.id, operation, before: of(current), after: of(saved) },
  ])
  return saved
}

/** For good: what they stood on is gone, or an undo takes back that they were written. */
export async function dropComments(tx: Writer, stamp: Stamp, list: readonly CommentRecord[], operation = 'purge'): Promise<void> {
  if (list.length === 0) return
  for (const piece of pieces(list, idsPerQuery)) {
    const ids = piece.map(({ id }) => id)
    await tx.delete(comments).where(and(eq(comments.workspaceId, stamp.workspaceId), inArray(comments.id, ids)))
  }
  await recordChanges(
    tx,
    stamp,
    list.map((comment) => ({ subject: 'comment', subjectId: comment.id, operation, before: logged(comment), after: null })),
  )
}
