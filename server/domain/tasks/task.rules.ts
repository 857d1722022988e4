import { addDays, localDayOf } from '@/server/domain/facts/moment.rules'
import type { DueRule, Recurrence, TaskDates } from '@/server/domain/tasks/task.schema'

export const noDates: TaskDates = { planned: null, publish: null, start: null, end: null }

interface DatedItem {
  readonly plannedFor: string | null
  readonly publishAt: Date | number | null
  readonly publishedAt: Date | number | null
}

/** The days that tasks of an item hang on: the planned one, and the one it goes live or went live. */
export function datesOfItem({ plannedFor, publishAt, publishedAt }: DatedItem, zone: string): TaskDates {
  const live = publishAt ?? publishedAt
  const publish = live === null ? null : localDayOf(Number(live), zone)
  return { ...noDates, planned: plannedFor?.slice(0, 10) ?? null, publish }
}

export const datesOfCampaign = (campaign: { readonly startsOn: string | null; readonly endsOn: string | null }): TaskDates => ({
  ...noDates,
  start: campaign.startsOn,
  end: campaign.endsOn,
})

/** The day a task is due. One that hangs on a date moves with it, and has no day while that date is open. */
export function dueDayOf(
  { dueOn, dueRule }: { readonly dueOn: string | null; readonly dueRule: DueRule | null },
  dates: TaskDates,
): string | null {
  if (dueRule === null) return dueOn
  const day = dates[dueRule.anchor]
  return day === null ? null : addDays(day, dueRule.days)
}

interface Following {
  readonly id: string
  readonly after: readonly string[]
  readonly doneAt: Date | null
}

/** The tasks that must be done before this one can be. Those that are gone hold nobody up. */
export const openBefore = <T extends Following>(task: Pick<T, 'after'>, tasks: readonly T[]): T[] =>
  tasks.filter((other) => task.after.includes(other.id) && other.doneAt === null)

/** Whether a task would wait for itself if these came before it. */
export function closesCircle(id: string, after: readonly string[], tasks: readonly Pick<Following, 'id' | 'after'>[]): boolean {
  const before = new Map(tasks.map((task) => [task.id, task.after]))
  const seen = new Set<string>()
  const waiting = [...after]
  for (const one of waiting) {
    if (one === id) return true
    if (seen.has(one)) continue
    seen.add(one)
    waiting.push(...(before.get(one) ?? []))
  }
  return false
}

/**
 * When the next one is due: by its rhythm from the day this one was due, missed ones left out; without a day from today. A month
 * without the day that is meant takes its last one, and the month after it that day again. Null: it does not come again.
 */
export function nextDueDay(recurrence: Recurrence, due: string | null, today: string): string | null {
  const { every, unit, until } = recurrence
  const from = due ?? today
  const date = monthDayOf(recurrence, from)
  const days = unit === 'week' ? 7 * every : every
  let next = from
  for (let n = 1; next <= from || next < today; n += 1) {
    if (n > 20_000) return null
    next = unit === 'month' ? inLaterMonth(from, n * every, date) : addDays(from, n * days)
  }
  return until !== null && next > until ? null : next
}

/** The rhythm of the next one: it remembers the day of the month. */
export function nextRecurrence(recurrence: Recurrence, due: string | null, today: string): Recurrence {
  return recurrence.unit === 'month' ? { ...recurrence, monthDay: monthDayOf(recurrence, due ?? today) } : recurrence
}

/** The remembered one, unless somebody has put this one on another day since. */
function monthDayOf({ monthDay }: Recurrence, day: string): number {
  return monthDay !== undefined && inLaterMonth(day, 0, monthDay) === day ? monthDay : Number(day.slice(8))
}

/** That day of a later month, or its last one where it has no such day. */
function inLaterMonth(day: string, months: number, date: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
