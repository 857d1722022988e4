import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveOf, standsAt } from '@/server/domain/calendar/move.rules'
import type { ItemEdit } from '@/server/domain/content/item.schema'
import { addDays, localTimeOf, momentOf } from '@/server/domain/facts/moment.rules'

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Santiago', 'UTC']
const zone = fc.constantFrom(...zones)
/** Around both changes of the clocks, in every zone. */
const instant = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
const now = Date.parse('2025-12-31T00:00:00Z')
const dates = { plannedFor: null, dueOn: null, publishAt: null, publishedAt: null, status: 'planned' as const }
const edited = (outcome: ReturnType<typeof moveOf>): ItemEdit => {
  if (outcome.faults) throw new Error(outcome.faults[0]?.messageKey)
  return outcome.value
}

test('a scheduled time lands on the day asked for, at the hour on the wall; in the hour that is skipped, an hour later', () => {
  fc.assert(
    fc.property(zone, instant, fc.integer({ min: 1, max: 400 }), (in_, publishAt, days) => {
      const moment = momentOf(now, in_)
      const before = localTimeOf(publishAt.getTime(), in_)
      const { publishAt: after } = edited(moveOf({ ...dates, publishAt }, 'scheduled', { kind: 'byDays', days }, moment))
      const stands = standsAt({ ...dates, publishAt: after ?? null }, 'scheduled', in_) ?? ''
      const [day, time] = [stands.slice(0, 10), stands.slice(11)]
      // A change at midnight may push what stood in it over to the next hour, never to another day.
      expect(day).toBe(addDays(before.slice(0, 10), days))
      const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
      expect([0, 30, 60]).toContain(minutes(time) - minutes(before.slice(11)))
    }),
    { numRuns: 500 },
  )
})

test('there and back again is where it was, but for the hour that does not exist', () => {
  fc.assert(
    fc.property(zone, instant, fc.integer({ min: 1, max: 200 }), (in_, publishAt, days) => {
      const moment = momentOf(now, in_)
      const there = edited(moveOf({ ...dates, publishAt }, 'scheduled', { kind: 'byDays', days }, moment)).publishAt
      fc.pre(localTimeOf(there?.getTime() ?? 0, in_).slice(11) === localTimeOf(publishAt.getTime(), in_).slice(11))
      const back = edited(moveOf({ ...dates, publishAt: there ?? null }, 'scheduled', { kind: 'byDays', days: -days }, moment))
      expect(localTimeOf(back.publishAt?.getTime() ?? 0, in_)).toBe(localTimeOf(publishAt.getTime(), in_))
    }),
    { numRuns: 300 },
  )
})

test('a planned time of day is text and passes through untouched', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2026-01-01', days))
  fc.assert(
    fc.property(day, fc.constantFrom('', 'T00:00', 'T02:30', 'T23:59'), day, (from, time, to) => {
      const moment = momentOf(now, 'Europe/Berlin')
      const edit = edited(moveOf({ ...dates, plannedFor: from + time }, 'planned', { kind: 'toDay', day: to }, moment))
      expect(edit).toEqual(from === to ? {} : { plannedFor: to + time })
    }),
  )
})
