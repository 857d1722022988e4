'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import type { CalendarData } from '@/components/calendar/use-calendar-data'
import type { KeptEntry } from '@/components/calendar/use-kept-entry'
import { visibleOn } from '@/components/calendar/visible-entries'
import { useTRPC } from '@/components/trpc/client'
import type { CalendarEntry, CalendarRange, UnscheduledList } from '@/server/domain/calendar/calendar.schema'
import { daysOf } from '@/server/domain/calendar/calendar-window.rules'

/** Which entries are known, and which are seen. */
export function useShownEntries({ show, axis, window }: CalendarAddress, data: CalendarData, kept: KeptEntry) {
  const trpc = useTRPC()
  const queries = useQueryClient()

  /** As the newest answers have it. */
  const entryOf = (id: string): CalendarEntry | undefined => {
    const ranges = queries.getQueriesData<CalendarRange>(trpc.calendar.range.pathFilter())
    const trays = queries.getQueriesData<UnscheduledList>(trpc.calendar.unscheduled.pathFilter())
    const isHere = ([key]: readonly [readonly unknown[], unknown]) => JSON.stringify(key).includes(`"axis":"${axis}"`)
    const all = [...ranges.filter(isHere), ...trays.filter(isHere)].flatMap(([, answer]) => answer?.entries ?? [])
    return all.find((entry) => entry.id === id)
  }
  const newest = (id: string) =>
    data.range?.entries.find((entry) => entry.id === id) ?? (kept.entry?.id === id ? kept.entry : entryOf(id))
  /** The entries among which one is seen: those of the list in which it stands, else those of all days. */
  function shownAround(id: string): readonly CalendarEntry[] {
    const standing = document.activeElement?.closest('[data-entry-list]')
    const ids = [...(standing?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])].map(({ dataset }) => dataset.entry ?? '')
    if (ids.includes(id)) return ids.flatMap((one) => newest(one) ?? [])
    if (show === 'agenda') return data.range?.entries ?? []
    return daysOf(window).flatMap((day) =>
      visibleOn(data.byDay.get(day) ?? [], data.counts.get(day)?.count ?? 0, show === 'week', kept.on(day)),
    )
  }
  return { entryOf, newest, shownAround }
}
