import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'

export interface CalendarFile {
  readonly name: string
  readonly description: string
  readonly language: 'en' | 'de'
  /** Calendars show their own; this one is a hint. */
  readonly zone: string
  readonly events: readonly CalendarEvent[]
}

export interface CalendarEvent {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly address: string
  readonly categories: readonly string[]
  /** A day, or an instant in milliseconds. */
  readonly start: string | number
  /** The last day, included; null for a single one. */
  readonly lastDay: string | null
  readonly isFirm: boolean
  readonly sequence: number
  /** In milliseconds; null: unknown. */
  readonly changedAt: number | null
}

const dayMs = 86_400_000
/** What has a time and no length is drawn as high as half an hour, so that it can be read. */
const drawnMs = 30 * 60_000
const hourSeconds = 3600

/**
 * An RFC 5545 calendar. Times are UTC instants, so no table of clock changes can be wrong or missing; days are days. The same
 * events give the same bytes, whenever they are written.
 */
export function writeIcs({ name, description, language, zone, events }: CalendarFile): string {
  const calendar = ical({
    name: clean(name),
    description: clean(description),
    prodId: { company: 'etappe', product: 'planner', language: language.toUpperCase() },
    ttl: hourSeconds,
    x: { 'X-WR-TIMEZONE': zone },
  })
  for (const event of events) {
    const isDay = typeof event.start === 'string'
    const start = new Date(event.start)
    const end = isDay
      ? new Date(Date.parse(event.lastDay ?? (event.start as string)) + dayMs)
      : new Date((event.start as number) + drawnMs)
    const changedAt = event.changedAt === null ? null : new Date(event.changedAt)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      // When the information was made, not when the file was: else every reading would look like a change.
      stamp: changedAt ?? start,
      ...(changedAt ? { lastModified: changedAt } : {}),
      start,
      end,
      allDay: isDay,
      summary: clean(event.summary),
      description: clean(event.description),
      // An address is written as it is, but the library would put a backslash before these.
      url: event.address.replaceAll(/[,;\\]/g, encodeURIComponent),
      categories: event.categories.map((category) => ({ name: clean(category) })),
      status: event.isFirm ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // A plan takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}

/** What no line may hold: control signs but tab and line break, and halves of characters. */
const unwritable = /(?![\t\n\r])\p{Cc}/gu
const clean = (text: string): string => text.toWellFormed().replace(unwritable, ' ')
