import { expect, test } from 'vitest'
import { barsOf, datesOf, placeOf, startOfSpan, windowOf } from '@/components/campaigns/timeline-rules'
import type { TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

const campaign = (startsOn: string | null, endsOn: string | null, from: string | null = null, until: string | null = null) => ({
  details: { startsOn, endsOn } as TermDetails<'campaign'>,
  from,
  until,
})

test('a campaign runs by its own days, else by those of its items', () => {
  expect(datesOf(campaign('2027-02-01', '2027-03-01', '2027-01-01'))).toEqual({ from: '2027-02-01', until: '2027-03-01' })
  expect(datesOf(campaign(null, null, '2027-01-04', '2027-01-20'))).toEqual({ from: '2027-01-04', until: '2027-01-20' })
  expect(datesOf(campaign('2027-02-01', null))).toEqual({ from: '2027-02-01', until: null })
  expect(datesOf(campaign(null, null))).toBeNull()
  expect(datesOf(campaign('2027-02-01', '2027-01-01'))).toEqual({ from: '2027-02-01', until: '2027-02-01' })
})

test('quarters and years begin with their first month, and follow each other over the turn of the year', () => {
  expect(startOfSpan('2026-11-22', 'quarter')).toBe('2026-10-01')
  expect(startOfSpan('2026-11-22', 'quarter', 1)).toBe('2027-01-01')
  expect(startOfSpan('2027-01-01', 'quarter', -1)).toBe('2026-10-01')
  expect(startOfSpan('2026-11-22', 'year', -1)).toBe('2025-01-01')
})

test('a window knows its days and months', () => {
  const quarter = windowOf('2026-10-01', 'quarter')
  expect(quarter).toMatchObject({ from: '2026-10-01', until: '2026-12-31', days: 92 })
  expect(quarter.months.map(({ day }) => day)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01'])
  expect(quarter.months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  expect(windowOf('2028-01-01', 'year').days).toBe(366)
  expect(placeOf('2026-10-01', quarter)).toBe(0)
  expect(placeOf('2027-01-01', quarter)).toBeNull()
})

test('bars that would cover each other stand below each other, and those of other days are left out', () => {
  const window = windowOf('2027-01-01', 'quarter')
  const bars = barsOf(
    [
      { row: 'late', dates: { from: '2027-03-01', until: '2027-05-01' } },
      { row: 'early', dates: { from: '2026-12-01', until: '2027-01-31' } },
      { row: 'between', dates: { from: '2027-01-31', until: '2027-02-15' } },
      { row: 'after', dates: { from: '2027-02-01', until: null } },
      { row: 'elsewhere', dates: { from: '2027-04-01', until: '2027-05-01' } },
    ],
    window,
  )
  expect(bars.map(({ row, track, isCutBefore, isCutAfter }) => [row, track, isCutBefore, isCutAfter])).toEqual([
    ['early', 0, true, false],
    ['between', 1, false, false],
    ['after', 0, false, true],
    ['late', 1, false, true],
  ])
  expect(bars[0]?.start).toBe(0)
  expect(bars[0]?.width).toBeCloseTo((31 / 90) * 100)
})
