import { describe, expect, test } from 'vitest'
import { dateOf, dayOf, formatDay, parseDay, parseTime } from '@/components/ui/day-text'

const today = '2026-05-10'

describe('a typed day', () => {
  test.each([
    ['2026-12-31', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['31.12.26', '2026-12-31'],
    ['1.2.', '2026-02-01'],
    ['1.2', '2026-02-01'],
    ['1. 2. 2026', '2026-02-01'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31. Dezember 2026', '2026-12-31'],
    ['31 dez 2026', '2026-12-31'],
    ['3. März', '2026-03-03'],
    ['3 mrz 27', '2027-03-03'],
    ['3 Dec 2026', '2026-12-03'],
    ['Dec 3, 2026', '2026-12-03'],
    ['december 3rd', '2026-12-03'],
    ['3 May', '2026-05-03'],
    ['5. Mai 2027', '2027-05-05'],
    [' 29.02.2028 ', '2028-02-29'],
  ])('%s means %s', (text, day) => {
    expect(parseDay(text, 'de', today)).toBe(day)
  })

  test.each(['', 'soon', '31.02.2026', '29.02.2026', '32.1.2026', '1.13.2026', '12', 'De 3', '2026-13-01', '00.00.0000'])(
    '%s is none',
    (text) => {
      expect(parseDay(text, 'en', today)).toBeNull()
    },
  )

  test('with slashes means the day first, but in the United States the month', () => {
    expect(parseDay('3/4/2026', 'en', today)).toBe('2026-04-03')
    expect(parseDay('3/4/2026', 'en-US', today)).toBe('2026-03-04')
  })

  test.each(['de', 'en', 'en-GB', 'en-US'])('is read back as it is written in %s', (locale) => {
    for (const day of ['2026-01-02', '2026-03-31', '2026-05-05', '2026-09-10', '2026-10-25', '2028-02-29', '2026-12-31']) {
      expect(parseDay(formatDay(day, locale), locale, today)).toBe(day)
      expect(dayOf(dateOf(day))).toBe(day)
    }
  })
})

describe('a typed time', () => {
  test.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['09.05', '09:05'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['14 Uhr', '14:00'],
    ['9 pm', '21:00'],
    ['12 am', '00:00'],
    ['23:59', '23:59'],
  ])('%s means %s', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  test.each(['', '24', '9:60', '13 pm', 'noon', '12345'])('%s is none', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})
