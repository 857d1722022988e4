import { fieldOfAxis, writtenOn } from '@/server/domain/calendar/calendar.rules'
import type { Axis, MoveTo } from '@/server/domain/calendar/calendar.schema'
import { shiftInstant } from '@/server/domain/content/bulk.rules'
import type { ItemState, Outcome } from '@/server/domain/content/item.rules'
import type { ItemEdit } from '@/server/domain/content/item.schema'
import { instantOf } from '@/server/domain/exchange/zone.rules'
import { addDays, daysBetween, type Moment } from '@/server/domain/facts/moment.rules'
import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'

type Dates = Pick<ItemState, 'plannedFor' | 'dueOn' | 'publishAt' | 'publishedAt'>

/** When something is scheduled that has no time of day yet. */
export const usualTime = { hours: 9, minutes: 0, seconds: 0 }

const refused = (messageKey: string): Outcome<never> => ({ faults: [{ field: '', messageKey, details: {} }] })

/** Where an item stands on the axis, as the calendar writes it. */
export function standsAt(item: Dates, axis: Axis, zone: string): string | null {
  const value = item[fieldOfAxis[axis]]
  return writtenOn(value instanceof Date ? value.getTime() : value, zone)
}

/**
 * The edit by which an item moves on the axis: nothing but that date changes, and its time of day stays, on the workspace's
 * clocks also over the days on which they are turned. An empty edit: it is there already. Faults say why it stays.
 */
export function moveOf(item: Dates & { status: Status }, axis: Axis, to: MoveTo, { zone, nowMs }: Moment): Outcome<ItemEdit> {
  const at = standsAt(item, axis, zone)
  if (axis === 'published' && item.publishedAt === null) return refused('calendar.problem.notPublished')
  if (to.kind === 'unschedule') {
    if (axis === 'published') return refused('calendar.problem.publishedStays')
    return { value: at === null ? {} : { [fieldOfAxis[axis]]: null } }
  }
  if (axis === 'scheduled' && item.status === 'published') return refused('calendar.problem.alreadyPublished')
  if (axis === 'scheduled' && item.status === 'archived') return refused('calendar.problem.putAway')
  if (to.kind === 'byDays' && at === null) return refused('calendar.problem.noDate')
  const from = at?.slice(0, 10) ?? null
  const day = to.kind === 'toDay' ? to.day : addDays(from ?? '', to.days)
  if (day === from) return { value: {} }
  const time = at?.slice(10) ?? ''
  if (axis === 'planned') return { value: { plannedFor: day + time } }
  if (axis === 'due') return { value: { dueOn: day } }
  const before = item[fieldOfAxis[axis]]
  const instant = before && from ? shiftInstant(before, daysBetween(from, day), zone) : instantOf(day, zone, usualTime)
  if (axis === 'scheduled' && instant.getTime() < nowMs) return refused('calendar.problem.scheduleInPast')
  if (axis === 'published' && instant.getTime() > nowMs) return refused('calendar.problem.publishedAhead')
  return { value: { [fieldOfAxis[axis]]: instant } }
}
