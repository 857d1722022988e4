import {
  type Board,
  type BoardCard,
  type BoardCell,
  type BoardPlace,
  type BoardSpot,
  noValue,
} from '@/server/domain/board/board.schema'

/** A card and the place it was taken from; an item with several tags stands in several. */
export interface Taken {
  readonly card: BoardCard
  readonly from: BoardPlace
}

const isSame = (a: BoardPlace, b: BoardPlace): boolean => a.column === b.column && a.lane === b.lane

/**
 * The board as it will look after a move, shown until the server says how it really is. Only of use to the eye: what an item's
 * other tags bring with them is left to the server.
 */
export function movedBoard(board: Board, taken: readonly Taken[], to: BoardPlace, spot: BoardSpot): Board {
  const gone = (cell: BoardCell): BoardCell => {
    const ids = new Set(taken.filter(({ from }) => isSame(from, cell)).map(({ card }) => card.id))
    // Whoever stands there already, by another tag, is not shown twice.
    if (isSame(cell, to)) for (const { card } of taken) ids.add(card.id)
    if (ids.size === 0) return cell
    const cards = cell.cards.filter(({ id }) => !ids.has(id))
    const unseen = taken.filter(({ card, from }) => isSame(from, cell) && !cell.cards.some(({ id }) => id === card.id)).length
    return { ...cell, cards, total: cell.total - (cell.cards.length - cards.length) - unseen }
  }
  const before = board.cells.map(gone)
  const target = before.find((cell) => isSame(cell, to)) ?? { ...to, total: 0, cards: [] }
  const index = indexOf(spot, target)
  const coming = taken.map(({ card }) => card)
  // Behind what is loaded there is nothing to show yet.
  const isShown = index <= target.cards.length && (index < target.cards.length || target.cards.length === target.total)
  const after: BoardCell = {
    ...target,
    total: target.total + coming.length,
    cards: isShown ? target.cards.toSpliced(index, 0, ...coming) : target.cards,
  }
  const cells = [...before.filter((cell) => cell !== target), after].filter(({ total }) => total > 0)
  return {
    ...board,
    cells,
    columns: board.columns.map((line) => ({ ...line, count: line.count + changeOf(taken, line.key, to.column, 'column') })),
    lanes: board.lanes.map((line) => ({ ...line, count: line.count + changeOf(taken, line.key, to.lane, 'lane') })),
  }
}

function indexOf(spot: BoardSpot, { cards, total }: BoardCell): number {
  if (!('id' in spot)) return spot.at === 'bottom' ? total : 0
  const at = cards.findIndex(({ id }) => id === spot.id)
  return at < 0 ? (spot.at === 'before' ? 0 : total) : at + (spot.at === 'behind' ? 1 : 0)
}

function changeOf(taken: readonly Taken[], key: string, to: string, part: 'column' | 'lane'): number {
  const left = taken.filter(({ from }) => from[part] === key && key !== to).length
  const came = key === to ? taken.filter(({ from }) => from[part] !== to).length : 0
  return came - left
}

/** What a new item needs so that it comes to stand in a place of the board. */
export function valuesFor(axes: { columns: string; lanes: string | null }, { column, lane }: BoardPlace) {
  const values = [[axes.columns, column] as const, ...(axes.lanes === null ? [] : [[axes.lanes, lane] as const])]
  const tags: Partial<Record<'phase' | 'channel' | 'campaign', string[]>> = {}
  const edit: { step?: string; ownerId?: string } = {}
  for (const [axis, key] of values) {
    if (key === noValue) continue
    if (axis === 'step') edit.step = key
    else if (axis === 'owner') edit.ownerId = key
    else if (axis === 'phase' || axis === 'channel' || axis === 'campaign') tags[axis] = [key]
  }
  return { ...edit, ...(Object.keys(tags).length > 0 ? { tags } : {}) }
}
