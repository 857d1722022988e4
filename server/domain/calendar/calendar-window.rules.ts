import { addDays, daysBetween } from '@/server/domain/facts/moment.rules'

export const shows = ['month', 'week', 'agenda', 'quarter'] as const
export type Show = (typeof shows)[number]
export const colourings = ['phase', 'channel', 'status', 'campaign', 'none'] as const
export type Colouring = (typeof colourings)[number]

/** Names in the address that belong to the calendar and not to the filter. */
export const calendarNames: readonly string[] = ['show', 'axis', 'at', 'colour', 'view', 'peek']

/** How many entries of a day a view asks for; the others are behind "+ more". */
export const perDay: Readonly<Record<Show, number>> = { month: 4, week: 30, agenda: 200, quarter: 0 }

/** 0 is Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
export const isWeekend = (day: string): boolean => weekdayOf(day) > 4
const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const firstOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
export const firstOfMonth = (day: string): string => firstOf(monthNumber(day))
const lastOfMonth = (day: string): string => addDays(firstOf(monthNumber(day) + 1), -1)
const firstOfQuarter = (day: string): string => firstOf(Math.floor(monthNumber(day) / 3) * 3)
export const quarterOf = (day: string): number => Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1

interface DayWindow {
  readonly from: string
  readonly to: string
}

/** The days that a view of this day shows, both included; a month shows whole weeks. */
export function windowOf(show: Show, at: string): DayWindow {
  switch (show) {
    case 'week':
      return { from: mondayOf(at), to: addDays(mondayOf(at), 6) }
    case 'agenda':
      return { from: firstOfMonth(at), to: lastOfMonth(at) }
    case 'quarter':
      return { from: firstOfQuarter(at), to: lastOfMonth(firstOf(monthNumber(firstOfQuarter(at)) + 2)) }
    default:
      return { from: mondayOf(firstOfMonth(at)), to: addDays(mondayOf(lastOfMonth(at)), 6) }
  }
}

/** The same day a month (a week, a quarter) on or back; the 31st becomes the last of a shorter month. */
export function stepped(show: Show, at: string, steps: number): string {
  if (show === 'week') return addDays(at, 7 * steps)
  const first = firstOf(monthNumber(at) + steps * (show === 'quarter' ? 3 : 1))
  const wanted = `${first.slice(0, 8)}${at.slice(8, 10)}`
  const last = lastOfMonth(first)
  return wanted > last ? last : wanted
}

/** The week's number by ISO 8601: that of its Thursday. */
export function isoWeek(day: string): number {
  const thursday = addDays(mondayOf(day), 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

export const daysOf = ({ from, to }: DayWindow): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))

/** Seven days each, Mondays first; the window begins with one. */
export function weeksOf(window: DayWindow): string[][] {
  const days = daysOf(window)
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

export interface Span {
  readonly key: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}
export interface Bar<T extends Span> {
  readonly span: T
  /** Days from the first of the window, and how many it covers there. */
  readonly start: number
  readonly length: number
  readonly lane: number
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** Spans laid into the days of a window, each in the first lane that is free; an open end goes on. */
export function barsOf<T extends Span>(spans: readonly T[], { from, to }: DayWindow): Bar<T>[] {
  const last = daysBetween(from, to)
  const ends: number[] = []
  return spans
    .flatMap((span) => {
      const [begin, end] = [span.startsOn ?? span.endsOn, span.endsOn ?? to]
      if (begin === null || begin > to || end < from || end < begin) return []
      const [first, final] = [daysBetween(from, begin), daysBetween(from, end)]
      return [{ span, start: Math.max(0, first), final: Math.min(last, final), isCutBefore: first < 0, isCutAfter: final > last }]
    })
    .sort((a, b) => a.start - b.start || b.final - a.final || (a.span.key < b.span.key ? -1 : 1))
    .map(({ span, start, final, isCutBefore, isCutAfter }) => {
      const free = ends.findIndex((end) => end < start)
      const lane = free < 0 ? ends.length : free
      ends[lane] = final
      return { span, start, length: final - start + 1, lane, isCutBefore, isCutAfter }
    })
}
