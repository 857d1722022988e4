import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localTimeOf } from '@/server/domain/facts/moment.rules'
import { isMorning, nextMorning } from '@/server/domain/notifications/morning.rules'

const digests = { hour: 8, onlyWorkingDays: true }
const zones = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'UTC')
const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }).map((ms) => new Date(ms))

describe('digests go out in the morning of a working day', () => {
  test('the next one is ahead, at 08:00 where the workspace is, Monday to Friday, and at most a weekend away', () => {
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const next = nextMorning(now, digests, zone)
        const local = localTimeOf(next.getTime(), zone)
        expect(local.slice(11, 16)).toBe('08:00')
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay())
        const hours = (next.getTime() - now.getTime()) / 3_600_000
        expect(hours).toBeGreaterThan(0)
        expect(hours).toBeLessThanOrEqual(3 * 24 + 1)
      }),
    )
  })

  test('whenever the program wakes, it is either that morning or the next one is waited for', () => {
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const hour = Number(localTimeOf(now.getTime(), zone).slice(11, 13))
        if (isMorning(now, digests, zone)) expect([8, 9, 10, 11]).toContain(hour)
      }),
    )
  })

  test('who slept over one morning does not get its digest at night, and gets the next one', () => {
    const at = (local: string) => new Date(`${local}:00+01:00`)
    const sends = (local: string) => isMorning(at(local), digests, 'Europe/Berlin')
    expect(sends('2026-03-03T08:00')).toBe(true)
    expect(sends('2026-03-03T11:30')).toBe(true)
    expect(sends('2026-03-03T13:00')).toBe(false)
    expect(sends('2026-03-04T02:00')).toBe(false)
    expect(nextMorning(at('2026-03-04T02:00'), digests, 'Europe/Berlin')).toEqual(at('2026-03-04T08:00'))
    expect(sends('2026-03-07T09:00')).toBe(false)
    expect(nextMorning(at('2026-03-06T08:00'), digests, 'Europe/Berlin')).toEqual(at('2026-03-09T08:00'))
  })
})
