import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  endOfDay,
  isDay,
  localTimeOf,
  momentOf,
  proposedDay,
  startOfDayMs,
} from '@/server/domain/facts/moment.rules'
import { readWall } from '@/server/domain/facts/wall-time.rules'

const iso = (ms: number) => new Date(ms).toISOString()

describe('a moment', () => {
  test('shows the wall clock of the workspace', () => {
    const moment = momentOf(Date.parse('2026-07-01T22:30:00Z'), 'Europe/Berlin')
    expect(moment).toEqual({
      nowMs: Date.parse('2026-07-01T22:30:00Z'),
      today: '2026-07-02',
      localNow: '2026-07-02T00:30',
      zone: 'Europe/Berlin',
    })
    expect(momentOf(moment.nowMs, 'America/New_York').localNow).toBe('2026-07-01T18:30')
  })

  test('midnight is 00:00, not 24:00', () => {
    expect(momentOf(Date.parse('2026-01-01T00:00:00Z'), 'UTC').localNow).toBe('2026-01-01T00:00')
  })
})

test.each([
  ['2026-03-04', '2026-03-18'],
  ['2026-03-07', '2026-03-23'],
  ['2026-03-08', '2026-03-23'],
  ['2026-12-18', '2027-01-01'],
])('what is planned on %s is proposed for %s, a working day', (today, day) => {
  expect(proposedDay(today)).toBe(day)
})

describe('a picked day means its end in the zone', () => {
  test.each([
    ['an ordinary day', '2026-03-09', 'Europe/Berlin', '2026-03-09T22:59:59.999Z'],
    ['the short day when clocks go forward', '2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['the long day when clocks go back', '2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['the day before the short one', '2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
    ['west of Greenwich', '2026-03-09', 'America/Los_Angeles', '2026-03-10T06:59:59.999Z'],
    ['half-hour zones', '2026-03-09', 'Asia/Kolkata', '2026-03-09T18:29:59.999Z'],
    ['the far east', '2026-03-09', 'Pacific/Kiritimati', '2026-03-09T09:59:59.999Z'],
    ['a day whose midnight does not exist', '2018-11-03', 'America/Sao_Paulo', '2018-11-04T02:59:59.999Z'],
    ['a day whose last hour comes twice', '2018-02-17', 'America/Sao_Paulo', '2018-02-18T02:59:59.999Z'],
    ['a day after which midnight comes twice', '2026-10-31', 'America/Havana', '2026-11-01T03:59:59.999Z'],
    ['a day that comes back after midnight', '2010-11-06', 'America/St_Johns', '2010-11-07T03:29:59.999Z'],
  ])('%s', (_, day, zone, end) => {
    const moment = endOfDay(day, zone)
    expect(iso(moment.nowMs)).toBe(end)
    expect(moment.today).toBe(day)
    expect(moment.localNow).toBe(`${day}T23:59`)
    expect(momentOf(moment.nowMs, zone).today).toBe(day)
    expect(momentOf(moment.nowMs + 1, zone).today).not.toBe(day)
  })

  test('a day that a zone left out begins with the day after it', () => {
    expect(momentOf(startOfDayMs('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia').today).toBe('2011-12-31')
  })

  test('the last day of the calendar is no crash', () => {
    expect(endOfDay('9999-12-31', 'Europe/Berlin').today).toBe('9999-12-31')
    for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/New_York']) {
      const { kind, instants } = readWall('9999-12-31T23:59', zone)
      expect([kind, localTimeOf(instants[0].getTime(), zone)]).toEqual(['once', '9999-12-31T23:59'])
    }
  })
})

describe('calendar days', () => {
  test('are added over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  test('are counted whatever the clocks do', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  })

  test('have to exist', () => {
    expect(isDay('2028-02-29')).toBe(true)
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2026-2-3')).toBe(false)
    expect(isDay('2026-02-03T10:00')).toBe(false)
  })
})
