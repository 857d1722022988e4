import { instantOf } from '@/server/domain/exchange/zone.rules'
import { addDays, momentOf } from '@/server/domain/facts/moment.rules'

/** When something is done every morning, in the workspace's zone. */
export interface Morning {
  readonly hour: number
  readonly onlyWorkingDays: boolean
}

/** So late it is still that morning; what slept longer waits for the next one. */
const lateMs = 4 * 3_600_000

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** The morning of a day, or of the first working day after it. */
function morningFrom(day: string, { hour, onlyWorkingDays }: Morning, zone: string): Date {
  const meant = onlyWorkingDays && isWeekend(day) ? addDays(day, isWeekend(addDays(day, 1)) ? 2 : 1) : day
  return instantOf(meant, zone, { hours: hour, minutes: 0, seconds: 0 })
}

/** The first of these mornings after `now`. */
export function nextMorning(now: Date, morning: Morning, zone: string): Date {
  const { today } = momentOf(now.getTime(), zone)
  const here = morningFrom(today, morning, zone)
  return here > now ? here : morningFrom(addDays(today, 1), morning, zone)
}

/** Whether one of these mornings has come and is not long over. */
export function isMorning(now: Date, morning: Morning, zone: string): boolean {
  const { today } = momentOf(now.getTime(), zone)
  const late = now.getTime() - morningFrom(today, morning, zone).getTime()
  return late >= 0 && late < lateMs
}
