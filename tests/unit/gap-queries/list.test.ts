import { describe, expect, test } from 'vitest'
import { readGapsAddress } from '@/components/gaps/gaps-address'
import { csvOf } from '@/components/gaps/gaps-csv'
import { endOfNextQuarter, inAWeek } from '@/components/gaps/waive-days'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import { counted, inGroups, narrowed, nested } from '@/server/domain/gaps/gap-list.rules'
import { gapFilter } from '@/server/domain/gaps/gap-list.schema'

const at = new Date('2026-03-01T10:00:00Z')

function gap(id: string, more: Partial<Gap> = {}): Gap {
  return {
    id,
    rule: 'no_advocacy_prompt',
    severity: 'must',
    phase: 'advocacy',
    scope: {},
    evidence: { counts: { items: 0 }, items: [] },
    under: null,
    state: 'open',
    ownerId: null,
    waiver: null,
    plannedItem: null,
    firstSeenAt: at,
    lastSeenAt: at,
    resolvedAt: null,
    revision: 0,
    ...more,
  }
}

const listed = (gaps: readonly Gap[]) => nested(gaps, ({ phase }) => (phase === null ? [] : [phase]))
const ids = (rows: ReturnType<typeof listed>) => rows.map((row) => row.gap.id)

describe('what stands under an empty phase', () => {
  const empty = gap('empty', { rule: 'phase_empty' })

  test('goes with it, also when the phase is planned or waived', () => {
    for (const state of ['open', 'planned', 'waived'] as const) {
      const rows = listed([{ ...empty, state }, gap('specific', { under: 'empty' })])
      expect(ids(rows)).toEqual(['empty'])
      expect(rows[0]?.under.map(({ id }) => id)).toEqual(['specific'])
    }
  })

  test('stands by itself once something else was decided about it', () => {
    expect(ids(listed([empty, gap('specific', { under: 'empty', state: 'waived' })]))).toEqual(['empty', 'specific'])
    expect(ids(listed([gap('specific', { under: 'gone' })]))).toEqual(['specific'])
  })
})

describe('a filter', () => {
  const rows = listed([
    gap('a', { ownerId: 'me1' }),
    gap('b', { severity: 'should', rule: 'stale', phase: null }),
    gap('c', { severity: 'should', phase: 'retention', state: 'planned' }),
  ])
  const ask = (filter: object, viewer: string | null = null) => narrowed(rows, gapFilter.parse(filter), viewer)

  test('leaves what matches all of its parts', () => {
    expect(ids(ask({}).rows)).toEqual(['a', 'b'])
    expect(ids(ask({ owner: ['me'] }, 'me1').rows)).toEqual(['a'])
    expect(ids(ask({ owner: ['-'] }).rows)).toEqual(['b'])
    expect(ids(ask({ phase: ['-', 'advocacy'] }).rows)).toEqual(['a', 'b'])
    expect(ids(ask({ severity: ['should'], state: 'planned' }).rows)).toEqual(['c'])
  })

  test('tells for each part what there would be without it', () => {
    const { counts } = ask({ severity: ['must'] })
    expect(counts.severity).toEqual({ must: 1, should: 1 })
    expect(counts.state).toEqual({ open: 1, planned: 0, waived: 0, resolved: 0 })
    expect(counts.phase).toEqual({ advocacy: 1 })
  })
})

describe('groups', () => {
  test('follow the journey, the names of people or the rules; whoever has none comes last', () => {
    const rows = listed([
      gap('a', { phase: null, ownerId: 'z' }),
      gap('b', { phase: 'advocacy', ownerId: null }),
      gap('c', { phase: 'awareness', ownerId: 'a', rule: 'phase_thin' }),
    ])
    const order = { phases: ['awareness', 'advocacy'], ownerName: (id: string) => id.toUpperCase() }
    expect(ids(inGroups(rows, 'phase', order))).toEqual(['c', 'b', 'a'])
    expect(ids(inGroups(rows, 'owner', order))).toEqual(['c', 'a', 'b'])
    expect(ids(inGroups(rows, 'rule', order))).toEqual(['c', 'a', 'b'])
  })

  test('name the phase with most musts only when one stands out', () => {
    const musts = (...phases: string[]) => listed(phases.map((phase, n) => gap(`${n}`, { phase })))
    expect(counted(musts('a', 'a', 'b')).mostMusts).toBe('a')
    expect(counted(musts('a', 'a', 'b', 'b')).mostMusts).toBeNull()
    expect(counted(musts('a')).mostMusts).toBeNull()
  })
})

describe('the address', () => {
  test('is read part by part; what cannot be read is named and left out', () => {
    const search = new URLSearchParams('state=planned&severity=must,huge&rule=stale,nonsense&page=-3&gap=a:b')
    const address = readGapsAddress((name) => search.get(name))
    expect(address).toMatchObject({ page: 1, gap: 'a:b', filter: { state: 'planned', severity: ['must'], rule: ['stale'] } })
    expect(address.ignored).toEqual(['severity=huge', 'rule=nonsense'])
  })
})

test('a waiver of a quarter ends with the quarter after this one, also over the turn of the year', () => {
  expect(endOfNextQuarter('2026-02-10')).toBe('2026-06-30')
  expect(endOfNextQuarter('2026-08-31')).toBe('2026-12-31')
  expect(endOfNextQuarter('2026-11-22')).toBe('2027-03-31')
  expect(inAWeek('2026-12-28')).toBe('2027-01-04')
})

test('a file for spreadsheets keeps text as text', () => {
  expect(csvOf([['=1+1', 'a;b', 'say "x"', '-5']], ';')).toBe('\u{feff}\'=1+1;"a;b";"say ""x""";\'-5\r\n')
})
