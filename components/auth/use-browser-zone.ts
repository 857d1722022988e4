'use client'
import { useEffect, useRef } from 'react'

/** Tells the time zone that only the browser knows, once, after the page has been shown. */
export function useBrowserZone(onKnown: (zone: string) => void): void {
  const latest = useRef(onKnown)
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (zone) latest.current(zone)
  }, [])
}
