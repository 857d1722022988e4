'use client'

import { useEffect, useRef } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import type { CalendarFocus } from '@/components/calendar/use-calendar-focus'
import type { KeptEntry } from '@/components/calendar/use-kept-entry'
import { useUndo } from '@/components/shell/undo'
import { typing } from '@/components/shell/url-state'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'

interface Place {
  readonly entry: CalendarEntry
  /** The day that was looked at. */
  readonly at: string
}

/** An undo leads back to where the entry stood that was moved, and to what was looked at then. Returns how to remember a move. */
export function useWayBack(
  address: CalendarAddress,
  kept: KeptEntry,
  focus: CalendarFocus,
): (changeSet: string, place: Place) => void {
  const { recent } = useUndo()
  const stood = useRef(new Map<string, Place>())
  useEffect(() => {
    for (const { changeSet, state } of recent) {
      const before = state === 'undone' && stood.current.get(changeSet)
      if (!before) continue
      stood.current.delete(changeSet)
      if (before.entry.at === null) address.goTo(before.at, typing)
      else kept.hold(before.entry, true)
      focus.expect(before.entry.id, before.entry.at?.slice(0, 10) ?? null)
    }
  })
  return (changeSet, place) => {
    stood.current.set(changeSet, place)
  }
}
