import { mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { inOrderOfDay, isLateOn, isSettled, slotsOf, valueOn, writtenOn } from '@/server/domain/calendar/calendar.rules'
import {
  type Axis,
  type CalendarEntry,
  type CalendarRange,
  mostDays,
  mostEntries,
  type RangeInput,
  type UnscheduledInput,
  type UnscheduledList,
} from '@/server/domain/calendar/calendar.schema'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { daysBetween, type Moment, momentOf } from '@/server/domain/facts/moment.rules'
import type { Sort } from '@/server/domain/filter/filter.schema'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'

/** The order in which the table shows things: one that is kept and only carried on. */
const order: Sort = [{ field: 'createdAt', descending: true }]

/**
 * What a filter means, laid onto the days of one axis: the very items that the table lists under the same filter, those
 * without a date counted beside.
 */
export async function getCalendarRange(context: Context, input: RangeInput): Promise<CalendarRange> {
  const { actor } = context
  authorize(actor, 'item.read')
  const { from, to, axis, perDay } = input
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > mostDays) throw new Problem('invalid', 'calendar.problem.badRange', { days: mostDays })
  const { filter, ignored } = parseFilter(input.filter)
  const { facts, held } = await selectItems(context, { filter, sort: order })
  const moment = momentOf(context.now().getTime(), held.workspace.timeZone)
  const { slots, unscheduled } = slotsOf(facts, axis, { from, to, zone: moment.zone })
  const compare = inOrderOfDay(axis)
  const range: CalendarRange = { total: facts.length, inRange: 0, unscheduled, late: 0, days: [], entries: [], ignored }
  for (const { day, facts: ofDay } of slots) {
    if (ofDay.length === 0) continue
    let late = 0
    for (const fact of ofDay) if (isLateOn(fact, axis, moment)) late += 1
    range.inRange += ofDay.length
    range.late += late
    range.days.push({ day, count: ofDay.length, late })
    const room = Math.min(perDay, mostEntries - range.entries.length)
    if (room > 0) for (const fact of ofDay.sort(compare).slice(0, room)) range.entries.push(entryOf(context, fact, axis, moment))
  }
  return range
}

/** What matches and has no date on the axis: first what waits for one, then what is live or put away; each newest first. */
export async function listUnscheduled(context: Context, input: UnscheduledInput): Promise<UnscheduledList> {
  authorize(context.actor, 'item.read')
  const { axis, limit, offset } = input
  const { filter } = parseFilter(input.filter)
  const { facts, held } = await selectItems(context, { filter, sort: order })
  const moment = momentOf(context.now().getTime(), held.workspace.timeZone)
  const without = facts.filter((fact) => valueOn(fact, axis) === null)
  const settled = without.filter(isSettled)
  const page = [...without.filter((fact) => !isSettled(fact)), ...settled].slice(offset, offset + limit)
  const entries = page.map((fact) => entryOf(context, fact, axis, moment))
  return { entries, total: without.length, settled: settled.length }
}

function entryOf({ actor }: Context, fact: Fact, axis: Axis, moment: Moment): CalendarEntry {
  const { id, title, locale, type, status, step, phase, channel, campaign, ownerId } = fact
  return {
    ...{ id, title, locale, type, status, step, phase, channel, campaign, ownerId },
    at: writtenOn(valueOn(fact, axis), moment.zone),
    isLate: isLateOn(fact, axis, moment),
    mayEdit: mayEditItem(actor, fact),
  }
}
