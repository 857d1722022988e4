import { describe, expect, test } from 'vitest'
import type { Sort, SortField } from '@/server/domain/filter/filter.schema'
import { rankTexts, stableOrder } from '@/server/domain/filter/number-order.rules'
import { comparator, rankByName, rankInOrder, type SortRanks, sortFacts } from '@/server/domain/filter/sort.rules'
import { type Made, makeFact } from '@/tests/unit/facts/make-fact'

const world: SortRanks = {
  ranks: {
    phase: rankInOrder(['awareness', 'retention', 'advocacy']),
    owner: rankByName(
      [
        ['u1', 'Özlem'],
        ['u2', 'Paul'],
        ['u3', 'Anna'],
      ],
      'de',
    ),
  },
}

function order(sort: Sort, facts: Record<string, Made>, ranks = world): string[] {
  const made = Object.entries(facts).map(([id, row]) => makeFact({ ...row, id }))
  const sorted = sortFacts(made, sort, ranks).map(({ id }) => id)
  expect(
    made
      .toReversed()
      .sort(comparator(sort, ranks))
      .map(({ id }) => id),
  ).toEqual(sorted)
  return sorted
}
const up = (field: SortField) => [{ field, descending: false }]
const down = (field: SortField) => [{ field, descending: true }]

describe('sorting', () => {
  test('titles without regard to case and umlauts', () => {
    const facts = { a: { title: 'zebra' }, b: { title: 'Ärger' }, c: { title: 'apfel' }, d: { title: 'Öl' } }
    expect(order(up('title'), facts)).toEqual(['c', 'b', 'd', 'a'])
    expect(order(down('title'), facts)).toEqual(['a', 'd', 'b', 'c'])
  })

  test('titles that begin alike, and letters beyond the plain ones', () => {
    const facts = {
      a: { title: 'Installation guide 2' },
      b: { title: 'Installation guide 10' },
      c: { title: 'Installation' },
      d: { title: '一番 z' },
      e: { title: '二番 a' },
      f: { title: 'Жук' },
    }
    expect(order(up('title'), facts)).toEqual(['c', 'b', 'a', 'f', 'd', 'e'])
  })

  test('empty values stand last both ways', () => {
    const facts = { a: {}, b: { dueOn: '2026-01-02' }, c: { dueOn: '2026-01-01' } }
    expect(order(up('dueOn'), facts)).toEqual(['c', 'b', 'a'])
    expect(order(down('dueOn'), facts)).toEqual(['b', 'c', 'a'])
    expect(order(down('locale'), { a: {}, b: { locale: 'de' }, c: { locale: 'en' } })).toEqual(['c', 'b', 'a'])
  })

  test('a day stands before the same day with a time', () => {
    const facts = {
      a: { plannedFor: '2026-01-02T00:00' },
      b: { plannedFor: '2026-01-02' },
      c: { plannedFor: '2026-01-01T23:00' },
    }
    expect(order(up('plannedFor'), facts)).toEqual(['c', 'b', 'a'])
  })

  test('phases in the order of the journey, by the first one', () => {
    const facts = {
      a: { phase: ['advocacy'] },
      b: { phase: ['advocacy', 'awareness'] },
      c: { phase: ['retention'] },
      d: {},
      e: { phase: ['unknown'] },
    }
    expect(order(up('phase'), facts)).toEqual(['b', 'c', 'a', 'e', 'd'])
  })

  test('people by name', () => {
    expect(order(up('owner'), { a: { ownerId: 'u1' }, b: { ownerId: 'u2' }, c: { ownerId: 'u3' } })).toEqual(['c', 'a', 'b'])
  })

  test('by several fields, ties by id', () => {
    const facts = {
      d: { title: 'a', type: 'x' },
      c: { title: 'b', type: 'x' },
      b: { title: 'a', type: 'x' },
      a: { title: 'a', type: 'y' },
    }
    const ranks = { ranks: { type: rankInOrder(['y', 'x']) } }
    expect(order([...up('type'), ...down('title')], facts, ranks)).toEqual(['a', 'c', 'b', 'd'])
    expect(order([], facts, ranks)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('by how well an item answers a search', () => {
    const ranks = {
      ranks: {},
      relevance: new Map([
        ['a', 0.25],
        ['b', 3.5],
      ]),
    }
    expect(order(up('relevance'), { a: {}, b: {}, c: {} }, ranks)).toEqual(['b', 'a', 'c'])
  })

  test('leaves the list that was given alone', () => {
    const facts = [makeFact({ id: 'b' }), makeFact({ id: 'a' })]
    sortFacts(facts, up('title'), world)
    expect(facts.map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('numbers in order', () => {
  test('negative, large and infinite ones, equal ones in their places', () => {
    const keys = Float64Array.of(3, -2e12, Number.POSITIVE_INFINITY, 3, 0, 2e12, -1, 3)
    expect([...stableOrder(keys)]).toEqual([1, 6, 4, 0, 3, 7, 5, 2])
  })

  test('more than a million', () => {
    const keys = Float64Array.from({ length: 2 ** 20 + 3 }, (_, n) => -n)
    const order = stableOrder(keys)
    expect([order[0], order.at(-1)]).toEqual([2 ** 20 + 2, 0])
  })

  test('many texts of all scripts, with and without common beginnings', () => {
    const signs = ['a', 'b', 'z', '0', ' ', '\u00fe', '\u00ff', '\u0100', 'ж', '一', '\u{1F600}', '']
    const texts = Array.from(
      { length: 2000 },
      (_, n) =>
        `${'common '.repeat(n % 3)}${[1, 5, 7, 11, 13].map((step) => signs[Math.floor((n * n) / step) % signs.length]).join('')}`,
    )
    const ranks = rankTexts(texts)
    const sorted = texts.map((text, n) => ({ text, rank: ranks[n] ?? 0 })).sort((a, b) => a.rank - b.rank)
    expect(sorted.map(({ text }) => text)).toEqual(
      [...texts].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : a > b ? 1 : 0)),
    )
    expect(new Set(ranks).size).toBe(new Set(texts).size)
  })

  test('a hundred equal texts, of whatever length', () => {
    for (const text of ['', 'abcd', 'abcde', 'abcdef', 'ж'])
      expect(new Set(rankTexts(Array.from({ length: 100 }, () => text))).size).toBe(1)
  })

  test('equal texts share a rank, empty ones are last', () => {
    expect([...rankTexts(['b', '', 'a', 'b'])]).toEqual([2, Number.POSITIVE_INFINITY, 1, 2])
  })
})
