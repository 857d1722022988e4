'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { formatDay } from '@/components/ui/day-text'
import { showError } from '@/components/ui/toast'
import { dueDayOf, noDates, openBefore } from '@/server/domain/tasks/task.rules'
import type { TaskAbout, TaskDates, TaskEdit, TaskList, TaskRow } from '@/server/domain/tasks/task.schema'

const mutationKey = ['tasks', 'write']

export function useTasks(about: TaskAbout) {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  return useQuery(trpc.tasks.list.queryOptions({ workspace: slug, about }))
}

/** Writing tasks: seen at once, taken back when it is refused, undone from the toast. */
export function useTaskActions(about: TaskAbout) {
  const text = useText('tasks')
  const problemText = useProblemText()
  const language = useLanguage()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const { queryKey } = trpc.tasks.list.queryOptions({ workspace: slug, about })

  async function foresee(change: (tasks: TaskRow[], list: TaskList) => TaskRow[]) {
    await queries.cancelQueries({ queryKey })
    const before = queries.getQueryData(queryKey)
    queries.setQueryData(queryKey, (list) => list && withWaiting({ ...list, tasks: change(list.tasks, list) }))
    return { before }
  }
  const common = {
    mutationKey,
    onError: (error: unknown, _input: unknown, held: { before: TaskList | undefined } | undefined) => {
      if (held) queries.setQueryData(queryKey, held.before)
      showError(problemText(error))
    },
    onSettled: async () => {
      if (queries.isMutating({ mutationKey }) > 1) return
      await Promise.all([
        queries.invalidateQueries(trpc.tasks.pathFilter()),
        queries.invalidateQueries(trpc.activity.pathFilter()),
      ])
    },
  }
  const create = useMutation(
    trpc.tasks.create.mutationOptions({
      ...common,
      onMutate: ({ task }) => foresee((tasks) => [...tasks, guessOf(task.title)]),
      onSuccess: ({ changeSet }) => tell(text('said.added'), changeSet),
    }),
  )
  const edit = useMutation(
    trpc.tasks.edit.mutationOptions({
      ...common,
      onMutate: ({ id, change }) =>
        foresee((tasks, { dates, today }) =>
          tasks.map((task) => (task.id === id ? edited(task, change, dates as TaskDates, today) : task)),
        ),
      onSuccess: ({ changeSet }) => changeSet && tell(text('said.changed'), changeSet),
    }),
  )
  const tick = useMutation(
    trpc.tasks.tick.mutationOptions({
      ...common,
      onMutate: ({ id, done }) =>
        foresee((tasks) =>
          tasks.map((task) =>
            task.id === id ? { ...task, doneAt: done ? new Date() : null, doneBy: null, isOverdue: false } : task,
          ),
        ),
    }),
  )
  const order = useMutation(
    trpc.tasks.order.mutationOptions({
      ...common,
      onMutate: ({ order: ids }) => foresee((tasks) => [...tasks].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))),
      onSuccess: ({ changeSet }) => changeSet && tell(text('said.moved'), changeSet),
    }),
  )
  const drop = useMutation(
    trpc.tasks.delete.mutationOptions({
      ...common,
      onMutate: ({ id }) => foresee((tasks) => tasks.filter((task) => task.id !== id)),
      onSuccess: ({ changeSet }) => changeSet && tell(text('said.deleted'), changeSet),
    }),
  )
  return {
    create: (title: string, onRefused: () => void) =>
      create.mutate({ workspace: slug, about, task: { title } }, { onError: onRefused }),
    edit: ({ id, revision }: TaskRow, change: TaskEdit['change']) => edit.mutate({ workspace: slug, id, revision, change }),
    tick: ({ id, title }: TaskRow, done: boolean) =>
      tick.mutate(
        { workspace: slug, id, done },
        {
          onSuccess: ({ changeSet, next }) => {
            if (changeSet === null) return
            const said = next
              ? text('said.next', { title, day: formatDay(next, language) })
              : text(done ? 'said.done' : 'said.reopened', { title })
            tell(said, changeSet)
          },
        },
      ),
    /** One place up or down. */
    move: (tasks: readonly TaskRow[], task: TaskRow, by: 1 | -1) => {
      const ids = tasks.map(({ id }) => id)
      const at = ids.indexOf(task.id)
      const [moved] = ids.splice(at, 1)
      if (moved === undefined || at + by < 0 || at + by > ids.length) return
      ids.splice(at + by, 0, moved)
      order.mutate({ workspace: slug, about, order: ids })
    },
    delete: ({ id }: TaskRow) => drop.mutate({ workspace: slug, id }),
  }
}

export type TaskActions = ReturnType<typeof useTaskActions>

function guessOf(title: string): TaskRow {
  const nothing = { note: '', assigneeId: null, assigneeName: null, dueOn: null, dueRule: null, due: null, recurrence: null }
  const state = { isWaiting: false, isOverdue: false, doneAt: null, doneBy: null, mayTick: false }
  return { id: `new-${title}-${Date.now()}`, title, ...nothing, ...state, after: [], position: 0, revision: 0 }
}

function edited(task: TaskRow, change: TaskEdit['change'], dates: TaskDates, today: string): TaskRow {
  const next = { ...task, ...change }
  const due = dueDayOf(next, { ...noDates, ...dates })
  const assigneeName = 'assigneeId' in change && change.assigneeId !== task.assigneeId ? '…' : task.assigneeName
  return {
    ...next,
    due,
    assigneeName: next.assigneeId === null ? null : assigneeName,
    isOverdue: next.doneAt === null && due !== null && due < today,
  }
}

const withWaiting = (list: TaskList): TaskList => ({
  ...list,
  tasks: list.tasks.map((task) => ({ ...task, isWaiting: task.doneAt === null && openBefore(task, list.tasks).length > 0 })),
})
