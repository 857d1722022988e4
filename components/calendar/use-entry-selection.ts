'use client'

import { useState } from 'react'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'

const none: ReadonlyMap<string, CalendarEntry> = new Map()

/** Entries that are picked to be moved together. Another filter or axis lets them go, and says so through `onDropped`. */
export function useEntrySelection(of: string, onDropped: (count: number) => void) {
  const [held, setHeld] = useState<{ of: string; picked: ReadonlyMap<string, CalendarEntry>; last: string | null }>({
    of,
    picked: none,
    last: null,
  })
  if (held.of !== of) {
    const dropped = held.picked.size
    setHeld({ of, picked: none, last: null })
    if (dropped > 0) queueMicrotask(() => onDropped(dropped))
  }
  const { picked, last } = held
  const put = (entries: readonly CalendarEntry[], from: CalendarEntry) =>
    setHeld({ of, picked: new Map([...picked, ...entries.map((entry) => [entry.id, entry] as const)]), last: from.id })
  return {
    count: picked.size,
    has: (id: string) => picked.has(id),
    /** As they stand now, where the screen knows newer ones. */
    entries: (newest: (id: string) => CalendarEntry | undefined) =>
      [...picked.values()].map((entry) => newest(entry.id) ?? entry),
    toggle(entry: CalendarEntry) {
      const next = new Map(picked)
      if (!next.delete(entry.id)) next.set(entry.id, entry)
      setHeld({ of, picked: next, last: entry.id })
    },
    /** Everything between the one picked last and this one, as they are shown. */
    extendTo(entry: CalendarEntry, shown: readonly CalendarEntry[]) {
      const [a, b] = [shown.findIndex(({ id }) => id === last), shown.findIndex(({ id }) => id === entry.id)]
      put(a < 0 || b < 0 ? [entry] : shown.slice(Math.min(a, b), Math.max(a, b) + 1), entry)
    },
    /** These as well. */
    add(entries: readonly CalendarEntry[]) {
      const last = entries.at(-1)
      if (last) put(entries, last)
    },
    clear: () => setHeld({ of, picked: none, last: null }),
  }
}

export type EntrySelection = ReturnType<typeof useEntrySelection>
