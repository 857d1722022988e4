'use client'

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { movedAt, movedRange, movedTray } from '@/components/calendar/range-patch'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { Axis, CalendarEntry, CalendarRange, MoveTo, UnscheduledList } from '@/server/domain/calendar/calendar.schema'
import { isWeekend } from '@/server/domain/calendar/calendar-window.rules'
import type { BulkResult } from '@/server/domain/content/bulk.schema'

/** A move that waits for a word, because some of it is published. */
export interface AskedMove {
  readonly entries: readonly CalendarEntry[]
  readonly published: readonly CalendarEntry[]
  decide(answer: 'all' | 'without' | null): void
}

interface MoveOptions {
  /** Nothing was left to ask, and the entries are shown where they go. */
  readonly onShown?: () => void
}

const namedAtOnce = 3

/** Moves entries: shown at once, put back where the server refuses, told with a way back. What is published is asked about first. */
export function useCalendarMoves(axis: Axis) {
  const text = useText('calendar')
  const localized = useLocalized()
  const all = useText()
  const days = useDayWords()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const problemText = useProblemText()
  const { slug } = useWorkspace()
  const [asked, setAsked] = useState<AskedMove | null>(null)

  const refresh = () =>
    Promise.all([
      queries.invalidateQueries(trpc.calendar.range.pathFilter()),
      queries.invalidateQueries(trpc.calendar.unscheduled.pathFilter()),
      queries.invalidateQueries(trpc.content.pathFilter()),
      queries.invalidateQueries(trpc.campaigns.pathFilter()),
    ])

  /** Returns what to do when it comes to nothing. */
  async function showAtOnce(entries: readonly CalendarEntry[], to: MoveTo): Promise<() => void> {
    const [ranges, trays] = [trpc.calendar.range.pathFilter(), trpc.calendar.unscheduled.pathFilter()]
    await Promise.all([queries.cancelQueries(ranges), queries.cancelQueries(trays)])
    const before: [QueryKey, unknown][] = [...queries.getQueriesData(ranges), ...queries.getQueriesData(trays)]
    const isOfAxis = (key: QueryKey) => inputOf(key)?.axis === axis
    for (const [key, value] of queries.getQueriesData<CalendarRange>(ranges)) {
      const input = inputOf(key)
      if (value && isOfAxis(key) && input?.from && input.to)
        queries.setQueryData(key, movedRange(value, entries, to, { from: input.from, to: input.to }))
    }
    for (const [key, value] of queries.getQueriesData<UnscheduledList>(trays))
      if (value && isOfAxis(key)) queries.setQueryData(key, movedTray(value, entries, to))
    return () => {
      for (const [key, value] of before) queries.setQueryData(key, value)
    }
  }

  /** The day may lie far from those that are shown. A year's holidays stay as they are, so they are asked for once. */
  async function holidayOn(day: string): Promise<string | undefined> {
    const year = day.slice(0, 4)
    const question = { workspace: slug, from: `${year}-01-01`, to: `${year}-12-31` }
    const holidays = await queries
      .fetchQuery(trpc.calendar.holidays.queryOptions(question, { staleTime: Number.POSITIVE_INFINITY }))
      .catch(() => [])
    const name = holidays.find((holiday) => holiday.day === day)?.name
    return name && localized(name)
  }

  async function warningOf(to: MoveTo, entries: readonly CalendarEntry[]): Promise<string | undefined> {
    const [first] = entries
    const day = first && movedAt(first.at, to)?.slice(0, 10)
    if (!day || (entries.length > 1 && to.kind !== 'toDay')) return undefined
    const holiday = await holidayOn(day)
    if (holiday !== undefined) return text('told.holiday', { day: days.full(day), name: holiday })
    return isWeekend(day) ? text('told.weekend', { day: days.full(day) }) : undefined
  }

  function messageOf(entries: readonly CalendarEntry[], to: MoveTo, count: number): string {
    const [first] = entries
    const title = first?.title ?? ''
    if (to.kind === 'unschedule')
      return count === 1 ? text('told.unscheduled', { title }) : text('told.unscheduledMany', { count })
    if (count > 1 && to.kind === 'byDays') return text('told.shifted', { count, days: to.days })
    const day = days.full(movedAt(first?.at ?? null, to) ?? '1970-01-01')
    return count === 1 ? text('told.moved', { title, day }) : text('told.movedMany', { count, day })
  }

  function say(
    entries: readonly CalendarEntry[],
    to: MoveTo,
    { changeSet, done, failed, failedCount }: BulkResult,
    warning: string | undefined,
  ): void {
    const reasonOf = ({ messageKey, details }: BulkResult['failed'][number]) => all(messageKey as never, details as never)
    const lines = failed.slice(0, namedAtOnce).map((one) => text('told.stays', { title: one.title ?? '', reason: reasonOf(one) }))
    if (failedCount > 0) {
      const message = failedCount === 1 && done === 0 ? (lines[0] ?? '') : text('told.partly', { done, failed: failedCount })
      const description = failedCount === 1 && done === 0 ? undefined : lines.join('\n')
      if (changeSet) tell(message, changeSet, { description, stays: true })
      else showError(message, { description })
      return
    }
    if (changeSet === null) return
    tell(messageOf(entries, to, done), changeSet, { description: warning })
  }

  // Who presses a key several times means each from where the one before it ended, and only the last answer is the newest.
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const running = useRef(0)

  async function run(entries: readonly CalendarEntry[], to: MoveTo, { onShown }: MoveOptions, includePublished: boolean) {
    running.current += 1
    const takeBack = await showAtOnce(entries, to)
    onShown?.()
    const items = entries.map(({ id, at }) => ({ id, was: at }))
    try {
      const move = { axis, items, to, includePublished }
      const answer = last.current.then(() => client.calendar.move.mutate({ workspace: slug, move }))
      last.current = answer.catch(() => null)
      const [result, warning] = await Promise.all([answer, warningOf(to, entries)])
      say(entries, to, result, warning)
      return result.changeSet
    } catch (error) {
      takeBack()
      showError(problemText(error))
      return null
    } finally {
      running.current -= 1
      if (running.current === 0) await refresh()
    }
  }

  /** Gives the change set in which it was done, if it was. */
  async function move(entries: readonly CalendarEntry[], to: MoveTo, options: MoveOptions = {}): Promise<string | null> {
    const isThere = ({ at }: CalendarEntry) => to.kind === 'toDay' && at?.slice(0, 10) === to.day
    const meant = entries.filter((entry) => !isThere(entry))
    if (meant.length === 0 || (to.kind === 'byDays' && to.days === 0)) return null
    const published = meant.filter(({ status }) => status === 'published')
    if (published.length === 0) return run(meant, to, options, false)
    const answer = await new Promise<'all' | 'without' | null>((decided) => {
      setAsked({
        entries: meant,
        published,
        decide(choice) {
          setAsked(null)
          decided(choice)
        },
      })
    })
    if (answer === 'all') return run(meant, to, options, true)
    const others = meant.filter(({ status }) => status !== 'published')
    return answer === 'without' && others.length > 0 ? run(others, to, options, false) : null
  }
  return { move, asked, refresh }
}

interface Asked {
  readonly axis?: Axis
  readonly from?: string
  readonly to?: string
}

/** What a cached question asked for. */
const inputOf = (key: QueryKey): Asked | undefined => (key[1] as { input?: Asked } | undefined)?.input
