import { authorize } from '@/server/domain/access/authorize'
import { getBoard, getBoardColumn } from '@/server/domain/board/board.queries'
import {
  type Board,
  type BoardAxis,
  type BoardCard,
  type BoardInput,
  type BoardLine,
  noValue,
  wholeLane,
} from '@/server/domain/board/board.schema'
import type { Context } from '@/server/domain/context'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { columnsBeside, type Sheet, type SheetBoard, type SheetPart } from '@/server/domain/plan-export/sheet.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import { isDimension } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** About six pages, the longest column decides; nobody reads further on paper, and the plan as a table holds the rest. */
const cardsOfColumn = 48
const cardsInLane = 16

interface Wish {
  readonly board: BoardInput
  readonly language: Locale
  readonly word: Word
  /** So many of the first cards of each column; without it as many as paper holds. */
  readonly cards?: number
}

/** The board of this filter, lane by lane, with the first cards of each column; what is left out is counted. */
export async function loadBoardSheet(context: Context, { board: input, language, word, cards: most }: Wish): Promise<Sheet> {
  authorize(context.actor, 'item.export')
  const world = await loadSheetWorld(context, language, word)
  const board = await getBoard({ ...context, locale: language }, { ...input, limit: 200 })
  const places = board.cells.map(({ total }) => total)
  const each = most ?? (input.lanes === null ? cardsOfColumn : cardsInLane)
  const shown = board.columns.length > columnsBeside ? board.columns.filter(({ count }) => count > 0) : board.columns
  const empty = board.columns.filter((column) => !shown.includes(column)).map((column) => lineName(world, input.columns, column))
  const parts: SheetPart[] = []
  if (places.some((total) => total > each)) parts.push({ kind: 'note', text: word('outlets.sheet.firstCards', { count: each }) })
  if (empty.length > 0) parts.push({ kind: 'note', text: word('outlets.sheet.emptyColumns', { names: empty.join(', ') }) })
  for (const lane of board.lanes) {
    if (lane.key !== wholeLane) {
      if (lane.count === 0) continue
      parts.push({ kind: 'heading', text: `${lineName(world, input.lanes, lane)} (${lane.count})` })
    }
    const columns: SheetBoard['columns'][number][] = []
    for (const column of shown) {
      const cards = await cardsOf(context, input, board, { column: column.key, lane: lane.key }, each)
      const count = lane.key === wholeLane ? column.count : (placeOf(board, column.key, lane.key)?.total ?? 0)
      const rest = count - cards.length
      columns.push({
        title: lineName(world, input.columns, column),
        note: column.load && lane.key === wholeLane ? `${column.load.count} / ${column.load.limit}` : String(count),
        cards: cards.map((card) => cardOf(card, world, input)),
        rest: rest > 0 ? word('calendar.more', { count: rest }) : '',
      })
    }
    // Of a lane over many columns only those that it fills.
    parts.push({ kind: 'board', columns: shown.length > columnsBeside ? columns.filter(({ note }) => note !== '0') : columns })
  }
  const axis = (name: BoardAxis) => word(`board.axis.${name}`)
  const { filter } = parseFilter(input.filter)
  return {
    title: word('board.title'),
    fileName: `${word('outlets.menu.file.board')}-${world.moment.today}`,
    isLandscape: true,
    ...world.frame(filter, [
      { label: word('outlets.sheet.columns'), value: axis(input.columns) },
      ...(input.lanes === null ? [] : [{ label: word('outlets.sheet.lanes'), value: axis(input.lanes) }]),
      { label: word('outlets.sheet.items'), value: String(board.total) },
    ]),
    parts,
  }
}

const placeOf = (board: Board, column: string, lane: string) =>
  board.cells.find((cell) => cell.column === column && cell.lane === lane)

async function cardsOf(
  context: Context,
  { filter, columns, lanes }: BoardInput,
  board: Board,
  place: { column: string; lane: string },
  most: number,
): Promise<BoardCard[]> {
  const found = placeOf(board, place.column, place.lane)
  if (!found) return []
  const cards = [...found.cards]
  while (cards.length < Math.min(found.total, most)) {
    const page = await getBoardColumn(context, { filter, columns, lanes, ...place, offset: cards.length, limit: 200 })
    if (page.cards.length === 0) break
    cards.push(...page.cards)
  }
  return cards.slice(0, Math.max(0, most))
}

function lineName(world: SheetWorld, axis: string | null, { key, name }: BoardLine): string {
  if (key === noValue) return world.word('outlets.sheet.nothing')
  return name ?? (axis !== null && isDimension(axis) ? world.name(axis, key) : key)
}

function cardOf(card: BoardCard, world: SheetWorld, { columns }: BoardInput): { title: string; lines: string[] } {
  const { word, day, names, name, person } = world
  const dates = [
    ...(card.plannedFor === null ? [] : [`${word('outlets.feed.kind.planned')}: ${day(card.plannedFor)}`]),
    ...(card.dueOn === null ? [] : [`${word('outlets.feed.kind.due')}: ${day(card.dueOn)}`]),
  ]
  const lines = [
    [columns === 'step' ? '' : name('step', card.step), names('phase', card.phase), names('channel', card.channel)],
    [person(card.ownerId)],
    dates,
  ].map((texts) => texts.filter((text) => text !== '').join(' · '))
  return { title: card.title, lines: lines.filter((line) => line !== '') }
}
