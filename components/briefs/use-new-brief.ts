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
  function take(): boolean {
    const wasTaken = isTaken.current
    isTaken.current = true
    return !wasTaken
  }
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
  const planning = useMutation(
    trpc.gaps.plan.mutationOptions({
      onSuccess: ({ items: [item], changeSet }) => {
        if (!item) return
        tell(text('told.created', { title: item.title }), changeSet)
        router.push(`${base}/content/${item.id}?tab=brief`)
        return queries.invalidateQueries()
      },
      onError: () => {
        isTaken.current = false
      },
    }),
  )
  return {
    isPending: isPending || isSuccess || planning.isPending || planning.isSuccess,
    error,
    /** The item that closes a gap, as the list of gaps would plan it. */
    plan(gap: { id: string; revision: number }, onError?: (error: unknown) => void) {
      if (!take()) return
      planning.mutate({ workspace: slug, gaps: [gap] }, { onError: (problem) => onError?.(problem) })
    },
    begin(brief: BriefItemCreate, onError?: (error: unknown) => void) {
      if (!take()) return
      mutate({ workspace: slug, brief }, { onError: (problem) => onError?.(problem) })
    },
  }
}
