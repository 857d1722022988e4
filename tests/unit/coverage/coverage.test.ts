import { describe, expect, test } from 'vitest'
import { stateOf } from '@/server/domain/coverage/coverage.rules'
import { ask, cellOf, channels, journey, rowOf, target } from '@/tests/unit/coverage/ask'
import { liveFact, makeFact } from '@/tests/unit/facts/make-fact'

describe('the grid', () => {
  test('has every pair of row and column, empty ones too', () => {
    const grid = ask([])
    expect(grid.rows.map(({ key }) => key)).toEqual([...journey.map(({ key }) => key), 'untagged'])
    expect(grid.columns.map(({ key }) => key)).toEqual([...channels.map(({ key }) => key), 'untagged'])
    expect(grid.cells).toHaveLength(6 * 4)
    expect(grid.cells.map(({ row, column }) => `${row} ${column}`)).toEqual(
      grid.rows.flatMap((row) => grid.columns.map((column) => `${row.key} ${column.key}`)),
    )
  })

  test('an item stands in every cell of its phases and channels, and once in each total', () => {
    const grid = ask([liveFact({ phase: ['awareness', 'retention'], channel: ['email', 'social'] })])
    expect(grid.cells.filter(({ fresh }) => fresh > 0).map(({ row, column }) => `${row} ${column}`)).toEqual([
      'awareness email',
      'awareness social',
      'retention email',
      'retention social',
    ])
    expect(rowOf(grid, 'awareness').distinct).toBe(1)
    expect(grid.columns.find(({ key }) => key === 'email')?.distinct).toBe(1)
    expect(grid.total).toBe(1)
  })

  test('items without a phase or a channel stand in the untagged row and column', () => {
    const grid = ask([liveFact({ phase: ['awareness'] }), liveFact({ channel: ['email'] }), liveFact()])
    expect(cellOf(grid, 'awareness', 'untagged').fresh).toBe(1)
    expect(cellOf(grid, 'untagged', 'email').fresh).toBe(1)
    expect(cellOf(grid, 'untagged', 'untagged').fresh).toBe(1)
    expect(grid.total).toBe(3)
  })

  test('values that nobody asked for get a row or column of their own', () => {
    const grid = ask([liveFact({ phase: ['renamed'], channel: ['fax'] })])
    expect(cellOf(grid, 'renamed', 'fax')).toMatchObject({ fresh: 1, state: 'open' })
    expect(rowOf(grid, 'renamed').name).toBe('(renamed)')
    expect(grid.rows.at(-1)?.key).toBe('untagged')
    expect(grid.columns.at(-1)?.key).toBe('untagged')
  })

  test('stale items are told beside the fresh ones', () => {
    const grid = ask([
      liveFact({ phase: ['awareness'], channel: ['email'] }),
      liveFact({ phase: ['awareness'], channel: ['email'], reviewBy: '2026-03-01' }),
    ])
    expect(cellOf(grid, 'awareness', 'email')).toMatchObject({ fresh: 1, stale: 1 })
    expect(rowOf(grid, 'awareness')).toMatchObject({ distinct: 2, fresh: 1 })
    expect(grid).toMatchObject({ total: 2, fresh: 1 })
  })

  test('what does not count is not in the picture', () => {
    const facts = [
      makeFact({ phase: ['awareness'] }),
      liveFact({ phase: ['awareness'], deletedAt: 1 }),
      makeFact({ step: 'planned', plannedFor: '2026-05-01', phase: ['awareness'] }),
    ]
    expect(ask(facts).total).toBe(0)
    expect(ask(facts, { mode: 'planned' }).total).toBe(1)
    expect(ask(facts, { mode: 'planned', asOf: '2026-04-30' }).total).toBe(0)
    expect(ask(facts, { mode: 'planned', asOf: '2026-05-01' }).total).toBe(1)
  })

  test('a filter narrows what is counted', () => {
    const facts = [liveFact({ id: 'a', phase: ['awareness'] }), liveFact({ id: 'b', phase: ['awareness'] })]
    expect(ask(facts, { matches: ({ id }) => id === 'a' }).total).toBe(1)
  })

  test('a part of the content is counted, and not held against targets that are of all of it', () => {
    const facts = [liveFact({ id: 'a', phase: ['awareness'], channel: ['email'] })]
    const asked = { targets: [target('awareness', 'email', [2, 4])], matches: () => true }
    expect(cellOf(ask(facts, asked), 'awareness', 'email')).toMatchObject({ state: 'gap', target: { min: 2 } })
    const part = ask(facts, { ...asked, isPart: true })
    expect(cellOf(part, 'awareness', 'email')).toMatchObject({ fresh: 1, state: 'open', target: null })
    expect([part.isPart, rowOf(part, 'awareness').score, part.readiness]).toEqual([true, null, ask(facts, asked).readiness])
  })

  test.each([
    ['type', 'faq', { type: 'faq' }],
    ['purpose', 'answer', { purpose: 'answer' }],
    ['purpose', 'untagged', {}],
    ['locale', 'de-AT', { locale: 'de-AT' }],
    ['owner', 'anna', { ownerId: 'anna' }],
    ['owner', 'untagged', {}],
    ['persona', 'buyer', { persona: ['buyer', 'user'] }],
    ['persona', 'user', { persona: ['buyer', 'user'] }],
    ['topic', 'camera', { topic: ['camera'] }],
  ] as const)('by %s: %s', (by, column, made) => {
    expect(cellOf(ask([liveFact({ phase: ['awareness'], ...made })], { by }), 'awareness', column).fresh).toBe(1)
  })
})

describe('the state of a cell', () => {
  const numbers = { min: 2, ideal: 4, max: 6 }
  test.each([
    [0, 'gap'],
    [1, 'gap'],
    [2, 'thin'],
    [3, 'thin'],
    [4, 'covered'],
    [6, 'covered'],
    [7, 'surplus'],
  ] as const)('%i of 2, 4 and 6: %s', (fresh, state) => {
    expect(stateOf(fresh, { kind: 'numbers', numbers, from: 'cell' })).toBe(state)
  })

  test('without a target it is open, however empty', () => {
    expect(stateOf(0, { kind: 'none' })).toBe('open')
  })

  test('not applicable keeps its reason and shows what is there all the same', () => {
    const grid = ask([liveFact({ phase: ['awareness'], channel: ['email'] })], {
      targets: [target('awareness', 'email', 'No newsletter')],
    })
    expect(cellOf(grid, 'awareness', 'email')).toMatchObject({
      state: 'not_applicable',
      reason: 'No newsletter',
      fresh: 1,
      target: null,
    })
  })

  test('stale items do not help to reach it', () => {
    const facts = [liveFact({ phase: ['awareness'], channel: ['email'], reviewBy: '2026-03-01' })]
    expect(cellOf(ask(facts, { targets: [target('awareness', 'email', [1, 1])] }), 'awareness', 'email')).toMatchObject({
      state: 'gap',
      stale: 1,
    })
  })

  test('nothing is wanted of untagged items or of values nobody asked for', () => {
    const facts = [liveFact({ phase: ['awareness'], channel: ['fax'] }), liveFact()]
    const grid = ask(facts, { preset: () => ({ min: 1, ideal: 3, max: null }), targets: [target('awareness', '', [1, 1])] })
    for (const cell of grid.cells)
      if (cell.row === 'untagged' || cell.column === 'untagged' || cell.column === 'fax') expect(cell.state).toBe('open')
  })
})
