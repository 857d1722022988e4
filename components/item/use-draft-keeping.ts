'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '@/components/i18n/use-text'
import type { FormValues } from '@/components/item/form-values'
import { dropKept, placeOf, writeKept } from '@/components/item/kept-draft'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import type { Draft } from '@/server/domain/content/draft.schema'

const idleMs = 1_000
const retryMs = 20_000

export type Keeping =
  | { readonly state: 'none' }
  | { readonly state: 'waiting' }
  /** The server has it. */
  | { readonly state: 'kept'; readonly at: Date }
  /** Only this browser has it, because the server cannot be reached, or because the session has ended. */
  | { readonly state: 'onDevice' | 'signedOut' }

interface Wish {
  readonly draftId: string
  readonly baseRevision: number
  /** What is typed and not saved; null when there is nothing. */
  readonly edit: FormValues | null
  /** When the server kept what the form begins with; null when it begins with nothing typed. */
  readonly begunWith: Date | null
  /** Changes when the server has been heard from again. */
  readonly heard: number
  readonly onKept?: () => void
}

/** Keeps what is typed: in this browser at once, on the server a second after the last key. Goes on by itself when the server is back. */
export function useDraftKeeping({ draftId, baseRevision, edit, begunWith, heard, onKept }: Wish) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const client = useTRPCClient()
  const { slug, actor } = useWorkspace()
  const place = placeOf(slug, actor.kind === 'member' ? actor.userId : '', draftId)
  const [keeping, setKeeping] = useState<Keeping>(begunWith ? { state: 'kept', at: begunWith } : { state: 'none' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pending = useRef<{ edit: FormValues; baseRevision: number; savedAt: number } | null>(null)
  const text = edit === null ? '' : JSON.stringify(edit)
  const lastText = useRef(begunWith ? text : '')
  const hasServerDraft = useRef<boolean>(begunWith !== null)
  /** While a save is on its way: a draft that overtook it would come back as unsaved. */
  const isHeld = useRef<boolean>(false)

  const { mutate } = useMutation(
    trpc.content.saveDraft.mutationOptions({
      networkMode: 'always',
      scope: { id: `item ${draftId}` },
      onMutate: () => pending.current?.savedAt ?? 0,
      onSuccess: ({ savedAt }, { workspace, ...draft }, sentAt) => {
        hasServerDraft.current = true
        const known: Draft = { itemId: draftId, baseRevision: draft.baseRevision, edit: draft.edit, savedAt }
        queries.setQueryData(trpc.content.draft.queryKey({ workspace, itemId: draftId }), known)
        dropKept(place, sentAt)
        if ((pending.current?.savedAt ?? 0) > sentAt) return
        pending.current = null
        setKeeping({ state: 'kept', at: savedAt })
      },
      onError: (error) => setKeeping({ state: problemOf(error)?.code === 'unauthenticated' ? 'signedOut' : 'onDevice' }),
    }),
  )
  const send = useCallback(() => {
    clearTimeout(timer.current)
    const draft = pending.current
    if (draft && !isHeld.current)
      mutate({ workspace: slug, itemId: draftId, baseRevision: draft.baseRevision, edit: { ...draft.edit } })
  }, [mutate, slug, draftId])

  /** Nothing is to be kept any more: it was saved, or thrown away. */
  const forget = useCallback(() => {
    clearTimeout(timer.current)
    pending.current = null
    lastText.current = ''
    hasServerDraft.current = false
    dropKept(place)
    setKeeping({ state: 'none' })
  }, [place])

  useEffect(() => {
    if (text === lastText.current) return
    lastText.current = text
    clearTimeout(timer.current)
    if (edit === null) {
      // Typed back to what is saved.
      const wasOnServer = hasServerDraft.current
      forget()
      if (wasOnServer) void client.content.discardDraft.mutate({ workspace: slug, itemId: draftId }).catch(() => undefined)
      return
    }
    const draft = { edit, baseRevision, savedAt: Date.now() }
    pending.current = draft
    writeKept(place, draft)
    onKept?.()
    setKeeping((now) => (now.state === 'onDevice' || now.state === 'signedOut' ? now : { state: 'waiting' }))
    timer.current = setTimeout(send, idleMs)
  }, [text, edit, baseRevision, place, send, forget, onKept, client, slug, draftId])

  const isOnDevice = keeping.state === 'onDevice' || keeping.state === 'signedOut'
  useEffect(() => {
    if (!isOnDevice) return
    const again = setInterval(() => {
      if (!document.hidden) send()
    }, retryMs)
    window.addEventListener('online', send)
    return () => {
      clearInterval(again)
      window.removeEventListener('online', send)
    }
  }, [isOnDevice, send])
  useEffect(() => {
    if (heard > 0 && pending.current && isOnDevice) send()
  }, [heard, isOnDevice, send])

  // Whoever leaves within the second takes the draft along; the browser has it in any case.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const draft = pending.current
      if (!draft) return
      client.content.saveDraft
        .mutate({ workspace: slug, itemId: draftId, baseRevision: draft.baseRevision, edit: { ...draft.edit } })
        .then(() => dropKept(place, draft.savedAt))
        .catch(() => undefined)
    },
    [client, slug, draftId, place],
  )

  const hold = useCallback(() => {
    clearTimeout(timer.current)
    isHeld.current = true
  }, [])
  const release = useCallback(() => {
    isHeld.current = false
    send()
  }, [send])
  return { keeping, forget, hold, release }
}
