import { listSubjectChanges } from '@/db/stores/changes'
import { type CommentRecord, findComment, listCommentsOf } from '@/db/stores/comments'
import { listReviewLinks } from '@/db/stores/review-links'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { mayDeleteComment, mayEditComment, mayResolveThread } from '@/server/domain/comments/comment.rules'
import type { Comment, CommentAbout, CommentVersion, Thread, ThreadList } from '@/server/domain/comments/comment.schema'
import { checkCommentPlace } from '@/server/domain/comments/comment-place.queries'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'

/** The threads about something, oldest first. Those of which nothing is left are left out. */
export async function listThreads(context: Context, about: CommentAbout): Promise<ThreadList> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  await checkCommentPlace(context, about)
  const { subject, subjectId } = about
  const rows = await listCommentsOf(db.read, actor.workspaceId, subject, [subjectId])
  const links = rows.some(({ reviewLinkId }) => reviewLinkId !== null)
    ? await listReviewLinks(db.read, actor.workspaceId, [subjectId])
    : []
  const labels = new Map(links.map(({ id, label }) => [id, label]))
  const labelOf = ({ reviewLinkId }: CommentRecord) => (reviewLinkId === null ? null : (labels.get(reviewLinkId) ?? null))
  const mentioned = new Set(rows.flatMap(({ mentions }) => mentions))
  const people = rows.flatMap(({ authorId, resolvedBy }) => [authorId ?? [], resolvedBy ?? []].flat())
  const names = await listUserNames(db.read, [...new Set([...people, ...mentioned])])
  const told = (row: CommentRecord): Comment => ({
    id: row.id,
    author:
      row.authorId === null
        ? { kind: 'reviewer', name: row.authorName ?? '', label: labelOf(row) }
        : { kind: 'member', id: row.authorId, name: names.get(row.authorId) ?? null },
    body: row.body,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    isDeleted: row.deletedAt !== null,
    revision: row.revision,
    mayEdit: mayEditComment(actor, row),
    mayDelete: mayDeleteComment(actor, row),
  })
  const threads = threadsOf(rows).map(
    ({ head, replies }): Thread => ({
      head: told(head),
      replies: replies.map(told),
      resolvedAt: head.resolvedAt,
      resolvedBy: head.resolvedBy === null ? null : (names.get(head.resolvedBy) ?? null),
      mayResolve: mayResolveThread(actor, head),
      reviewLabel: labelOf(head),
    }),
  )
  // Only members were taken down as named, so nobody learns the names of strangers by writing their ids.
  const shown = [...mentioned].flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? ''] as const] : []))
  return { threads, open: threads.filter(({ resolvedAt }) => resolvedAt === null).length, names: Object.fromEntries(shown) }
}

/** Comments as threads; a thread all of whose comments are deleted is none. */
export function threadsOf(rows: readonly CommentRecord[]): { head: CommentRecord; replies: CommentRecord[] }[] {
  const heads = rows.filter(({ parentId }) => parentId === null)
  return heads.flatMap((head) => {
    const replies = rows.filter(({ parentId }) => parentId === head.id)
    return [head, ...replies].some(({ deletedAt }) => deletedAt === null) ? [{ head, replies }] : []
  })
}

/** What a comment said before it was edited, newest first. A deleted comment tells nothing any more. */
export async function listCommentVersions({ actor, db }: Context, id: string): Promise<CommentVersion[]> {
  authorize(actor, 'item.read')
  const comment = await findComment(db.read, actor.workspaceId, id)
  if (!comment || comment.deletedAt !== null) throw new Problem('not_found', 'comments.problem.noSuchComment')
  const rows = await listSubjectChanges(db.read, actor.workspaceId, 'comment', id, { limit: 100 })
  return rows.flatMap(({ operation, before, at }) =>
    operation === 'edit' && typeof before?.body === 'string' ? [{ body: before.body, until: at }] : [],
  )
}
