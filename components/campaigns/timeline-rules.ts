import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'
import { addDays, daysBetween } from '@/server/domain/facts/moment.rules'

export const spans = ['quarter', 'year'] as const
export type Span = (typeof spans)[number]

/** Days, both included; null: open. */
export interface Dates {
  readonly from: string | null
  readonly until: string | null
}

/** When a campaign runs: by its own days, else by those of its items. Null without either. */
export function datesOf({ details, from, until }: Pick<CampaignRow, 'details' | 'from' | 'until'>): Dates | null {
  const start = details.startsOn ?? from
  const end = details.endsOn ?? until
  if (start === null && end === null) return null
  return start !== null && end !== null && end < start ? { from: start, until: start } : { from: start, until: end }
}

const two = (number: number): string => String(number).padStart(2, '0')
const firstOf = (month: number): string => `${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const lengths: Readonly<Record<Span, number>> = { quarter: 3, year: 12 }

/** The first day of the quarter or year in which a day lies, or of one before or after it. */
export function startOfSpan(day: string, span: Span, step = 0): string {
  const length = lengths[span]
  return firstOf((Math.floor(monthOf(day) / length) + step) * length)
}

export interface TimelineWindow {
  readonly from: string
  readonly until: string
  readonly days: number
  /** The first days of its months, and where they begin and how wide they are, in per cent. */
  readonly months: readonly { readonly day: string; readonly start: number; readonly width: number }[]
}

export function windowOf(from: string, span: Span): TimelineWindow {
  const first = monthOf(from)
  const starts = Array.from({ length: lengths[span] + 1 }, (_, at) => firstOf(first + at))
  const after = starts.at(-1) ?? from
  const days = daysBetween(from, after)
  const share = (day: string) => (daysBetween(from, day) / days) * 100
  const months = starts.slice(0, -1).map((day, at) => {
    const start = share(day)
    return { day, start, width: share(starts[at + 1] ?? after) - start }
  })
  return { from, until: addDays(after, -1), days, months }
}

/** Where a day begins in the window, in per cent; null when it lies outside. */
export function placeOf(day: string, { from, until, days }: TimelineWindow): number | null {
  return day < from || day > until ? null : (daysBetween(from, day) / days) * 100
}

export interface TimelineBar<T> {
  readonly row: T
  readonly start: number
  readonly width: number
  /** It begins before the window, or nobody knows when. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
  /** Bars that would cover each other stand below each other. */
  readonly track: number
}

/** The bars of one lane, the earlier above the later. */
export function barsOf<T>(rows: readonly { readonly row: T; readonly dates: Dates }[], window: TimelineWindow): TimelineBar<T>[] {
  const shown = rows
    .map(({ row, dates }) => ({ row, from: dates.from ?? window.from, until: dates.until ?? window.until, dates }))
    .filter(({ from, until }) => from <= window.until && until >= window.from)
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const ends: string[] = []
  return shown.map(({ row, from, until, dates }) => {
    const first = from < window.from ? window.from : from
    const last = until > window.until ? window.until : until
    const free = ends.findIndex((end) => end < first)
    const track = free === -1 ? ends.length : free
    ends[track] = last
    return {
      row,
      start: (daysBetween(window.from, first) / window.days) * 100,
      width: ((daysBetween(first, last) + 1) / window.days) * 100,
      isCutBefore: dates.from === null || from < window.from,
      isCutAfter: dates.until === null || until > window.until,
      track,
    }
  })
}
