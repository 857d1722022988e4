const formats = new Map<string, Intl.DateTimeFormat>()
/** Midnights already worked out: a column of dates asks for the same few thousand days again and again. */
const midnights = new Map<string, number>()
const MIDNIGHTS_KEPT = 20_000

/**
 * The moment at which clocks in `zone` show this day and time, as `readWall` tells it: a time that is skipped in spring moves
 * forward, of one that comes twice in autumn it is the first.
 */
export function instantOf(
  day: string,
  zone: string,
  time: { hours: number; minutes: number; seconds: number } = startOfDay,
): Date {
  const wall = Date.UTC(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8, 10)),
    time.hours,
    time.minutes,
    time.seconds,
  )
  if (time !== startOfDay) return new Date(resolve(wall, zone))
  const key = `${zone} ${day}`
  let at = midnights.get(key)
  if (at === undefined) {
    if (midnights.size > MIDNIGHTS_KEPT) midnights.clear()
    at = resolve(wall, zone)
    midnights.set(key, at)
  }
  return new Date(at)
}

const startOfDay = { hours: 0, minutes: 0, seconds: 0 }

/** Clocks are never more than this from UTC, nor turned twice within it. */
const DAY = 24 * 60 * 60 * 1000

function resolve(wall: number, zone: string): number {
  const [before, after] = [offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)]
  // The further ahead the clocks, the earlier the moment.
  const earliest = wall - Math.max(before, after)
  if (before === after || offsetAt(earliest, zone) === wall - earliest) return earliest
  const latest = wall - Math.min(before, after)
  return offsetAt(latest, zone) === wall - latest ? latest : wall - before
}

function offsetAt(at: number, zone: string): number {
  return wallClock(at, zone) - Math.floor(at / 1000) * 1000
}

function wallClock(at: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  const [month = '1', day = '1', year = '1970', hour = '0', minute = '0', second = '0'] = format.format(at).split(/\D+/)
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

/** The calendar day of a moment in `zone`, `YYYY-MM-DD`. */
export function dayIn(at: Date, zone: string): string {
  return new Date(wallClock(at.getTime(), zone)).toISOString().slice(0, 10)
}
