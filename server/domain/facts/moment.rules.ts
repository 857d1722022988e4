/** A point in time as the workspace sees it: everything that compares dates gets one of these instead of a clock. */
export interface Moment {
  readonly nowMs: number
  /** `YYYY-MM-DD` in the zone. */
  readonly today: string
  /** `YYYY-MM-DDTHH:mm` in the zone. */
  readonly localNow: string
  readonly zone: string
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

// Building a formatter costs far more than using it; there are only as many as zones in use.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** The wall clock of a zone at an instant, as `YYYY-MM-DDTHH:mm`. */
export function localTimeOf(instantMs: number, zone: string): string {
  const part = { year: '', month: '', day: '', hour: '', minute: '' }
  for (const { type, value } of formatterOf(zone).formatToParts(instantMs))
    if (type in part) part[type as keyof typeof part] = value
  return `${part.year.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

export function localDayOf(instantMs: number, zone: string): string {
  return localTimeOf(instantMs, zone).slice(0, 10)
}

export function momentOf(instantMs: number, zone: string): Moment {
  const localNow = localTimeOf(instantMs, zone)
  return { nowMs: instantMs, today: localNow.slice(0, 10), localNow, zone }
}

/** A picked day means its end: its last millisecond in the zone, whatever the clocks do that day. */
export function endOfDay(day: string, zone: string): Moment {
  return { nowMs: startOfDayMs(addDays(day, 1), zone) - 1, today: day, localNow: `${day}T23:59`, zone }
}

/**
 * The first instant of a day in the zone. Clocks may be turned over midnight, so a day need not begin at 00:00 (then this is
 * the turn itself), 00:00 may come twice (then the first one counts), or the day before may come back for an hour (then
 * only the second one ends it).
 */
export function startOfDayMs(day: string, zone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`)
  const midnights = [-dayMs, dayMs]
    .map((step) => wall - (wallMs(wall + step, zone) - (wall + step)))
    .filter((instant) => wallMs(instant, zone) === wall && wallMs(instant - 1, zone) < wall)
  if (midnights.length > 0) return Math.max(...midnights)
  let before = wall - 36 * hourMs
  let from = wall + 36 * hourMs
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (localDayOf(middle, zone) >= day) from = middle
    else before = middle
  }
  return from
}

/** The wall clock read as if it were UTC. To the minute, which is as exact as zones are; right for years of any length. */
export function wallMs(instantMs: number, zone: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = localTimeOf(instantMs, zone).split(/[-T:]/).map(Number)
  const wall = new Date(0)
  wall.setUTCFullYear(year, month - 1, day)
  wall.setUTCHours(hour, minute)
  return wall.getTime() + (((instantMs % 60_000) + 60_000) % 60_000)
}

const firstDayMs = Date.parse('0001-01-01T00:00:00Z')
const lastDayMs = Date.parse('9999-12-31T00:00:00Z')

/** Calendar arithmetic on `YYYY-MM-DD`; knows no zone, and stays within the years of four digits. */
export function addDays(day: string, days: number): string {
  const ms = Date.parse(`${day}T00:00:00Z`) + days * dayMs
  return new Date(Math.min(Math.max(ms, firstDayMs), lastDayMs)).toISOString().slice(0, 10)
}

/** The day proposed for what is planned today: in two weeks, on a working day. */
export function proposedDay(today: string): string {
  const day = addDays(today, 14)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

/** Days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** Of what an item can be planned, published or looked at again. Further on, days and times have no usual way to be written. */
export const keptDays = { first: '1900-01-01', last: '2200-12-31' } as const
export const isKeptDay = (text: string): boolean => text >= keptDays.first && text <= keptDays.last

/** The days that calendars and timelines show. Beyond them no month has a next one that could be written. */
export const shownDays = { first: '1970-01-01', last: '2200-12-31' } as const
export const isShownDay = (text: string): boolean => isDay(text) && text >= shownDays.first && text <= shownDays.last
/** The day itself, or the last one shown before it would be none any more. */
export const nearestShownDay = (day: string): string =>
  day < shownDays.first ? shownDays.first : day > shownDays.last ? shownDays.last : day

/** Whether text is a calendar day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}
