import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unreadLayout } from '@/components/board/board-address'
import { readCalendarAddress } from '@/components/calendar/calendar-address'
import { spans, startOfSpan, windowOf as timelineOf } from '@/components/campaigns/timeline-rules'
import { barsOf, daysOf, isoWeek, shows, stepped, weeksOf, windowOf } from '@/server/domain/calendar/calendar-window.rules'
import { addDays, isShownDay, nearestShownDay } from '@/server/domain/facts/moment.rules'

const two = (number: number) => String(number).padStart(2, '0')
const days = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
const hostile = fc.constantFrom(
  '9999-12-31',
  '0000-01-01',
  '0001-01-01',
  '2026-99-99',
  '-1',
  'null',
  '<script>',
  '2200-12-31',
  '1970-01-01',
)
const words = fc.oneof(days, hostile, fc.string({ maxLength: 30 }), fc.constantFrom(...shows, 'planned', 'status'))

test('whatever stands in the address of the calendar, days can be laid out, and what means nothing is named', () => {
  fc.assert(
    fc.property(words, words, words, words, fc.constantFrom(-1, 1), (show, axis, colour, at, step) => {
      const read = readCalendarAddress(new URLSearchParams({ show, axis, colour, at }))
      for (const known of shows) {
        const day = nearestShownDay(stepped(known, read.at ?? '2026-11-22', step))
        expect(isShownDay(day)).toBe(true)
        const window = windowOf(known, day)
        expect(daysOf(window).length).toBeGreaterThanOrEqual(7)
        expect(
          weeksOf(window)[0]
            ?.map(isoWeek)
            .every((week) => week >= 1 && week <= 53),
        ).toBe(true)
        barsOf([{ key: 'a', startsOn: '0001-01-01', endsOn: '9999-12-31' }], window)
      }
      const left = { show: read.show, axis: read.axis, colour: read.colour, at: read.at }
      for (const [name, value] of Object.entries({ show, axis, colour, at }))
        if (value !== '') expect(read.ignored.includes(`${name}=${value}`)).toBe(left[name as keyof typeof left] !== value)
    }),
  )
})

test('the timeline of campaigns has an end at which it stays', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...spans), fc.integer({ min: -3, max: 3 }), (at, span, steps) => {
      fc.pre(isShownDay(at))
      const from = startOfSpan(nearestShownDay(startOfSpan(at, span, steps)), span)
      expect(isShownDay(from)).toBe(true)
      expect(timelineOf(from, span).days).toBeGreaterThan(89)
    }),
  )
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
})

test('a board says which part of its layout it could not read', () => {
  expect(unreadLayout('zzz', 'phase')).toEqual(['columns=zzz'])
  expect(unreadLayout(null, '')).toEqual([])
})
