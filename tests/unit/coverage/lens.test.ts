import { describe, expect, test } from 'vitest'
import { models } from '@/server/domain/coverage/coverage.schema'
import { groupOf, projectJourney } from '@/server/domain/coverage/lens.rules'
import { modelPreset, modelPresets } from '@/server/presets/models'
import { ask, cellOf, rowOf, target } from '@/tests/unit/coverage/ask'
import { liveFact } from '@/tests/unit/facts/make-fact'

const through = (from: (typeof models)[number], to: (typeof models)[number]) => {
  const lens = projectJourney(modelPreset(from).phases, to, modelPreset(to).phases)
  return Object.fromEntries(modelPreset(from).phases.map(({ key }) => [key, lens.rowsOf([key])]))
}

describe('a journey through another model', () => {
  test.each(models)('%s through itself is the identity', (model) => {
    for (const [phase, rows] of Object.entries(through(model, model))) expect(rows).toEqual([phase])
    const lens = projectJourney(modelPreset(model).phases, model, modelPreset(model).phases)
    for (const { key } of modelPreset(model).phases) expect(lens.isRefined([key])).toBe(true)
  })

  test('the five phases through the seven stages', () => {
    expect(through('mckinsey5', 'ihk7')).toEqual({
      awareness: ['pre_awareness', 'awareness'],
      consideration: ['consideration', 'preference'],
      conversion: ['purchase'],
      retention: ['retention', 'loyalty'],
      advocacy: ['loyalty'],
    })
  })

  test('what comes after the purchase is not covered by AIDA', () => {
    expect(through('mckinsey5', 'aida')).toMatchObject({
      conversion: ['action'],
      retention: ['not_covered'],
      advocacy: ['not_covered'],
    })
  })

  test('an ambiguous stage goes to the phase named first', () => {
    expect(through('ihk7', 'mckinsey5').loyalty).toEqual(['retention', 'advocacy'])
    expect(through('ihk7', 'mot4').awareness).toEqual(['stimulus'])
    expect(through('ihk7', 'kotler5a').consideration).toEqual(['appeal'])
  })

  test('every model reaches every other somewhere', () => {
    for (const { key: from } of modelPresets)
      for (const { key: to } of modelPresets) expect(Object.values(through(from, to)).flat()).not.toEqual([])
  })

  test('several phases that meet in one phase of the lens count once there', () => {
    const lens = projectJourney(modelPreset('ihk7').phases, 'simple3', modelPreset('simple3').phases)
    expect(lens.rowsOf(['awareness', 'preference', 'purchase'])).toEqual(['before', 'during'])
    expect(lens.isRefined(['awareness', 'preference', 'purchase'])).toBe(true)
  })

  test('phases that the journey does not know, or without stages, are not covered', () => {
    const lens = projectJourney([{ key: 'own', stages: [] }], 'simple3', modelPreset('simple3').phases)
    expect(lens.rowsOf(['own'])).toEqual(['not_covered'])
    expect(lens.rowsOf(['gone'])).toEqual(['not_covered'])
    expect(lens.rowsOf([])).toEqual([])
  })
})

describe('the grid in a lens', () => {
  const facts = [
    liveFact({ id: 'a', phase: ['consideration'], channel: ['email'] }),
    liveFact({ id: 'b', phase: ['consideration', 'conversion'] }),
    liveFact({ id: 'c', phase: ['retention'], channel: ['email'] }),
    liveFact({ id: 'd' }),
  ]
  const grid = ask(facts, {
    lens: 'aida',
    preset: () => ({ min: 1, ideal: 3, max: null }),
    targets: [target('', 'email', [1, 1])],
  })

  test('has the rows of the model, what it does not cover, and what has no phase', () => {
    expect(grid.rows.map(({ key }) => key)).toEqual(['attention', 'interest', 'desire', 'action', 'not_covered', 'untagged'])
    expect(grid.rows.map(({ distinct }) => distinct)).toEqual([0, 2, 2, 1, 1, 1])
    expect(cellOf(grid, 'not_covered', 'email').fresh).toBe(1)
    expect(grid.total).toBe(4)
  })

  test('says how many are not refined, in all and in each row', () => {
    expect(grid.notRefined).toBe(2)
    expect([rowOf(grid, 'interest').notRefined, rowOf(grid, 'desire').notRefined, rowOf(grid, 'action').notRefined]).toEqual([
      2, 2, 1,
    ])
    expect(ask(facts).notRefined).toBe(0)
  })

  test('shows neither targets nor scores, and the readiness of the own journey', () => {
    for (const cell of grid.cells) expect(cell).toMatchObject({ target: null, state: 'open' })
    for (const row of grid.rows) expect(row.score).toBeNull()
    expect(grid.readiness).toEqual(
      ask(facts, { preset: () => ({ min: 1, ideal: 3, max: null }), targets: [target('', 'email', [1, 1])] }).readiness,
    )
  })

  test('groups its rows around the purchase', () => {
    expect(grid.rows.map(({ group }) => group)).toEqual(['before', 'before', 'before', 'during', null, null])
  })
})

test('a phase that spans the purchase stands where its first stage does', () => {
  expect(groupOf(['retention', 'preference'])).toBe('before')
  expect(groupOf(['purchase', 'retention'])).toBe('during')
  expect(groupOf([])).toBeNull()
})
