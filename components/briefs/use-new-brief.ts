'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { BriefItemCreate } from '@/server/domain/briefs/brief.schema'

/** Makes a planned item with its brief, says so with a way back, and leads to the brief. */
export function useNewBrief() {
  const text = useText('briefs')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const tell = useUndoToast()
  const { base, slug } = useWorkspace()
  // Held until it fails or the page is left: a second press before the next render would make a second item.
  const isTaken = useRef<boolean>(false)
  const { mutate, isPending, isSuccess, error } = useMutation(
    trpc.briefs.createWithItem.mutationOptions({
      onSuccess: ({ brief, changeSet }, { brief: { title } }) => {
        if (changeSet) tell(text('told.created', { title }), changeSet)
        router.push(`${base}/content/${brief.itemId}?tab=brief`)
        return queries.invalidateQueries()
      },
      onError: () => {
        isTaken.current = false
      },
    }),
  )
  return {
    isPending: isPending || isSuccess,
    error,
    begin(brief: BriefItemCreate, onError?: (error: unknown) => void) {
      if (isTaken.current) return
      isTaken.current = true
      mutate({ workspace: slug, brief }, { onError: (problem) => onError?.(problem) })
    },
  }
}
