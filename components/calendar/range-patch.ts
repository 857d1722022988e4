import { isSettled } from '@/server/domain/calendar/calendar.rules'
import type { CalendarEntry, CalendarRange, MoveTo, UnscheduledList } from '@/server/domain/calendar/calendar.schema'
import { addDays } from '@/server/domain/facts/moment.rules'

/** Where an entry will stand; what has no date cannot be shifted. */
export function movedAt(at: string | null, to: MoveTo): string | null {
  if (to.kind === 'unschedule') return null
  if (to.kind === 'toDay') return to.day + (at?.slice(10) ?? '')
  return at === null ? null : addDays(at.slice(0, 10), to.days) + at.slice(10)
}

const dayOf = (at: string | null): string | null => at?.slice(0, 10) ?? null

/** The range as it will be after a move: shown at once, before the server has answered. */
export function movedRange(
  range: CalendarRange,
  moved: readonly CalendarEntry[],
  to: MoveTo,
  window: { from: string; to: string },
): CalendarRange {
  const isHere = (day: string | null) => day !== null && day >= window.from && day <= window.to
  const next = new Map(moved.map((entry) => [entry.id, { ...entry, at: movedAt(entry.at, to), isLate: false }]))
  const days = new Map(range.days.map((day) => [day.day, { ...day }]))
  let { inRange, unscheduled, late } = range
  for (const entry of moved) {
    const [before, after] = [dayOf(entry.at), dayOf(next.get(entry.id)?.at ?? null)]
    if (before === after) continue
    const old = isHere(before) && days.get(before ?? '')
    if (old) {
      old.count -= 1
      if (entry.isLate) old.late -= 1
    }
    if (isHere(after)) {
      const day = after ?? ''
      days.set(day, { day, late: 0, ...days.get(day), count: (days.get(day)?.count ?? 0) + 1 })
    }
    inRange += Number(isHere(after)) - Number(isHere(before))
    unscheduled += Number(after === null) - Number(before === null)
    if (entry.isLate && isHere(before)) late -= 1
  }
  const stay = range.entries.filter(({ id }) => !next.has(id))
  const come = [...next.values()].filter(({ at }) => isHere(dayOf(at)))
  const entries = [...stay, ...come].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0))
  const left = [...days.values()].filter(({ count }) => count > 0).sort((a, b) => (a.day < b.day ? -1 : 1))
  return { ...range, inRange, unscheduled, late: Math.max(0, late), days: left, entries }
}

/** The tray after a move: who got a date leaves it, who lost one comes first. */
export function movedTray(tray: UnscheduledList, moved: readonly CalendarEntry[], to: MoveTo): UnscheduledList {
  const ids = new Set(moved.map(({ id }) => id))
  const without = tray.entries.filter(({ id }) => !ids.has(id))
  const gone = moved.filter(({ at }) => at === null).length
  if (to.kind === 'byDays') return tray
  const settledGone = moved.filter((entry) => entry.at === null && isSettled(entry)).length
  const left = { total: Math.max(0, tray.total - gone), settled: Math.max(0, tray.settled - settledGone) }
  if (to.kind === 'toDay') return { entries: without, ...left }
  const come = moved.map((entry) => ({ ...entry, at: null, isLate: false }))
  const all = [...come, ...without]
  return {
    entries: [...all.filter((entry) => !isSettled(entry)), ...all.filter(isSettled)],
    total: left.total + moved.length,
    settled: left.settled + moved.filter(isSettled).length,
  }
}
