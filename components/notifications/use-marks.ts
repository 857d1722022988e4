'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError, showSuccess } from '@/components/ui/toast'

/** Marks news as read or unread: one, or all with a way back. */
export function useMarks() {
  const text = useText('notifications')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug: workspace } = useWorkspace()
  const onError = (error: unknown) => showError(problemText(error))
  const onSettled = () => queries.invalidateQueries(trpc.notifications.pathFilter())
  const one = useMutation(trpc.notifications.mark.mutationOptions({ onError, onSettled }))
  const all = useMutation(
    trpc.notifications.markAll.mutationOptions({
      onError,
      onSettled,
      onSuccess: ({ ids }) => {
        const back = () => one.mutate({ workspace, ids: ids.slice(0, 200), isRead: false })
        showSuccess(text('markedAll', { count: ids.length }), { action: { label: text('undo'), onAction: back } })
      },
    }),
  )
  return {
    mark: (id: string, isRead: boolean) => one.mutate({ workspace, ids: [id], isRead }),
    markAll: { run: () => all.mutate({ workspace }), isPending: all.isPending },
  }
}
