'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, for what styles alone cannot change. The server answers no. */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (onChange: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(
    listen,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

/** As narrow as `sm:` begins. */
export const phone = '(width < 40rem)'
