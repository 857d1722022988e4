'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

/** Makes a planned item with its brief, says so with a way back, and leads to the brief. */
export function useNewBrief() {
  const text = useText('briefs')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const tell = useUndoToast()
  const { base } = useWorkspace()
  return useMutation(
    trpc.briefs.createWithItem.mutationOptions({
      onSuccess: ({ brief, changeSet }, { brief: { title } }) => {
        if (changeSet) tell(text('told.created', { title }), changeSet)
        router.push(`${base}/content/${brief.itemId}?tab=brief`)
        return queries.invalidateQueries()
      },
    }),
  )
}
