import { type DateProblem, readDate } from '@/server/domain/exchange/dates.rules'
import type { Cell, DateOrder, ImportTarget } from '@/server/domain/exchange/exchange.schema'
import { dayIn, instantOf } from '@/server/domain/exchange/zone.rules'

export type DateCell =
  | { readonly value: string | Date; readonly isDayOnly: boolean }
  | { readonly problem: DateProblem }
  /** A sign that says there is no date, as people put into cells that must not be empty. */
  | { readonly empty: true }

const blanks = new Set([
  '-',
  '–',
  '—',
  '/',
  'n/a',
  'n.a.',
  'k.a.',
  'k. a.',
  'tbd',
  'offen',
  '?',
  '0000-00-00',
  '0000-00-00 00:00:00',
  'null',
  'none',
])

/** A cell as the kind of date that a field of an item wants: a day, a day with an optional time, or a moment. */
export function readDateCell(target: ImportTarget, cell: Cell, order: DateOrder | null, zone: string): DateCell {
  if (typeof cell === 'string' && blanks.has(cell.trim().toLowerCase())) return { empty: true }
  const date = readDate(cell, { order })
  if ('problem' in date) return date
  if (target === 'dueOn' || target === 'reviewBy') return { value: date.at ? dayIn(date.at, zone) : date.day, isDayOnly: true }
  if (target === 'plannedFor') {
    if (!date.time) return { value: date.day, isDayOnly: true }
    const { hours, minutes } = date.time
    return { value: `${date.day}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`, isDayOnly: false }
  }
  return { value: date.at ?? instantOf(date.day, zone, date.time), isDayOnly: date.time === undefined }
}

const dated: ReadonlySet<string> = new Set(['plannedFor', 'dueOn', 'publishAt', 'publishedAt', 'unpublishAt', 'reviewBy'])

/** Whether a target is one of the dates of an item. */
export const isDateTarget = (target: ImportTarget): boolean => dated.has(target)
