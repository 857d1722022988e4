import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '@/server/domain/exchange/zone.rules'
import { localTimeOf } from '@/server/domain/facts/moment.rules'
import { offsetText, readWall } from '@/server/domain/facts/wall-time.rules'

/** With clock changes of an hour, of half an hour, over midnight, in the southern half, and none at all. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'UTC',
]
const zone = fc.constantFrom(...zones)
const instant = fc
  .integer({ min: Date.parse('2015-01-01T00:00:00Z') / 60_000, max: Date.parse('2040-01-01T00:00:00Z') / 60_000 })
  .map((minutes) => minutes * 60_000)

describe('a time that is entered in the zone of the workspace', () => {
  test('means the moment at which the clocks there show it, whatever the moment and the zone', () => {
    fc.assert(
      fc.property(zone, instant, (where, ms) => {
        const wall = localTimeOf(ms, where)
        const { kind, instants } = readWall(wall, where)
        expect(kind).not.toBe('gap')
        expect(instants.map((found) => found.getTime())).toContain(ms)
        for (const found of instants) expect(localTimeOf(found.getTime(), where)).toBe(wall)
        expect([...instants].sort((a, b) => a.getTime() - b.getTime())).toEqual(instants)
      }),
      { numRuns: 3_000 },
    )
  })

  test('means the same in a file as in a form, skipped and doubled hours included', () => {
    fc.assert(
      fc.property(zone, instant, (where, ms) => {
        const wall = new Date(ms).toISOString()
        const time = { hours: Number(wall.slice(11, 13)), minutes: Number(wall.slice(14, 16)), seconds: 0 }
        expect(instantOf(wall.slice(0, 10), where, time)).toEqual(readWall(wall.slice(0, 16), where).instants[0])
      }),
      { numRuns: 3_000 },
    )
    const doubled = { hours: 2, minutes: 30, seconds: 0 }
    expect(instantOf('2026-10-25', 'Europe/Berlin', doubled)).toEqual(new Date('2026-10-25T00:30:00Z'))
  })

  test('that the clocks jump over moves forward, and never before what came before it', () => {
    fc.assert(
      fc.property(zone, instant, (where, ms) => {
        const wall = new Date(ms).toISOString().slice(0, 16)
        const { kind, instants } = readWall(wall, where)
        const shown = localTimeOf(instants[0].getTime(), where)
        if (kind === 'gap') expect(shown > wall).toBe(true)
        else expect(shown).toBe(wall)
      }),
      { numRuns: 3_000 },
    )
  })

  test('is told plainly on both nights on which clocks change in Berlin', () => {
    expect(readWall('2026-03-29T02:30', 'Europe/Berlin')).toEqual({ kind: 'gap', instants: [new Date('2026-03-29T01:30:00Z')] })
    expect(localTimeOf(Date.parse('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toBe('2026-03-29T03:30')
    expect(readWall('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      kind: 'twice',
      instants: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
    })
    expect(offsetText(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('UTC+2')
    expect(offsetText(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('UTC+1')
    expect(offsetText(new Date('2026-10-25T01:30:00Z'), 'Asia/Kathmandu')).toBe('UTC+5:45')
    expect(offsetText(new Date('2026-07-25T01:30:00Z'), 'America/St_Johns')).toBe('UTC−2:30')
  })
})
