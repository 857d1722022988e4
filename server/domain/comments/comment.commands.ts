import type { Reader, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { type CommentRecord, findComment, insertComment, listCommentsOf, updateComment } from '@/db/stores/comments'
import { findMember } from '@/db/stores/members'
import { authorize } from '@/server/domain/access/authorize'
import { mayDeleteComment, mayEditComment, mayResolveThread, mentionsIn } from '@/server/domain/comments/comment.rules'
import type { CommentAbout, CommentAdd, CommentEdit } from '@/server/domain/comments/comment.schema'
import { checkCommentPlace } from '@/server/domain/comments/comment-place.queries'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'

/** About one thing. Nobody reads a longer discussion. */
const mostComments = 2_000

/** A new thread, or an answer in one: an answer to an answer stands in the same thread. */
export async function addComment(
  context: Context,
  { about, parentId, body }: CommentAdd,
): Promise<{ id: string; changeSet: string }> {
  const { actor, db } = context
  authorize(actor, 'comment.write')
  await checkCommentPlace(context, about)
  const stamp = stampOf(context)
  const id = newId()
  const authorId = actor.kind === 'member' ? actor.userId : null
  await db.write(actor.workspaceId, async (tx) => {
    const head = await headFor(tx, actor.workspaceId, about, parentId)
    const mentions = await membersAmong(tx, actor.workspaceId, mentionsIn(body))
    const said = { id, body, mentions, authorId, authorName: null, reviewLinkId: null, createdAt: stamp.at }
    await insertComment(tx, stamp, { ...about, ...said, parentId: head?.id ?? null })
  })
  return { id, changeSet: stamp.changeSet }
}

/** The head of the thread that an answer belongs to; undefined for a new thread. */
export async function headFor(
  tx: Writer,
  workspaceId: string,
  { subject, subjectId }: CommentAbout,
  parentId: string | null,
): Promise<CommentRecord | undefined> {
  const all = await listCommentsOf(tx, workspaceId, subject, [subjectId])
  if (all.length >= mostComments) throw new Problem('limit_reached', 'comments.problem.tooMany', { limit: mostComments })
  if (parentId === null) return undefined
  const parent = all.find(({ id }) => id === parentId)
  const head = parent?.parentId ? all.find(({ id }) => id === parent.parentId) : parent
  if (!head) throw new Problem('not_found', 'comments.problem.noSuchComment')
  return head
}

/** Refused with `conflict` when it was saved since, from another window. */
export async function editComment(context: Context, { id, revision, body }: CommentEdit): Promise<{ changeSet: string }> {
  const { actor, db, now } = context
  authorize(actor, 'comment.write')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    const current = await knownComment(tx, actor.workspaceId, id)
    if (!mayEditComment(actor, current)) throw new Problem('forbidden', 'comments.problem.notYours')
    if (current.revision !== revision) throw changedMeanwhile()
    if (current.body === body) return
    const mentions = await membersAmong(tx, actor.workspaceId, mentionsIn(body))
    if (!(await updateComment(tx, stamp, current, { body, mentions, editedAt: now() }))) throw changedMeanwhile()
  })
  return { changeSet: stamp.changeSet }
}

/** Its place in the thread stays; its words are in the log only. */
export async function deleteComment(context: Context, id: string): Promise<{ changeSet: string }> {
  const { actor, db, now } = context
  authorize(actor, 'comment.write')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    const current = await knownComment(tx, actor.workspaceId, id)
    if (!mayDeleteComment(actor, current)) throw new Problem('forbidden', 'comments.problem.notYours')
    const saved = await updateComment(tx, stamp, current, { body: '', mentions: [], deletedAt: now() }, 'delete')
    if (!saved) throw changedMeanwhile()
  })
  return { changeSet: stamp.changeSet }
}

/** A thread is settled, or open again. */
export async function resolveThread(
  context: Context,
  { id, resolved }: { id: string; resolved: boolean },
): Promise<{ changeSet: string | null }> {
  const { actor, db, now } = context
  authorize(actor, 'comment.write')
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const head = await findComment(tx, actor.workspaceId, id)
    if (!head || head.parentId !== null) throw new Problem('not_found', 'comments.problem.noSuchComment')
    if (!mayResolveThread(actor, head)) throw new Problem('forbidden', 'comments.problem.mayNotResolve')
    if ((head.resolvedAt !== null) === resolved) return { changeSet: null }
    const resolvedBy = resolved && actor.kind === 'member' ? actor.userId : null
    const change = { resolvedAt: resolved ? now() : null, resolvedBy }
    if (!(await updateComment(tx, stamp, head, change, resolved ? 'resolve' : 'reopen'))) throw changedMeanwhile()
    return { changeSet: stamp.changeSet }
  })
}

async function knownComment(read: Reader, workspaceId: string, id: string): Promise<CommentRecord> {
  const comment = await findComment(read, workspaceId, id)
  if (!comment || comment.deletedAt !== null) throw new Problem('not_found', 'comments.problem.noSuchComment')
  return comment
}

/** Strangers whose id somebody wrote by hand are not named. */
async function membersAmong(read: Reader, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const id of ids.slice(0, 50)) if (await findMember(read, workspaceId, id)) found.push(id)
  return found
}

const changedMeanwhile = () => new Problem('conflict', 'comments.problem.changedMeanwhile')
