import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderAfter, ranksFor } from '@/server/domain/board/spot.rules'
import { placeKey } from '@/server/domain/filter/rank.rules'
import { comparator, sortFacts } from '@/server/domain/filter/sort.rules'
import { makeFact } from '@/tests/unit/facts/make-fact'

const byHand = [{ field: 'rank', descending: false } as const]
const id = fc.uuid().map((text) => text.replaceAll('-', ''))
const day = fc.option(fc.constantFrom('2026-03-09', '2026-03-09T08:00', '2026-03-09T20:30', '2026-03-10', '2027-01-01'), {
  nil: null,
})
const cards = fc
  .uniqueArray(fc.record({ id, plannedFor: day }), { selector: (card) => card.id, minLength: 2, maxLength: 12 })
  .map((list) => list.map((card) => makeFact(card)))
const sorted = (facts: readonly ReturnType<typeof makeFact>[]) => sortFacts(facts, byHand, { ranks: {} })

test('what nobody has moved stands by its planned day, then by id; without a day last', () => {
  const [late, none, day9, morning, other] = [
    makeFact({ id: 'b', plannedFor: '2026-03-10' }),
    makeFact({ id: 'a' }),
    makeFact({ id: 'd', plannedFor: '2026-03-09' }),
    makeFact({ id: 'c', plannedFor: '2026-03-09T08:00' }),
    makeFact({ id: 'e', plannedFor: '2026-03-09' }),
  ]
  expect(sorted([late, none, morning, other, day9])).toEqual([day9, other, morning, late, none])
})

test('whoever is put before, behind, on top or at the bottom stands exactly there, and only those moved are written', () => {
  const spots = fc.constantFrom('top', 'bottom', 'before', 'behind')
  const moves = fc.array(fc.record({ who: fc.nat(), where: fc.nat(), at: spots }), { maxLength: 40 })
  fc.assert(
    fc.property(cards, moves, (start, list) => {
      let column = sorted(start)
      for (const { who, where, at } of list) {
        const card = column[who % column.length]
        const anchor = column[where % column.length]
        if (!card || !anchor || card === anchor) continue
        const order = orderAfter(column, [card], { at, anchor })
        const [change] = ranksFor(order)
        column = sorted(column.map((one) => (one === card ? { ...card, rank: change?.after ?? null } : one)))
        expect(column.map((one) => one.id)).toEqual(order.ids)
      }
      expect(new Set(column.map(placeKey)).size).toBe(column.length)
    }),
  )
})

test('several keep their order among themselves', () => {
  const column = sorted(['a', 'b', 'c', 'd'].map((name) => makeFact({ id: name })))
  const moving = column.filter((card) => card.id === 'c' || card.id === 'a')
  const order = orderAfter(column, moving, { at: 'bottom', anchor: undefined })
  expect(order.ids).toEqual(['b', 'd', 'a', 'c'])
  const ranks = new Map(ranksFor(order).map((change) => [change.id, change.after]))
  expect(sorted(column.map((card) => ({ ...card, rank: ranks.get(card.id) ?? card.rank }))).map((card) => card.id)).toEqual(
    order.ids,
  )
})

test('ranks stay short when people put hundreds of cards into the same gap, and on the same top', () => {
  const ends = sorted([makeFact({ id: '0190aaaa' }), makeFact({ id: '0190bbbb' })])
  let column = ends
  for (let n = 0; n < 300; n++) {
    const card = makeFact({ id: `new${n}` })
    const at = n % 2 === 0 ? 'before' : 'top'
    const [change] = ranksFor(orderAfter(column, [card], { at, anchor: ends[1] }))
    column = sorted([...column, { ...card, rank: change?.after ?? null }])
  }
  expect(Math.max(...column.map((card) => card.rank?.length ?? 0))).toBeLessThan(130)
})

test('two who got the same rank at the same moment stand by id, and others can be put beside them', () => {
  const column = sorted([makeFact({ id: 'b', rank: 'a1' }), makeFact({ id: 'a', rank: 'a1' }), makeFact({ id: 'c', rank: 'a2' })])
  expect(column.map((card) => card.id)).toEqual(['a', 'b', 'c'])
  const card = makeFact({ id: 'z' })
  for (const [at, anchor, expected] of [
    ['before', column[1], ['z', 'a', 'b', 'c']],
    ['behind', column[0], ['a', 'b', 'z', 'c']],
  ] as const) {
    const order = orderAfter(column, [card], { at, anchor })
    expect(order.ids).toEqual(expected)
    const [change] = ranksFor(order)
    expect(
      [...column, { ...card, rank: change?.after ?? null }].sort(comparator(byHand, { ranks: {} })).map((one) => one.id),
    ).toEqual(expected)
  }
})
