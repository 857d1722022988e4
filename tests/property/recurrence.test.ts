import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextDueDay, nextRecurrence } from '@/server/domain/tasks/task.rules'
import type { Recurrence } from '@/server/domain/tasks/task.schema'

/** What a task is due on, one after the other, each done on its day. */
function chain(first: string, recurrence: Recurrence, length: number): string[] {
  const days = [first]
  let rhythm = recurrence
  for (let due = first; days.length < length; ) {
    const next = nextDueDay(rhythm, due, due)
    if (next === null) break
    rhythm = nextRecurrence(rhythm, due, due)
    days.push(next)
    due = next
  }
  return days
}

const lastOf = (day: string) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
const monthly: Recurrence = { every: 1, unit: 'month', until: null }

test('a monthly task keeps the day that is meant: the last one of shorter months, and then that day again', () => {
  expect(chain('2026-01-31', monthly, 5)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
  expect(chain('2028-01-30', monthly, 3)).toEqual(['2028-01-30', '2028-02-29', '2028-03-30'])
  const starts = fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 14 }), (first, every) => {
      const days = chain(first, { ...monthly, every }, 20)
      expect(days).toHaveLength(20)
      const meant = Number(first.slice(8))
      for (const day of days) expect(Number(day.slice(8))).toBe(Math.min(meant, lastOf(day)))
      const months = days.map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
      expect(months).toEqual(months.map((_, n) => (months[0] ?? 0) + n * every))
    }),
  )
})

test('whoever moves one of them to another day means that day from then on', () => {
  const moved = nextRecurrence({ ...monthly, monthDay: 31 }, '2026-02-27', '2026-02-27')
  expect(moved.monthDay).toBe(27)
  expect(nextDueDay({ ...monthly, monthDay: 31 }, '2026-02-27', '2026-02-27')).toBe('2026-03-27')
})
