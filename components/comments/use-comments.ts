'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import { mentionsIn } from '@/server/domain/comments/comment.rules'
import type { Comment, CommentAbout, Thread, ThreadList } from '@/server/domain/comments/comment.schema'

/** The threads about one thing. Looked at anew now and then, as others answer. */
export function useThreads(about: CommentAbout) {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  return useQuery(trpc.comments.list.queryOptions({ workspace: slug, about }, { refetchInterval: 60_000 }))
}

/** Saying, changing, taking back, settling: seen at once, taken back when it is refused. */
export function useCommentActions(about: CommentAbout, people: ReadonlyMap<string, string>) {
  const text = useText('comments')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug, actor } = useWorkspace()
  const { queryKey } = trpc.comments.list.queryOptions({ workspace: slug, about })

  async function foresee(change: (list: ThreadList) => ThreadList) {
    await queries.cancelQueries({ queryKey })
    const before = queries.getQueryData(queryKey)
    queries.setQueryData(queryKey, (list) => list && change(list))
    return { before }
  }
  const common = {
    onError: (_error: unknown, _input: unknown, held: { before: ThreadList | undefined } | undefined) => {
      if (held) queries.setQueryData(queryKey, held.before)
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey }),
        queries.invalidateQueries(trpc.comments.versions.pathFilter()),
        queries.invalidateQueries(trpc.activity.pathFilter()),
      ]),
  }
  const add = useMutation(
    trpc.comments.add.mutationOptions({
      ...common,
      onMutate: ({ comment }) => foresee((list) => withComment(list, comment.parentId ?? null, guessOf(comment.body))),
    }),
  )
  const edit = useMutation(
    trpc.comments.edit.mutationOptions({
      ...common,
      onMutate: ({ id, body }) =>
        foresee((list) => mapped(list, id, (one) => ({ ...one, body, editedAt: new Date() }), namesOf(body))),
    }),
  )
  const drop = useMutation(
    trpc.comments.delete.mutationOptions({
      ...common,
      onMutate: ({ id }) => foresee((list) => mapped(list, id, (one) => ({ ...one, body: '', isDeleted: true }))),
      onError: (error, input, held) => {
        common.onError(error, input, held)
        showError(problemText(error))
      },
    }),
  )
  const settle = useMutation(
    trpc.comments.resolve.mutationOptions({
      ...common,
      onMutate: ({ id, resolved }) => foresee((list) => settled(list, id, resolved)),
      onError: (error, input, held) => {
        common.onError(error, input, held)
        showError(problemText(error))
      },
    }),
  )
  function namesOf(body: string): Record<string, string> {
    return Object.fromEntries(mentionsIn(body).flatMap((id) => (people.has(id) ? [[id, people.get(id) ?? '']] : [])))
  }
  function guessOf(body: string): { comment: Comment; names: Record<string, string> } {
    const id = actor.kind === 'member' ? actor.userId : ''
    const author = { kind: 'member', id, name: people.get(id) ?? null } as const
    const now = new Date()
    const comment = { id: `new-${now.getTime()}`, author, body, createdAt: now, editedAt: null, isDeleted: false, revision: 0 }
    return { comment: { ...comment, mayEdit: false, mayDelete: false }, names: namesOf(body) }
  }
  return {
    add: (body: string, parentId: string | null) => add.mutateAsync({ workspace: slug, comment: { about, parentId, body } }),
    edit: ({ id, revision }: Comment, body: string) => edit.mutateAsync({ workspace: slug, id, revision, body }),
    delete: ({ id }: Comment) =>
      drop.mutate({ workspace: slug, id }, { onSuccess: ({ changeSet }) => changeSet && tell(text('said.deleted'), changeSet) }),
    resolve: (id: string, resolved: boolean) =>
      settle.mutate(
        { workspace: slug, id, resolved },
        { onSuccess: ({ changeSet }) => changeSet && tell(text(resolved ? 'said.resolved' : 'said.reopened'), changeSet) },
      ),
  }
}

export type CommentActions = ReturnType<typeof useCommentActions>

type Guess = { comment: Comment; names: Record<string, string> }

function withComment(list: ThreadList, parentId: string | null, { comment, names }: Guess): ThreadList {
  const known = { ...list.names, ...names }
  if (parentId !== null) {
    const threads = list.threads.map((one) => (one.head.id === parentId ? { ...one, replies: [...one.replies, comment] } : one))
    return { ...list, names: known, threads }
  }
  const made: Thread = { head: comment, replies: [], resolvedAt: null, resolvedBy: null, mayResolve: false, reviewLabel: null }
  return { names: known, threads: [...list.threads, made], open: list.open + 1 }
}

function mapped(list: ThreadList, id: string, change: (one: Comment) => Comment, names: Record<string, string> = {}): ThreadList {
  const of = (one: Comment) => (one.id === id ? change(one) : one)
  const threads = list.threads.map((thread) => ({ ...thread, head: of(thread.head), replies: thread.replies.map(of) }))
  return { ...list, threads, names: { ...list.names, ...names } }
}

function settled(list: ThreadList, id: string, resolved: boolean): ThreadList {
  const resolvedAt = resolved ? new Date() : null
  const threads = list.threads.map((one) => (one.head.id === id ? { ...one, resolvedAt, resolvedBy: null } : one))
  return { ...list, threads, open: threads.filter((one) => one.resolvedAt === null).length }
}
