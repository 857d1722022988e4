import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'

/** As many as stand in a day of a month; one more takes no more room than saying that there is one more. */
const fitting = 3

/**
 * The entries of a day that are seen there; the others are behind "+ more". Who was just moved here stays in sight, however
 * full the day is, and takes the place of the last one.
 */
export function visibleOn(
  entries: readonly CalendarEntry[],
  count: number,
  isWide: boolean,
  kept?: CalendarEntry | undefined,
): readonly CalendarEntry[] {
  const room = count > fitting + 1 ? fitting : fitting + 1
  const first = isWide ? entries : entries.slice(0, room)
  if (kept === undefined || first.some(({ id }) => id === kept.id)) return first
  return [...(isWide || first.length < room ? first : first.slice(0, -1)), kept]
}
