'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { WorkEntry } from '@/server/domain/my-work/work.schema'

interface Done {
  readonly message: string
  readonly changeSet: string | null
}

/** What can be done from the list; each is shown when it is saved and can be taken back. */
export function useWorkActions() {
  const text = useText('my-work')
  const format = useFormatter()
  const problemText = useProblemText()
  const tell = useUndoToast()
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug: workspace } = useWorkspace()
  const work = useMutation({
    mutationFn: (act: () => Promise<Done>) => act(),
    onSuccess: ({ message, changeSet }) => changeSet && tell(message, changeSet),
    onError: (error) => showError(problemText(error)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(trpc.myWork.pathFilter()),
        queries.invalidateQueries(trpc.content.pathFilter()),
        queries.invalidateQueries(trpc.tasks.pathFilter()),
      ]),
  })
  const dayIn = (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    busy: work.isPending,
    tick: ({ id, title }: WorkEntry) =>
      work.mutate(async () => {
        const { changeSet, next } = await client.tasks.tick.mutate({ workspace, id, done: true })
        return { message: next ? text('tickedNext', { title, day: dayIn(next) }) : text('ticked', { title }), changeSet }
      }),
    moveDue: ({ kind, id, title, revision }: WorkEntry, day: string | null) =>
      work.mutate(async () => {
        const message = text('dueSaved', { title })
        if (kind === 'task') {
          const change = { dueOn: day, dueRule: null }
          const { changeSet } = await client.tasks.edit.mutate({ workspace, id, revision: revision ?? 0, change })
          return { message, changeSet }
        }
        const { changeSet } = await client.content.save.mutate({ workspace, id, revision: revision ?? 0, edit: { dueOn: day } })
        return { message, changeSet }
      }),
  }
}
