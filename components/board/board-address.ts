import { type BoardAxis, boardAxes } from '@/server/domain/board/board.schema'

/** What stands in the address of the board besides the filter. `column`: the one that a phone shows. */
export const boardNames: readonly string[] = ['columns', 'lanes', 'column', 'view', 'peek']

/** So many cards of each column come with the board, more page by page; of a column in a lane only what is drawn at first. */
export const cardsAtOnce = ({ lanes }: { lanes: BoardAxis | null }): number => (lanes === null ? 50 : 5)

const axisOf = (text: string | null | undefined): BoardAxis | null => boardAxes.find((axis) => axis === text) ?? null

/** What names no way of laying a board out, as `name=value`. */
export const unreadLayout = (columns: string | null, lanes: string | null): string[] =>
  Object.entries({ columns, lanes }).flatMap(([name, text]) => (text && axisOf(text) === null ? [`${name}=${text}`] : []))

/** By status and without lanes unless the address says otherwise; nothing can be both. */
export function layoutOf(columns: string | null | undefined, lanes: string | null | undefined) {
  const across = axisOf(columns) ?? 'step'
  const along = axisOf(lanes)
  return { columns: across, lanes: along === across ? null : along }
}

/** A stretch of cards in pages of which none is larger than one answer may be. */
export function partsOf(low: number, high: number, most: number): { offset: number; limit: number }[] {
  const parts = []
  for (let offset = low; offset <= high; offset += most) parts.push({ offset, limit: Math.min(most, high - offset + 1) })
  return parts
}
