import { addDays, localTimeOf, wallMs } from '@/server/domain/facts/moment.rules'

/**
 * What a wall-clock time means in a zone. `gap`: the clocks jump over it in spring, so it is moved forward by as much as they are.
 * `twice`: in autumn it comes two times; the first is meant unless somebody chooses the second.
 */
export interface WallReading {
  readonly kind: 'once' | 'gap' | 'twice'
  /** Earliest first; one, or two where it comes twice. */
  readonly instants: readonly [Date, ...Date[]]
}

/** Clocks are never more than this from UTC, nor turned by more. */
const offsetSearchDays = 1

/** `wall` is `YYYY-MM-DDTHH:mm`. */
export function readWall(wall: string, zone: string): WallReading {
  const asUtc = Date.parse(`${wall}:00Z`)
  const [day = '', time = ''] = wall.split('T')
  const around = [-offsetSearchDays, 0, offsetSearchDays].map((step) =>
    offsetAt(Date.parse(`${addDays(day, step)}T${time}:00Z`), zone),
  )
  const instants = [...new Set(around)]
    .map((offset) => asUtc - offset)
    .filter((instant) => localTimeOf(instant, zone) === wall)
    .sort((a, b) => a - b)
  const [first, second] = instants
  if (first === undefined) return { kind: 'gap', instants: [new Date(asUtc - (around[0] ?? 0))] }
  return second === undefined
    ? { kind: 'once', instants: [new Date(first)] }
    : { kind: 'twice', instants: [new Date(first), new Date(second)] }
}

/** How far the clocks of a zone are ahead of UTC. */
function offsetAt(instantMs: number, zone: string): number {
  return wallMs(instantMs, zone) - instantMs
}

/** `UTC+2`: how a zone's clocks stand at an instant. */
export function offsetText(instant: Date, zone: string): string {
  const minutes = Math.round(offsetAt(instant.getTime(), zone) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
