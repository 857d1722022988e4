import { describe, expect, test } from 'vitest'
import { placeOf, placeText, readAddress } from '@/components/coverage/coverage-address'
import { csvCells, csvTable } from '@/components/coverage/csv-of-picture'
import { spotAfter } from '@/components/coverage/grid-keys'
import { endOfSpan, monthsBefore } from '@/components/coverage/usual-days'
import { isComplete, startOf, withOperator } from '@/components/filter/clause'
import { addressOfFilter, filterNames, filterOfAddress, filterText } from '@/components/filter/filter-address'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { heatmapOf, shownPercent } from '@/server/domain/coverage/heatmap-view.rules'

const row = (key: string, letter: string | null, distinct: number): CoveragePicture['rows'][number] => ({
  key,
  name: key,
  letter,
  hue: null,
  group: letter === null ? null : 'after',
  score: letter === null ? null : { percent: 37.5, reached: 3, wanted: 8 },
  distinct,
  fresh: distinct,
  notRefined: 0,
})

/** Two phases and what has none, against three channels of which one is empty and wants nothing. */
const picture: CoveragePicture = {
  mode: 'published',
  asOf: null,
  by: 'channel',
  lens: null,
  isPart: false,
  rows: [row('retention', 'D', 3), row('advocacy', 'E', 0), row('untagged', null, 0)],
  columns: [
    { key: 'email', name: '=cmd', distinct: 3 },
    { key: 'shop', name: 'Shop', distinct: 0 },
    { key: 'tv', name: 'TV', distinct: 0 },
    { key: 'untagged', name: 'untagged', distinct: 0 },
  ],
  fresh: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  stale: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  wantedAt: [0, -1, -1, -1, 0, 1, -1, -1, -1, -1, -1, -1],
  wanted: [
    { numbers: { min: 1, ideal: 2, max: null }, reason: null },
    { numbers: null, reason: 'No "shop", so far' },
  ],
  total: 3,
  totalFresh: 2,
  readiness: null,
  weakest: null,
  notRefined: 0,
  plan: null,
  stock: 3,
  today: '2026-03-01',
  ignored: [],
}

describe('what of a picture is drawn', () => {
  test('columns that hold or want something, and rows that are phases or hold something', () => {
    const view = heatmapOf(picture, false)
    expect(view.columns.map(({ key }) => key)).toEqual(['email', 'shop'])
    expect(view.hiddenColumns).toBe(2)
    expect(view.groups.flatMap(({ rows }) => rows.map((one) => one.row.key))).toEqual(['retention', 'advocacy'])
    expect(view.groups[0]?.rows[0]?.cells.map(({ state }) => state)).toEqual(['covered', 'open'])
    expect(view.groups[0]?.rows[1]?.cells.map(({ state }) => state)).toEqual(['gap', 'not_applicable'])
  })

  test('everything when asked for, and never nothing', () => {
    expect(heatmapOf(picture, true).columns).toHaveLength(4)
    const empty = {
      ...picture,
      columns: picture.columns.map((one) => ({ ...one, distinct: 0 })),
      wantedAt: picture.wantedAt.map(() => -1),
    }
    expect(heatmapOf(empty, false).columns.map(({ key }) => key)).toEqual(['email', 'shop', 'tv'])
  })

  test('the difference to an earlier picture, whose columns may be others', () => {
    const earlier = {
      ...picture,
      columns: picture.columns.slice(0, 1),
      fresh: [5, 0, 0],
      stale: [0, 0, 0],
      wantedAt: [-1, -1, -1],
    }
    const [first] = heatmapOf(picture, false, earlier).groups[0]?.rows ?? []
    expect(first?.cells.map(({ delta }) => delta)).toEqual([-3, 0])
  })

  test('a percentage never says all or nothing too early', () => {
    expect([99.9, 100, 0.2, 0, 37.5].map(shownPercent)).toEqual([99, 100, 1, 0, 38])
  })
})

test('tables for spreadsheets carry the numbers, are quoted, and run nothing', () => {
  const heads = {
    phase: 'Phase',
    column: 'Channel',
    fresh: 'Fresh',
    stale: 'Stale',
    min: 'Min',
    ideal: 'Ideal',
    max: 'Max',
    state: 'State',
    reason: 'Reason',
    distinct: 'Distinct',
    score: 'Score',
    separator: ',' as const,
  }
  const words = {
    rowName: (key: string | null) => key ?? '',
    columnName: (key: string | null) => picture.columns.find((one) => one.key === key)?.name ?? '',
    stateName: (state: string) => state,
  }
  const table = csvTable(picture, words, heads).split('\r\n')
  expect(table[0]).toBe("\u{feff}Phase,'=cmd,Shop,TV,untagged,Distinct,Score")
  expect(table[1]).toBe('retention,2,0,0,0,3,37.5')
  const german = csvTable(picture, words, { ...heads, separator: ';' }).split('\r\n')
  expect(german[1]).toBe('retention;2;0;0;0;3;37,5')
  expect(german[2]).toContain(';not_applicable;')
  expect(table.at(-2)).toBe('Distinct,3,0,0,0,3,')
  const cells = csvCells(picture, words, heads).split('\r\n')
  expect(cells[1]).toBe("retention,'=cmd,2,1,1,2,,covered,")
  expect(cells[6]).toBe('advocacy,Shop,0,0,,,,not_applicable,"No ""shop"", so far"')
})

test('keys lead through the grid and stop at its edges', () => {
  const size = { rows: 3, columns: 4 }
  const press = (key: string, row: number, column: number, ctrlKey = false) => spotAfter({ row, column }, { key, ctrlKey }, size)
  expect(press('ArrowRight', 0, 3)).toEqual({ row: 0, column: 3 })
  expect(press('ArrowDown', 1, 2)).toEqual({ row: 2, column: 2 })
  expect(press('End', 1, 0)).toEqual({ row: 1, column: 3 })
  expect(press('Home', 2, 2, true)).toEqual({ row: 0, column: 0 })
  expect(press('Tab', 0, 0)).toBeNull()
})

describe('the address', () => {
  test('is read forgivingly, and says what it could not read', () => {
    const values = {
      by: 'type',
      mode: 'later',
      asOf: '2026-02-30',
      lens: 'aida',
      cell: 'retention.*',
      compare: '',
      columns: 'all',
    }
    const address = readAddress((name) => (name in values ? values[name as keyof typeof values] : null), 'type=page')
    expect(address.question).toEqual({ by: 'type', mode: 'published', asOf: null, lens: 'aida', filter: 'type=page' })
    expect(address).toMatchObject({
      cell: { row: 'retention', column: null },
      compare: null,
      showsAll: true,
      isPresenting: false,
    })
    expect(address.ignored).toEqual(['mode=later', 'asOf=2026-02-30'])
  })

  test('names a cell, or a total where a star stands', () => {
    for (const text of ['retention.email', 'retention.*', '*.email', '*.*', 'untagged.de-AT'])
      expect(placeText(placeOf(text) ?? { row: null, column: null })).toBe(text)
    expect([placeOf('retention'), placeOf('a.b.c'), placeOf('')]).toEqual([null, null, null])
  })

  test('holds a filter under the names of its fields, in whatever order, and twice where two conditions share one', () => {
    const others = ['by', 'lens']
    const search = new URLSearchParams('by=type&title=~b&title=!~a&phase=retention&lens=aida&colour=red')
    const { filter, ignored } = filterOfAddress(search, others)
    expect(ignored).toEqual(['colour=red'])
    const names = filterNames(search.keys(), others)
    expect(names).not.toContain('lens')
    const { title, phase, status } = addressOfFilter(filter, names)
    expect({ title, phase, status }).toEqual({ title: ['~b', '!~a'], phase: ['retention'], status: null })
    expect(filterText(filter)).toBe(filterText([...filter].reverse()))
  })
})

test('a condition begins unfinished, and another relation keeps what still fits', () => {
  const field = { name: 'type', label: 'Type', kind: 'choice', group: 'tags', offered: true, options: [] } as const
  const begun = startOf(field)
  expect(isComplete(begun)).toBe(false)
  const chosen = { ...begun, values: ['page'] }
  expect(withOperator(chosen, 'noneOf')).toEqual({ field: 'type', op: 'noneOf', values: ['page'] })
  expect(withOperator(chosen, 'empty')).toEqual({ field: 'type', op: 'empty', values: [] })
  expect(isComplete({ field: 'dueOn', op: 'between', values: ['', ''] })).toBe(false)
})

test('usual days are the last of their span, and months before never run over', () => {
  expect(endOfSpan('2026-11-22', 'month')).toBe('2026-11-30')
  expect(endOfSpan('2026-05-02', 'quarter')).toBe('2026-06-30')
  expect(endOfSpan('2026-12-31', 'year')).toBe('2026-12-31')
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2026-01-15', 12)).toBe('2025-01-15')
})
