import type { Axis } from '@/server/domain/calendar/calendar.schema'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays, daysBetween, localTimeOf, type Moment, startOfDayMs } from '@/server/domain/facts/moment.rules'

/** The field behind each axis. */
export const fieldOfAxis = {
  planned: 'plannedFor',
  due: 'dueOn',
  scheduled: 'publishAt',
  published: 'publishedAt',
} as const satisfies Record<Axis, string>

/** What an axis knows of an item: a day with or without a time of day, or an instant. */
export const valueOn = (fact: Fact, axis: Axis): string | number | null => fact[fieldOfAxis[axis]]

/** As the calendar writes it: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` on the workspace's clocks. */
export const writtenOn = (value: string | number | null, zone: string): string | null =>
  typeof value === 'number' ? localTimeOf(value, zone) : value

interface DaySlot {
  readonly day: string
  readonly facts: Fact[]
}

/**
 * The facts of a range of days, by day, and how many of the others have no date at all. Instants are compared with the
 * beginnings of the days, so that no clock has to be asked for each of a hundred thousand items.
 */
export function slotsOf(
  facts: readonly Fact[],
  axis: Axis,
  { from, to, zone }: { from: string; to: string; zone: string },
): { slots: readonly DaySlot[]; unscheduled: number } {
  const length = Math.max(0, daysBetween(from, to) + 1)
  const slots = Array.from({ length }, (_, at): DaySlot => ({ day: addDays(from, at), facts: [] }))
  let unscheduled = 0
  if (axis === 'planned' || axis === 'due') {
    const field = fieldOfAxis[axis]
    const byDay = new Map(slots.map((slot) => [slot.day, slot]))
    const end = addDays(to, 1)
    for (const fact of facts) {
      const value = fact[field]
      if (value === null) unscheduled += 1
      else if (value >= from && value < end) byDay.get(value.slice(0, 10))?.facts.push(fact)
    }
    return { slots, unscheduled }
  }
  const field = fieldOfAxis[axis]
  const starts = slots.map(({ day }) => startOfDayMs(day, zone))
  const first = starts[0] ?? 0
  const end = length === 0 ? first : startOfDayMs(addDays(to, 1), zone)
  for (const fact of facts) {
    const value = fact[field]
    if (value === null) unscheduled += 1
    else if (value >= first && value < end) slots[placeIn(starts, value)]?.facts.push(fact)
  }
  return { slots, unscheduled }
}

/** The last start that is not after the instant. */
function placeIn(starts: readonly number[], instant: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= instant) low = middle
    else high = middle - 1
  }
  return low
}

/** Within a day: without a time first, then by time, then by title. */
export function inOrderOfDay(axis: Axis): (a: Fact, b: Fact) => number {
  const field = fieldOfAxis[axis]
  return (a, b) => {
    const [x, y] = [a[field], b[field]]
    if (x !== y && x !== null && y !== null) return x < y ? -1 : 1
    if (a.titleFold !== b.titleFold) return a.titleFold < b.titleFold ? -1 : 1
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
}

/** Nobody waits for its date any more. */
export const isSettled = ({ status }: Pick<Fact, 'status'>): boolean => status === 'published' || status === 'archived'

/** Not live although the day on this axis is past. What was published or put away is late no more. */
export function isLateOn(fact: Fact, axis: Axis, { nowMs, today, localNow }: Moment): boolean {
  if (axis === 'published' || isSettled(fact)) return false
  if (axis === 'scheduled') return fact.publishAt !== null && fact.publishAt < nowMs
  if (axis === 'due') return fact.dueOn !== null && fact.dueOn < today
  return fact.plannedFor !== null && fact.plannedFor < (fact.plannedFor.length > 10 ? localNow : today)
}
