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
  function open(itemId: string, title: string, changeSet: string | null) {
    if (changeSet) tell(text('told.created', { title }), changeSet)
    router.push(`${base}/content/${itemId}?tab=brief`)
    return queries.invalidateQueries()
  }
  const onError = () => {
    isTaken.current = false
  }
  const creating = useMutation(
    trpc.briefs.createWithItem.mutationOptions({
      onSuccess: ({ brief, changeSet }, { brief: { title } }) => open(brief.itemId, title, changeSet),
      onError,
    }),
  )
  const planning = useMutation(
    trpc.gaps.plan.mutationOptions({
      onSuccess: ({ items: [item], changeSet }) => item && open(item.id, item.title, changeSet),
      onError,
    }),
  )
  const answering = useMutation(trpc.briefs.answer.mutationOptions({ onError }))
  return {
    isPending: [creating, planning, answering].some(({ isPending, isSuccess }) => isPending || isSuccess),
    error: creating.error,
    /** The item that closes a gap, as the list of gaps would plan it. */
    plan(gap: { id: string; revision: number }, fail: (error: unknown) => void) {
      if (!take()) return
      planning.mutate({ workspace: slug, gaps: [gap] }, { onError: fail })
    },
    /** The answer to a question that no gap asks for by itself. */
    answer({ question, title }: { question: string; title: string }, fail: (error: unknown) => void) {
      if (!take()) return
      answering.mutate(
        { workspace: slug, question },
        { onSuccess: ({ brief, changeSet }) => open(brief.itemId, title, changeSet), onError: fail },
      )
    },
    begin(brief: BriefItemCreate) {
      if (take()) creating.mutate({ workspace: slug, brief })
    },
  }
}
