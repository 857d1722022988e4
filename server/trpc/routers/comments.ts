import { z } from 'zod'
import { addComment, deleteComment, editComment, resolveThread } from '@/server/domain/comments/comment.commands'
import { listCommentVersions, listThreads } from '@/server/domain/comments/comment.queries'
import {
  commentAbout,
  commentAdd,
  commentChanged,
  commentEdit,
  commentMade,
  commentResolve,
  commentVersion,
  threadList,
} from '@/server/domain/comments/comment.schema'
import { procedure, router } from '../init'

const id = z.string().min(1).max(200)

/** What people say about items, briefs, gaps and campaigns. */
export const commentsRouter = router({
  list: procedure
    .input(z.object({ about: commentAbout }))
    .output(threadList)
    .query(({ ctx, input }) => listThreads(ctx.domain, input.about)),
  versions: procedure
    .input(z.object({ id }))
    .output(z.array(commentVersion))
    .query(({ ctx, input }) => listCommentVersions(ctx.domain, input.id)),
  add: procedure
    .input(z.object({ comment: commentAdd }))
    .output(commentMade)
    .mutation(({ ctx, input }) => addComment(ctx.domain, input.comment)),
  edit: procedure
    .input(commentEdit)
    .output(commentChanged)
    .mutation(({ ctx, input }) => editComment(ctx.domain, input)),
  delete: procedure
    .input(z.object({ id }))
    .output(commentChanged)
    .mutation(({ ctx, input }) => deleteComment(ctx.domain, input.id)),
  resolve: procedure
    .input(commentResolve)
    .output(commentChanged)
    .mutation(({ ctx, input }) => resolveThread(ctx.domain, input)),
})
