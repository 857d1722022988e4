import { describe, expect, test } from 'vitest'
import { readDateCell } from '@/server/domain/exchange/date-cells.rules'
import { readDate, surveyDates } from '@/server/domain/exchange/dates.rules'
import { dayIn, instantOf } from '@/server/domain/exchange/zone.rules'

describe('a date', () => {
  test.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/12/31', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['3.5.24', '2024-05-03'],
    ['3. 5. 2024', '2024-05-03'],
    ['31.12.99', '1999-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['05/05/2024', '2024-05-05'],
    ['5. März 2024', '2024-03-05'],
    ['Di, 5. Mär. 2024', '2024-03-05'],
    ['March 5th, 2024', '2024-03-05'],
    ['5 May 2024', '2024-05-05'],
    ['Jan 03, 2024 09:05 AM', '2024-01-03'],
    ['31.12.2026 14:30 Uhr', '2026-12-31'],
    ['2024-02-29T12:00:00Z', '2024-02-29'],
    [45356, '2024-03-05'],
    ['45356', '2024-03-05'],
    [45356.5, '2024-03-05'],
    [new Date('2024-03-01T00:00:00Z'), '2024-03-01'],
  ])('is read from %s', (cell, day) => {
    expect(readDate(cell, { order: null })).toMatchObject({ day })
  })

  test.each([
    ['2026-02-30', 'noSuchDay'],
    ['31.11.2026', 'noSuchDay'],
    ['2023-02-29', 'noSuchDay'],
    ['soon', 'notADate'],
    ['May 2024', 'notADate'],
    ['2024', 'notADate'],
    ['12:30', 'notADate'],
    ['31.12.2026 25:00', 'notADate'],
    ['31.12.2026 13:00 PM', 'notADate'],
    [7, 'notADate'],
    [true, 'notADate'],
    [new Date('nonsense'), 'notADate'],
    ['03/05/2024', 'ambiguous'],
    ['03-05-2024', 'ambiguous'],
  ])('is not made up from %s', (cell, problem) => {
    expect(readDate(cell, { order: null })).toEqual({ problem })
  })

  test('of a workbook that counts from 1904 is four years and a day later', () => {
    expect(readDate(43890, { order: null, isDate1904: true })).toEqual({ day: '2024-03-01' })
    expect(readDate(43890, { order: null })).toEqual({ day: '2020-02-29' })
  })

  test('keeps its time, and its zone when it names one', () => {
    expect(readDate('31.12.2026 14:30', { order: null })).toEqual({
      day: '2026-12-31',
      time: { hours: 14, minutes: 30, seconds: 0 },
    })
    expect(readDate('2026-12-31T23:30:00.250+02:00', { order: null })).toMatchObject({ at: new Date('2026-12-31T21:30:00.250Z') })
    expect(readDate('2023-01-02 16:55:00+00:00', { order: null })).toMatchObject({ at: new Date('2023-01-02T16:55:00Z') })
  })
})

describe('a column of dates', () => {
  test('proves its order by one day over 12', () => {
    expect(surveyDates(['03/05/2024', '13/05/2024']).order).toBe('dmy')
    expect(surveyDates(['03/05/2024', '05/13/2024']).order).toBe('mdy')
  })

  test('asks when nothing proves it, showing an example', () => {
    expect(surveyDates(['05/05/2024', '', null, '03/05/2024', '07/08/2024'])).toEqual({
      order: 'ambiguous',
      read: 3,
      unreadable: 0,
      example: '03/05/2024',
    })
  })

  test('contradicts itself, needs no order, or is no date at all', () => {
    expect(surveyDates(['13/05/2024', '05/13/2024']).order).toBe('mixed')
    expect(surveyDates(['2024-05-03', '3.5.2024']).order).toBe('none')
    expect(surveyDates(['yes', 'no'])).toMatchObject({ order: 'none', unreadable: 2 })
  })
})

describe('in the zone of the workspace', () => {
  test('a day begins at its own midnight, also around the change of the clocks', () => {
    expect(instantOf('2024-03-31', 'Europe/Berlin')).toEqual(new Date('2024-03-30T23:00:00Z'))
    expect(instantOf('2024-10-27', 'Europe/Berlin')).toEqual(new Date('2024-10-26T22:00:00Z'))
    expect(instantOf('2024-10-28', 'Europe/Berlin')).toEqual(new Date('2024-10-27T23:00:00Z'))
    expect(instantOf('2024-07-01', 'America/New_York', { hours: 18, minutes: 30, seconds: 5 })).toEqual(
      new Date('2024-07-01T22:30:05Z'),
    )
    expect(instantOf('2024-03-31', 'Europe/Berlin', { hours: 2, minutes: 30, seconds: 0 })).toEqual(
      new Date('2024-03-31T01:30:00Z'),
    )
  })

  test('a moment has the day that the clocks there show', () => {
    expect(dayIn(new Date('2024-05-02T22:30:00Z'), 'Europe/Berlin')).toBe('2024-05-03')
    expect(dayIn(new Date('2024-05-03T03:00:00Z'), 'America/New_York')).toBe('2024-05-02')
  })

  test('a cell becomes what its field wants', () => {
    expect(readDateCell('plannedFor', '3.5.2024 9:05', null, 'Europe/Berlin')).toEqual({
      value: '2024-05-03T09:05',
      isDayOnly: false,
    })
    expect(readDateCell('reviewBy', '2024-05-02T22:30:00Z', null, 'Europe/Berlin')).toEqual({
      value: '2024-05-03',
      isDayOnly: true,
    })
    expect(readDateCell('publishedAt', '3.5.2024', null, 'Europe/Berlin')).toEqual({
      value: new Date('2024-05-02T22:00:00Z'),
      isDayOnly: true,
    })
    expect(readDateCell('publishedAt', 'n/a', null, 'Europe/Berlin')).toEqual({ empty: true })
  })
})
