import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorOf, factOfCursor, positionBehind } from '@/server/domain/content/cursor.rules'
import { carriedOver } from '@/server/domain/content/order.rules'
import { type FactSource, factOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { FactIndex } from '@/server/domain/facts/fact-index.rules'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { type Sort, sortFields } from '@/server/domain/filter/filter.schema'
import { comparator, rankInOrder, sortFacts } from '@/server/domain/filter/sort.rules'

const world = { stepKinds: new Map([['idea', 'idea' as const]]), longFields: new Set<string>(), intern: createInterner() }
const ranks = { ranks: { phase: rankInOrder(['b', 'a']), type: rankInOrder(['page', 'email']) } }
const instant = fc.option(fc.integer({ min: 0, max: 5 }))

const parts = fc.record({
  title: fc.constantFrom('Äpfel', 'apfel', 'Birne', 'b', 'Straße'),
  type: fc.constantFrom('page', 'email'),
  url: fc.option(fc.constantFrom('https://a', 'https://b')),
  phase: fc.subarray(['a', 'b', 'c']),
  dueOn: fc.option(fc.constantFrom('2026-01-01', '2026-01-02')),
  publishedAt: instant,
  updatedAt: fc.integer({ min: 0, max: 5 }),
  deletedAt: instant,
})
type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never

function factWith(id: string, { phase, ...columns }: Parts): Fact {
  const empty = {
    purpose: null,
    locale: null,
    ownerId: null,
    createdBy: null,
    plannedFor: null,
    publishAt: null,
    unpublishAt: null,
  }
  const tags = { phase, channel: [], persona: [], topic: [], question: [], campaign: [] }
  const more = {
    step: 'idea',
    note: '',
    fields: {},
    vague: [],
    statusSince: 0,
    createdAt: 0,
    reviewBy: null,
    rank: null,
    revision: 1,
  }
  const source: FactSource = { id, groupId: id, ...empty, ...more, ...columns, tags }
  return factOf(source, world)
}

const stock = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 100, max: 160 }), parts), { selector: ([id]) => id, maxLength: 30 })
  .map((list) => list.map(([id, given]) => factWith(`i${id}`, given)).sort((a, b) => (a.id < b.id ? -1 : 1)))
const sort: fc.Arbitrary<Sort> = fc.array(
  fc.record({ field: fc.constantFrom(...sortFields.filter((field) => field !== 'relevance')), descending: fc.boolean() }),
  { minLength: 1, maxLength: 3 },
)
const kept = (facts: readonly Fact[]) => facts.filter(({ deletedAt }) => deletedAt === null)

test('an order carried over to newer facts is the order that sorting gives', () => {
  fc.assert(
    fc.property(stock, stock, fc.array(fc.boolean(), { maxLength: 30 }), sort, (older, others, same, wanted) => {
      // Some items are untouched: the very same object in both.
      const before = new Map(older.map((fact) => [fact.id, fact]))
      const newer = others.map((fact, n) => (same[n] ? (before.get(fact.id) ?? fact) : fact))
      const ordered = sortFacts(kept(older), wanted, ranks)
      const gone = new Set(older.flatMap(({ id }) => (newer.some((fact) => fact.id === id) ? [] : [id])))
      const changed = newer.filter((fact) => before.get(fact.id) !== fact)
      const { facts, step } = new FactIndex(older).with(changed, gone)
      const carried = carriedOver(ordered, step, comparator(wanted, ranks))
      expect(facts).toEqual(newer)
      expect(carried).toEqual(sortFacts(kept(newer), wanted, ranks))
    }),
  )
})

test('pages by cursor make up the whole, each item once', () => {
  fc.assert(
    fc.property(stock, sort, fc.integer({ min: 1, max: 7 }), (facts, wanted, size) => {
      const sorted = sortFacts(facts, wanted, ranks)
      const seen: Fact[] = []
      for (let offset = 0; offset < sorted.length; ) {
        const page = sorted.slice(offset, offset + size)
        seen.push(...page)
        const last = page.at(-1)
        const cursor = last && factOfCursor(cursorOf(last, wanted))
        offset = cursor ? positionBehind(sorted, cursor, comparator(wanted, ranks)) : sorted.length
      }
      expect(seen).toEqual(sorted)
    }),
  )
})

test('a cursor keeps its place when its item is gone', () => {
  fc.assert(
    fc.property(stock, sort, fc.nat(), (facts, wanted, at) => {
      const sorted = sortFacts(facts, wanted, ranks)
      const last = sorted[at % Math.max(1, sorted.length)]
      const cursor = last && factOfCursor(cursorOf(last, wanted))
      if (!last || !cursor) return
      const place = sorted.indexOf(last)
      const without = sorted.filter((fact) => fact !== last)
      expect(positionBehind(without, cursor, comparator(wanted, ranks))).toBe(place)
    }),
  )
})
