import { describe, expect, test } from 'vitest'
import { prefilled } from '@/components/calendar/prefill'
import { movedAt, movedRange, movedTray } from '@/components/calendar/range-patch'
import { visibleOn } from '@/components/calendar/visible-entries'
import type { CalendarEntry, CalendarRange } from '@/server/domain/calendar/calendar.schema'
import { barsOf, isoWeek, stepped, weeksOf, windowOf } from '@/server/domain/calendar/calendar-window.rules'
import { newDetails } from '@/server/domain/vocabulary/term.rules'
import { type TermRow, vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'

describe('windows', () => {
  test('a month shows whole weeks from Monday to Sunday', () => {
    expect(windowOf('month', '2026-11-22')).toEqual({ from: '2026-10-26', to: '2026-12-06' })
    expect(weeksOf(windowOf('month', '2027-02-10')).map((week) => week.length)).toEqual([7, 7, 7, 7])
  })
  test('quarters and lists begin with their months', () => {
    expect(windowOf('quarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(windowOf('agenda', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })
  test('a month on from the 31st is the last day of a shorter one', () => {
    expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-28')
    expect(stepped('quarter', '2026-11-30', 1)).toBe('2027-02-28')
    expect(stepped('week', '2026-12-30', 1)).toBe('2027-01-06')
  })
  test('weeks are numbered by ISO 8601', () => {
    expect([isoWeek('2026-01-01'), isoWeek('2026-12-31'), isoWeek('2027-01-03'), isoWeek('2027-01-04')]).toEqual([1, 53, 53, 1])
    expect(isoWeek('2021-01-01')).toBe(53)
  })
})

describe('bars', () => {
  const window = { from: '2026-11-02', to: '2026-11-08' }
  test('are cut at the window, take the first free lane, and an open end goes on', () => {
    const bars = barsOf(
      [
        { key: 'a', startsOn: '2026-10-20', endsOn: '2026-11-03' },
        { key: 'b', startsOn: '2026-11-03', endsOn: null },
        { key: 'c', startsOn: '2026-11-04', endsOn: '2026-11-05' },
        { key: 'gone', startsOn: '2026-11-09', endsOn: null },
        { key: 'backwards', startsOn: '2026-11-05', endsOn: '2026-11-03' },
      ],
      window,
    )
    const told = bars.map(({ span, start, length, lane, isCutBefore, isCutAfter }) => [
      span.key,
      start,
      length,
      lane,
      isCutBefore,
      isCutAfter,
    ])
    expect(told).toEqual([
      ['a', 0, 2, 0, true, false],
      ['b', 1, 6, 1, false, false],
      ['c', 2, 2, 0, false, false],
    ])
  })
})

const entry = (id: string, at: string | null): CalendarEntry => ({
  id,
  title: id,
  locale: null,
  type: 'page',
  status: 'planned',
  step: 'planned',
  phase: [],
  channel: [],
  campaign: [],
  ownerId: null,
  at,
  isLate: false,
  mayEdit: true,
})
const range: CalendarRange = {
  total: 3,
  inRange: 2,
  unscheduled: 1,
  late: 0,
  days: [
    { day: '2026-11-02', count: 1, late: 0 },
    { day: '2026-11-03', count: 1, late: 0 },
  ],
  entries: [entry('a', '2026-11-02T09:30'), entry('b', '2026-11-03')],
  ignored: [],
}
const window = { from: '2026-11-02', to: '2026-11-08' }

describe('a move shown before it is saved', () => {
  test('keeps the time of day, and the counts of both days', () => {
    expect(movedAt('2026-11-02T09:30', { kind: 'toDay', day: '2026-11-05' })).toBe('2026-11-05T09:30')
    const next = movedRange(range, [entry('a', '2026-11-02T09:30')], { kind: 'byDays', days: 1 }, window)
    expect(next.days).toEqual([{ day: '2026-11-03', count: 2, late: 0 }])
    expect(next.entries.map(({ id, at }) => [id, at])).toEqual([
      ['b', '2026-11-03'],
      ['a', '2026-11-03T09:30'],
    ])
    expect(next).toMatchObject({ total: 3, inRange: 2, unscheduled: 1 })
  })
  test('out of the window, off the calendar and out of the tray', () => {
    const out = movedRange(range, [entry('b', '2026-11-03')], { kind: 'byDays', days: 30 }, window)
    expect(out).toMatchObject({ inRange: 1, unscheduled: 1 })
    const off = movedRange(range, [entry('b', '2026-11-03')], { kind: 'unschedule' }, window)
    expect(off).toMatchObject({ inRange: 1, unscheduled: 2 })
    const on = movedRange(range, [entry('c', null)], { kind: 'toDay', day: '2026-11-07' }, window)
    expect(on).toMatchObject({ inRange: 3, unscheduled: 0 })
    const tray = { entries: [entry('c', null)], total: 1, settled: 0 }
    const onDay = movedTray(tray, [entry('c', null)], { kind: 'toDay', day: '2026-11-07' })
    expect(onDay).toEqual({ entries: [], total: 0, settled: 0 })
    expect(movedTray(tray, [entry('b', '2026-11-03')], { kind: 'unschedule' })).toMatchObject({ total: 2, settled: 0 })
    const live = { ...entry('d', '2026-11-03'), status: 'published' as const }
    const withLive = movedTray(tray, [live], { kind: 'unschedule' })
    expect(withLive).toMatchObject({ entries: [{ id: 'c' }, { id: 'd' }], total: 2, settled: 1 })
    const gone = movedTray(withLive, [{ ...live, at: null }], { kind: 'toDay', day: '2026-11-07' })
    expect(gone).toMatchObject({ entries: [{ id: 'c' }], total: 1, settled: 0 })
  })
})

describe('what is seen of a day', () => {
  const day = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id, '2026-11-02'))
  const names = (...given: Parameters<typeof visibleOn>) =>
    visibleOn(...given)
      .map(({ id }) => id)
      .join('')
  test('is three entries and how many more there are, or all where one more fits', () => {
    expect(names(day.slice(0, 4), 72, false)).toBe('abc')
    expect(names(day.slice(0, 4), 4, false)).toBe('abcd')
    expect(names(day, 5, true)).toBe('abcde')
  })
  test('always holds the entry that was just moved there, in the place of the last', () => {
    expect(names(day.slice(0, 4), 72, false, entry('z', '2026-11-02'))).toBe('abz')
    expect(names(day.slice(0, 4), 72, false, entry('d', '2026-11-02'))).toBe('abd')
    expect(names(day.slice(0, 4), 72, false, entry('b', '2026-11-02'))).toBe('abc')
    expect(names(day.slice(0, 2), 3, false, entry('z', '2026-11-02'))).toBe('abz')
    expect(names(day, 40, true, entry('z', '2026-11-02'))).toBe('abcdez')
  })
})

test('what a filter says of one single thing comes along with a new item, and nothing else does', () => {
  const term = (dimension: Dimension, key: string, archivedAt: Date | null = null): TermRow => ({
    dimension,
    key,
    nameEn: key,
    nameDe: key,
    position: 0,
    synonyms: [],
    details: dimension === 'type' ? { fields: [] } : newDetails(dimension, {}, vocabularyOf([])),
    origin: 'own',
    source: null,
    archivedAt,
    revision: 1,
  })
  const vocabulary = vocabularyOf([
    term('phase', 'retention'),
    term('channel', 'email'),
    term('channel', 'blog'),
    term('campaign', 'old', new Date()),
    term('type', 'page'),
  ])
  const clause = (field: string, op: 'anyOf' | 'noneOf', ...values: string[]) => ({ field, op, values })
  const filter = [
    clause('phase', 'anyOf', 'retention'),
    clause('channel', 'anyOf', 'email', 'blog'),
    clause('campaign', 'anyOf', 'old'),
    clause('type', 'noneOf', 'page'),
  ]
  expect(prefilled(filter, vocabulary)).toEqual({ tags: { phase: ['retention'] }, type: undefined })
})
