import { type Axis, axes } from '@/server/domain/calendar/calendar.schema'
import { type Colouring, colourings, type Show, shows } from '@/server/domain/calendar/calendar-window.rules'
import { isShownDay } from '@/server/domain/facts/moment.rules'

interface Read {
  /** Null: not said, or nothing that is known. */
  readonly show: Show | null
  readonly axis: Axis
  readonly colour: Colouring
  readonly at: string | null
  /** What stands there and means nothing, as `name=value`. */
  readonly ignored: readonly string[]
}

/** What of the calendar an address asks for. Whatever means nothing is left out, and named. */
export function readCalendarAddress(address: Pick<URLSearchParams, 'get'>): Read {
  const ignored: string[] = []
  function known<T extends string>(name: string, isKnown: (text: string) => text is T): T | null {
    const text = address.get(name)
    if (text === null || text === '' || isKnown(text)) return text === '' ? null : text
    ignored.push(`${name}=${text}`)
    return null
  }
  const oneOf =
    <T extends string>(all: readonly T[]) =>
    (text: string): text is T =>
      (all as readonly string[]).includes(text)
  const show = known('show', oneOf(shows))
  const axis = known('axis', oneOf(axes)) ?? 'planned'
  const colour = known('colour', oneOf(colourings)) ?? 'phase'
  const at = known('at', (text): text is string => isShownDay(text))
  return { show, axis, colour, at, ignored }
}
