'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listed } from '@/components/calendar/day-list'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { CalendarEntry, CalendarRange } from '@/server/domain/calendar/calendar.schema'

interface Kept {
  readonly of: string
  /** As it will stand. */
  readonly entry: CalendarEntry
  /** The server knows of it: from now on its answers say where it stands. */
  readonly isSaved: boolean
}

/** The entry moved last. A full day tells only its first few, and who moves an entry on and on must not lose it there. */
export function useKeptEntry(filter: string, { axis, window }: CalendarAddress, range: CalendarRange | undefined) {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const [held, setKept] = useState<Kept | null>(null)
  const of = `${axis} ${filter}`
  const kept = held?.of === of ? held : null
  const day = kept?.entry.at?.slice(0, 10) ?? ''
  const told = range?.entries.find(({ id }) => id === kept?.entry.id)
  const isAsked = kept?.isSaved === true && told === undefined && day >= window.from && day <= window.to
  const question = { workspace: slug, filter, axis, from: day, to: day, perDay: listed }
  const { data } = useQuery({ ...trpc.calendar.range.queryOptions(question), enabled: isAsked })

  function entryNow(): CalendarEntry | undefined {
    if (kept === null) return undefined
    if (told !== undefined) return told.at?.slice(0, 10) === day ? told : undefined
    if (!isAsked || data === undefined) return kept.entry
    const isWhole = data.entries.length === data.inRange
    return data.entries.find(({ id }) => id === kept.entry.id) ?? (isWhole ? undefined : kept.entry)
  }
  const entry = entryNow()
  return {
    entry,
    on: (wanted: string): CalendarEntry | undefined => (entry !== undefined && wanted === day ? entry : undefined),
    hold(next: CalendarEntry, isSaved = false): Kept {
      const hold: Kept = { of, entry: next, isSaved }
      setKept(hold)
      return hold
    },
    saved: (hold: Kept) => setKept((now) => (now === hold ? { ...hold, isSaved: true } : now)),
  }
}

export type KeptEntry = ReturnType<typeof useKeptEntry>
