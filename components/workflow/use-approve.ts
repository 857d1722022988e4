'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { Item } from '@/server/domain/content/item.schema'

/** Says yes to an item where it stands. */
export function useApprove(item: Item): { isPending: boolean; run: () => void } {
  const text = useText('workflow.block')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const { mutate, isPending } = useMutation(
    trpc.workflow.approve.mutationOptions({
      onError: async (error) => {
        if (problemOf(error)?.code !== 'conflict') return showError(problemText(error))
        // What others saved is shown before it can be said yes to.
        showError(text('seenOtherwise'))
        await queries.invalidateQueries()
      },
      onSuccess: ({ item: saved, changeSet }) => {
        if (changeSet) tell(text('told.approved', { title: saved.title }), changeSet)
        return queries.invalidateQueries()
      },
    }),
  )
  return { isPending, run: () => mutate({ workspace: slug, id: item.id, revision: item.revision }) }
}
