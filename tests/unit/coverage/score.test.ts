import { describe, expect, test } from 'vitest'
import { ask, rowOf, target } from '@/tests/unit/coverage/ask'
import { liveFact } from '@/tests/unit/facts/make-fact'

const many = (n: number, phase: string, channel: string, more = {}) =>
  Array.from({ length: n }, (_, i) => liveFact({ id: `${phase}-${channel}-${i}`, phase: [phase], channel: [channel], ...more }))

describe('the score of a phase', () => {
  test('is what is there of what is wanted, no cell helping another', () => {
    const targets = [target('awareness', 'email', [1, 4]), target('awareness', 'social', [1, 2])]
    const grid = ask([...many(9, 'awareness', 'email'), ...many(1, 'awareness', 'social')], { targets })
    expect(rowOf(grid, 'awareness').score).toEqual({ reached: 5, wanted: 6, percent: 83.3 })
  })

  test('stale items do not help', () => {
    const facts = many(3, 'awareness', 'email', { reviewBy: '2026-03-01' })
    expect(rowOf(ask(facts, { targets: [target('awareness', 'email', [1, 3])] }), 'awareness').score).toEqual({
      reached: 0,
      wanted: 3,
      percent: 0,
    })
  })

  test('is null without a wanted cell, and then stays out of readiness', () => {
    const targets = [target('awareness', '', 'why'), target('retention', 'email', [1, 2]), target('advocacy', 'email', [0, 0])]
    const grid = ask(many(1, 'retention', 'email'), { targets })
    expect(rowOf(grid, 'awareness').score).toBeNull()
    expect(rowOf(grid, 'advocacy').score).toBeNull()
    expect(rowOf(grid, 'untagged').score).toBeNull()
    expect(grid.readiness).toEqual({ percent: 50, parts: [{ phase: 'retention', percent: 50, weight: 1 }] })
  })

  test('is that of the channel grid over all items, whatever the screen shows', () => {
    const targets = [target('awareness', 'email', [1, 2])]
    const facts = many(1, 'awareness', 'email')
    const scores = ask(facts, { targets }).rows.map(({ score }) => score)
    expect(ask(facts, { targets, by: 'type' }).rows.map(({ score }) => score)).toEqual(scores)
    expect(ask(facts, { targets, matches: () => false }).rows.map(({ score }) => score)).toEqual(scores)
  })

  test('almost everything is not a hundred per cent', () => {
    const targets = [target('awareness', 'email', [1, 3000])]
    expect(rowOf(ask(many(2999, 'awareness', 'email'), { targets }), 'awareness').score?.percent).toBe(99.9)
  })
})

describe('readiness', () => {
  const targets = [target('awareness', 'email', [1, 2]), target('retention', 'email', [1, 2])]
  const facts = many(2, 'awareness', 'email')
  test('is the mean of the phases by weight, from the exact shares', () => {
    expect(ask(facts, { targets }).readiness?.percent).toBe(50)
    expect(ask(facts, { targets, weights: { awareness: 3 } }).readiness).toEqual({
      percent: 75,
      parts: [
        { phase: 'awareness', percent: 100, weight: 3 },
        { phase: 'retention', percent: 0, weight: 1 },
      ],
    })
  })

  test('is null without any score or weight', () => {
    expect(ask(facts).readiness).toBeNull()
    expect(ask(facts, { targets, weights: { awareness: 0, retention: 0 } }).readiness).toBeNull()
  })
})

describe('the weakest phase', () => {
  test('is the one of the lowest share, the first of several', () => {
    const targets = ['awareness', 'consideration', 'retention'].map((phase) => target(phase, 'email', [1, 2]))
    const facts = [...many(2, 'awareness', 'email'), ...many(1, 'consideration', 'email'), ...many(1, 'retention', 'email')]
    expect(ask(facts, { targets }).weakest).toEqual({ phase: 'consideration', score: { reached: 1, wanted: 2, percent: 50 } })
  })

  test('is nobody when nothing is wanted', () => {
    expect(ask(many(1, 'awareness', 'email')).weakest).toBeNull()
  })
})
