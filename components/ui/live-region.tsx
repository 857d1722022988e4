'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

type Announce = (message: string) => void
const AnnounceContext = createContext<Announce | null>(null)

/** The one place where changes that are only seen are also said. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', turn: 0 })
  const announce = useCallback<Announce>((message) => setSaid(({ turn }) => ({ message, turn: turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {/* a new element each time, or the same sentence twice would be said once */}
        <span key={said.turn}>{said.message}</span>
      </div>
    </AnnounceContext>
  )
}

export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext)
  if (!announce) throw new Error('UiProvider is missing above this component')
  return announce
}
