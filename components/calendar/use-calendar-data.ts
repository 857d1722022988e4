'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import { useLocalized } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { CalendarEntry, CalendarRange } from '@/server/domain/calendar/calendar.schema'
import { perDay } from '@/server/domain/calendar/calendar-window.rules'

/** What the window shows: its entries by day, the counts of its days, and its holidays. */
export function useCalendarData(filter: string, { show, axis, window: { from, to } }: CalendarAddress) {
  const trpc = useTRPC()
  const localized = useLocalized()
  const { slug } = useWorkspace()
  const question = trpc.calendar.range.queryOptions({ workspace: slug, filter, axis, from, to, perDay: perDay[show] })
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...question, placeholderData: keepPreviousData })
  const { data: holidays } = useQuery(
    trpc.calendar.holidays.queryOptions({ workspace: slug, from, to }, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const byDay = useMemo(() => entriesByDay(data), [data])
  const counts = useMemo(() => new Map((data?.days ?? []).map((day) => [day.day, day])), [data])
  const named = useMemo(() => new Map((holidays ?? []).map(({ day, name }) => [day, localized(name)])), [holidays, localized])
  return { range: data, error, retry: () => void refetch(), isRefreshing: isPlaceholderData, byDay, counts, holidays: named }
}

export type CalendarData = ReturnType<typeof useCalendarData>

function entriesByDay(range: CalendarRange | undefined): ReadonlyMap<string, readonly CalendarEntry[]> {
  const byDay = new Map<string, CalendarEntry[]>()
  for (const entry of range?.entries ?? []) {
    const day = entry.at?.slice(0, 10) ?? ''
    const known = byDay.get(day)
    if (known) known.push(entry)
    else byDay.set(day, [entry])
  }
  return byDay
}
