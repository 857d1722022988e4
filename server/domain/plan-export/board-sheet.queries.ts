import { authorize } from '@/server/domain/access/authorize'
import { getBoard, getBoardColumn } from '@/server/domain/board/board.queries'
import {
  type Board,
  type BoardCard,
  type BoardInput,
  type BoardLine,
  noValue,
  wholeLane,
} from '@/server/domain/board/board.schema'
import type { Context } from '@/server/domain/context'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Sheet, SheetBoard, SheetPart } from '@/server/domain/plan-export/sheet.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import { isDimension } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** Nobody reads further on paper; a table holds the rest. */
const cardsOnPaper = 1000

/** The board of this filter with all of its cards, lane by lane. */
export async function loadBoardSheet(
  context: Context,
  { board: input, language, word }: { board: BoardInput; language: Locale; word: Word },
): Promise<Sheet> {
  authorize(context.actor, 'item.export')
  const world = await loadSheetWorld(context, language, word)
  const board = await getBoard({ ...context, locale: language }, { ...input, limit: 200 })
  let left = cardsOnPaper
  const parts: SheetPart[] = []
  for (const lane of board.lanes) {
    if (lane.key !== wholeLane) {
      parts.push({ kind: 'heading', text: `${lineName(world, input.lanes, lane)} (${lane.count})` })
    }
    const columns: SheetBoard['columns'][number][] = []
    for (const column of board.columns) {
      const cards = await cardsOf(context, input, board, { column: column.key, lane: lane.key }, left)
      left -= cards.length
      const count = lane.key === wholeLane ? column.count : (placeOf(board, column.key, lane.key)?.total ?? 0)
      const rest = count - cards.length
      columns.push({
        title: lineName(world, input.columns, column),
        note: column.load ? `${column.load.count} / ${column.load.limit}` : String(count),
        cards: [
          ...cards.map((card) => cardOf(card, world, input)),
          ...(rest > 0 ? [{ title: word('outlets.sheet.more', { count: rest }), lines: [] }] : []),
        ],
      })
    }
    parts.push({ kind: 'board', columns })
  }
  const axis = (name: string) => word(`filter.field.${name}`)
  const { filter } = parseFilter(input.filter)
  return {
    title: word('board.title'),
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
