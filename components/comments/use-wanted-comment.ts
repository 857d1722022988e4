'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

const prefix = '#comment-'

/** Where a comment stands in its page, and how addresses name it. */
export const commentAnchor = (id: string): string => `comment-${id}`

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  addEventListener('popstate', onChange)
  return () => {
    removeEventListener('hashchange', onChange)
    removeEventListener('popstate', onChange)
  }
}

/** The comment that the address names; null: none. */
export function useWantedComment(): string | null {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  )
  return hash.startsWith(prefix) ? hash.slice(prefix.length) : null
}

/** Brings the wanted comment into view once it is drawn, and puts the focus there, so that it is read out as well. */
export function useShown(isWanted: boolean) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isWanted) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [isWanted])
  return place
}
