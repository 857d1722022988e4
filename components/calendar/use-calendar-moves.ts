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
  /** A dialog waits for the answer: nothing is shown before it has come, and the dialog says itself why it was refused. */
  readonly isAwaited?: boolean
}

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly changeSet: string }
  | { readonly kind: 'refused'; readonly reason: string }
  /** They stood there already. */
  | { readonly kind: 'nothing' }
  /** The person was asked and would rather not. */
  | { readonly kind: 'cancelled' }

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
  const { slug, can } = useWorkspace()
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

  /** Names the first of the new days on which hardly anybody reads. */
  async function warningOf(to: MoveTo, entries: readonly CalendarEntry[]): Promise<string | undefined> {
    for (const day of new Set(entries.flatMap(({ at }) => movedAt(at, to)?.slice(0, 10) ?? []))) {
      const holiday = await holidayOn(day)
      if (holiday !== undefined) return text('told.holiday', { day: days.full(day), name: holiday })
      if (isWeekend(day)) return text('told.weekend', { day: days.full(day) })
    }
    return undefined
  }

  /** Why they cannot be moved at all, as far as the browser knows; of several the server tells which stay. */
  function refusalOf(entries: readonly CalendarEntry[]): string | null {
    if (!can('item.editOwn')) return text('viewersLook')
    const [only, ...others] = entries
    if (!only || only.mayEdit || others.length > 0) return null
    return text('told.stays', { title: only.title, reason: all('content.problem.notYours') })
  }
  /** Says why; false where nothing forbids it. */
  function refuse(entries: readonly CalendarEntry[]): boolean {
    const reason = refusalOf(entries)
    if (reason !== null) showError(reason)
    return reason !== null
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
    isAwaited: boolean,
  ): MoveOutcome {
    const reasonOf = ({ messageKey, details }: BulkResult['failed'][number]) => all(messageKey as never, details as never)
    const lines = failed.slice(0, namedAtOnce).map((one) => text('told.stays', { title: one.title ?? '', reason: reasonOf(one) }))
    if (failedCount > 0) {
      const message = failedCount === 1 && done === 0 ? (lines[0] ?? '') : text('told.partly', { done, failed: failedCount })
      const description = failedCount === 1 && done === 0 ? undefined : lines.join('\n')
      if (changeSet) tell(message, changeSet, { description, stays: true })
      else if (!isAwaited) showError(message, { description })
      return changeSet
        ? { kind: 'moved', changeSet }
        : { kind: 'refused', reason: [message, description].filter(Boolean).join('. ') }
    }
    if (changeSet === null) return { kind: 'nothing' }
    tell(messageOf(entries, to, done), changeSet, { description: warning })
    return { kind: 'moved', changeSet }
  }

  // Who presses a key several times means each from where the one before it ended, and only the last answer is the newest.
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const running = useRef(0)

  async function run(
    entries: readonly CalendarEntry[],
    to: MoveTo,
    { onShown, isAwaited = false }: MoveOptions,
    includePublished: boolean,
  ): Promise<MoveOutcome> {
    running.current += 1
    const takeBack = isAwaited ? null : await showAtOnce(entries, to)
    onShown?.()
    const items = entries.map(({ id, at }) => ({ id, was: at }))
    try {
      const move = { axis, items, to, includePublished }
      const answer = last.current.then(() => client.calendar.move.mutate({ workspace: slug, move }))
      last.current = answer.catch(() => null)
      const [result, warning] = await Promise.all([answer, warningOf(to, entries)])
      return say(entries, to, result, warning, isAwaited)
    } catch (error) {
      takeBack?.()
      const reason = problemText(error)
      if (!isAwaited) showError(reason)
      return { kind: 'refused', reason }
    } finally {
      running.current -= 1
      if (running.current === 0) await refresh()
    }
  }

  async function move(entries: readonly CalendarEntry[], to: MoveTo, options: MoveOptions = {}): Promise<MoveOutcome> {
    const isThere = ({ at }: CalendarEntry) => to.kind === 'toDay' && at?.slice(0, 10) === to.day
    const meant = entries.filter((entry) => !isThere(entry))
    if (meant.length === 0 || (to.kind === 'byDays' && to.days === 0)) return { kind: 'nothing' }
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
    return answer === 'without' && others.length > 0 ? run(others, to, options, false) : { kind: 'cancelled' }
  }
  return { move, refuse, asked, refresh }
}

interface Asked {
  readonly axis?: Axis
  readonly from?: string
  readonly to?: string
}

/** What a cached question asked for. */
const inputOf = (key: QueryKey): Asked | undefined => (key[1] as { input?: Asked } | undefined)?.input
