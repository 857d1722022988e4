import { describe, expect, test } from 'vitest'
import { layoutOf, partsOf } from '@/components/board/board-address'
import { columnBeside, firstCard, resolved, stepOf, type Walk } from '@/components/board/board-keys'
import { movedBoard, valuesFor } from '@/components/board/moved-board'
import { cardOf } from '@/server/domain/board/board.rules'
import { type Board, wholeLane } from '@/server/domain/board/board.schema'
import { makeFact } from '@/tests/unit/facts/make-fact'

/** idea: three and two cards in two lanes; planned: none; done: one and none. */
const totals: Record<string, number> = { 'idea a': 3, 'idea b': 2, 'done a': 1 }
const walk: Walk = {
  columns: ['idea', 'planned', 'done'],
  lanes: ['a', 'b'],
  totalOf: ({ column, lane }) => totals[`${column} ${lane}`] ?? 0,
}
const at = (column: string, lane: string, index: number) => ({ column, lane, index })

describe('walking over the cards', () => {
  test('up and down go on into the next lane, and stop at the edges', () => {
    expect(stepOf('ArrowDown', at('idea', 'a', 0), walk)).toEqual(at('idea', 'a', 1))
    expect(stepOf('ArrowDown', at('idea', 'a', 2), walk)).toEqual(at('idea', 'b', 0))
    expect(stepOf('ArrowUp', at('idea', 'b', 0), walk)).toEqual(at('idea', 'a', 2))
    expect(stepOf('ArrowDown', at('idea', 'b', 1), walk)).toEqual(at('idea', 'b', 1))
    expect(stepOf('ArrowUp', at('idea', 'a', 0), walk)).toEqual(at('idea', 'a', 0))
  })

  test('left and right pass over empty columns and keep to what is there', () => {
    expect(stepOf('ArrowRight', at('idea', 'a', 2), walk)).toEqual(at('done', 'a', 0))
    expect(stepOf('ArrowLeft', at('done', 'a', 0), walk)).toEqual(at('idea', 'a', 0))
    expect(stepOf('ArrowRight', at('idea', 'b', 1), walk)).toEqual(at('idea', 'b', 1))
  })

  test('far keys stay within the column, others are no steps', () => {
    expect(stepOf('End', at('idea', 'a', 0), walk)).toEqual(at('idea', 'a', 2))
    expect(stepOf('PageUp', at('idea', 'a', 2), walk)).toEqual(at('idea', 'a', 0))
    expect(stepOf('q', at('idea', 'a', 0), walk)).toBeUndefined()
    expect(firstCard(walk)).toEqual(at('idea', 'a', 0))
    expect(firstCard({ ...walk, totalOf: () => 0 })).toBeUndefined()
    expect(columnBeside('planned', -1, walk.columns)).toBe('idea')
    expect(columnBeside('done', 1, walk.columns)).toBeUndefined()
  })
})

describe('the card with the focus', () => {
  const cards: Record<string, string[]> = { 'idea a': ['x', 'y', 'z'], 'idea b': ['v', 'w'], 'done a': ['q'] }
  const cardsIn = ({ column, lane }: { column: string; lane: string }) => (cards[`${column} ${lane}`] ?? []).map((id) => ({ id }))
  const back = at('idea', 'a', 1)

  test('is found where it stands now', () => {
    expect(resolved({ ...at('idea', 'a', 0), id: 'z' }, walk, cardsIn)).toMatchObject({ ...at('idea', 'a', 2), id: 'z' })
    expect(resolved(null, walk, cardsIn)).toEqual({ ...at('idea', 'a', 0), id: 'x' })
  })

  test('is followed back when it was taken back, also into an empty column or a part that has not come yet', () => {
    expect(resolved({ ...at('done', 'a', 0), id: 'y', back }, walk, cardsIn)).toMatchObject({ ...back, id: 'y' })
    expect(resolved({ ...at('planned', 'a', 0), id: 'y' }, walk, cardsIn)).toMatchObject({ ...back, id: 'y' })
    const long: Walk = { ...walk, totalOf: (place) => (place.column === 'idea' ? 900 : walk.totalOf(place)) }
    const far = at('idea', 'a', 400)
    expect(resolved({ ...at('done', 'a', 0), id: 'unseen', back: far }, long, cardsIn)).toMatchObject({ ...far, id: null })
    expect(resolved({ ...far, id: 'unseen' }, long, cardsIn)).toMatchObject(far)
  })

  test('gives way to its neighbour when it is gone', () => {
    expect(resolved({ ...at('idea', 'b', 1), id: 'gone' }, walk, cardsIn)).toMatchObject({ ...at('idea', 'b', 1), id: null })
    expect(resolved({ ...at('planned', 'a', 0), id: 'gone' }, walk, cardsIn)).toMatchObject(at('idea', 'a', 0))
  })
})

test('a range is asked for whole, in pages of a size that is answered', () => {
  expect(partsOf(150, 550, 200)).toEqual([
    { offset: 150, limit: 200 },
    { offset: 350, limit: 200 },
    { offset: 550, limit: 1 },
  ])
  expect(partsOf(7, 7, 200)).toEqual([{ offset: 7, limit: 1 }])
})

describe('a board as it will look', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => cardOf(makeFact({ id })))
  const cards = [a, b, c].flatMap((card) => card ?? [])
  const line = { name: null, load: null }
  const board: Board = {
    total: 3,
    columns: [
      { ...line, key: 'idea', count: 3 },
      { ...line, key: 'planned', count: 0 },
    ],
    lanes: [{ key: wholeLane, name: null, count: 3 }],
    cells: [{ column: 'idea', lane: wholeLane, total: 3, cards }],
    ignored: [],
  }
  const from = { column: 'idea', lane: wholeLane }
  const taken = (id: string) => cards.filter((card) => card.id === id).map((card) => ({ card, from }))

  test('a card that goes to another column is counted there', () => {
    const moved = movedBoard(board, taken('b'), { column: 'planned', lane: wholeLane }, { at: 'top' })
    expect(moved.columns.map(({ count }) => count)).toEqual([2, 1])
    expect(moved.cells.map(({ column, total, cards: shown }) => [column, total, shown.map(({ id }) => id)])).toEqual([
      ['idea', 2, ['a', 'c']],
      ['planned', 1, ['b']],
    ])
    expect(moved.lanes[0]?.count).toBe(3)
  })

  test('a card that stays in its column only changes places', () => {
    const moved = movedBoard(board, taken('c'), from, { at: 'before', id: 'a' })
    expect(moved.cells[0]?.cards.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(moved.cells[0]?.total).toBe(3)
    expect(moved.columns.map(({ count }) => count)).toEqual([3, 0])
  })

  test('what is put behind the loaded cards is counted and not shown yet', () => {
    const long: Board = { ...board, cells: [{ ...from, total: 90, cards }] }
    const moved = movedBoard(long, taken('a'), from, { at: 'bottom' })
    expect(moved.cells[0]).toMatchObject({ total: 90, cards: [{ id: 'b' }, { id: 'c' }] })
  })
})

test('a new item gets what its place on the board stands for, and nothing where the place stands for nothing', () => {
  const axes = { columns: 'step', lanes: 'phase' }
  expect(valuesFor(axes, { column: 'planned', lane: 'retention' })).toEqual({ step: 'planned', tags: { phase: ['retention'] } })
  expect(valuesFor(axes, { column: 'planned', lane: '-' })).toEqual({ step: 'planned' })
  expect(valuesFor({ columns: 'owner', lanes: null }, { column: '-', lane: '*' })).toEqual({})
})

test('an address that nobody understands is the usual board, and nothing is column and lane at once', () => {
  expect(layoutOf('nonsense', '<script>')).toEqual({ columns: 'step', lanes: null })
  expect(layoutOf('phase', 'phase')).toEqual({ columns: 'phase', lanes: null })
  expect(layoutOf(null, 'phase')).toEqual({ columns: 'step', lanes: 'phase' })
})
