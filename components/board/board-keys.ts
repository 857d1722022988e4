import type { BoardPlace } from '@/server/domain/board/board.schema'

/** Where the one tab stop of the board is. */
export interface CardPlace extends BoardPlace {
  readonly index: number
}

/** What can be walked over: the columns and lanes that are open, and how many cards stand where they cross. */
export interface Walk {
  readonly columns: readonly string[]
  readonly lanes: readonly string[]
  totalOf(place: BoardPlace): number
}

const page = 10

/** Where a key leads from a card; undefined for keys that do not move, the same place at an edge. */
export function stepOf(key: string, from: CardPlace, walk: Walk): CardPlace | undefined {
  const last = walk.totalOf(from) - 1
  const within = (index: number): CardPlace => ({ ...from, index: Math.max(0, Math.min(last, index)) })
  switch (key) {
    case 'ArrowUp':
      return from.index > 0 ? within(from.index - 1) : (along(from, -1, walk) ?? from)
    case 'ArrowDown':
      return from.index < last ? within(from.index + 1) : (along(from, 1, walk) ?? from)
    case 'ArrowLeft':
      return across(from, -1, walk) ?? from
    case 'ArrowRight':
      return across(from, 1, walk) ?? from
    case 'Home':
      return within(0)
    case 'End':
      return within(last)
    case 'PageUp':
      return within(from.index - page)
    case 'PageDown':
      return within(from.index + page)
    default:
      return undefined
  }
}

/** The next column with a card, in the same lane. */
function across({ column, lane, index }: CardPlace, by: 1 | -1, { columns, totalOf }: Walk): CardPlace | undefined {
  for (let at = columns.indexOf(column) + by; at >= 0 && at < columns.length; at += by) {
    const place = { column: columns[at] ?? '', lane }
    const total = totalOf(place)
    if (total > 0) return { ...place, index: Math.min(index, total - 1) }
  }
  return undefined
}

/** The next lane with a card, in the same column. */
function along({ column, lane }: CardPlace, by: 1 | -1, { lanes, totalOf }: Walk): CardPlace | undefined {
  for (let at = lanes.indexOf(lane) + by; at >= 0 && at < lanes.length; at += by) {
    const place = { column, lane: lanes[at] ?? '' }
    const total = totalOf(place)
    if (total > 0) return { ...place, index: by > 0 ? 0 : total - 1 }
  }
  return undefined
}

/** The column beside, cards or none: where Alt with an arrow moves a card to. */
export function columnBeside(column: string, by: 1 | -1, columns: readonly string[]): string | undefined {
  const at = columns.indexOf(column)
  return at < 0 ? undefined : columns[at + by]
}

export function firstCard({ columns, lanes, totalOf }: Walk): CardPlace | undefined {
  for (const lane of lanes) {
    for (const column of columns) if (totalOf({ column, lane }) > 0) return { column, lane, index: 0 }
  }
  return undefined
}

/** Where the tab stop was put. */
export interface Active extends CardPlace {
  readonly id: string | null
  /** Where a key took it from: there it is again after an undo. */
  readonly back?: CardPlace | undefined
}

type CardsIn = (place: BoardPlace) => readonly { readonly id: string }[]

/** The card where it stands now; else what took its place; else the first card of all. */
export function resolved(held: Active | null, walk: Walk, cardsIn: CardsIn): Active | null {
  const place = held && (placeIn(held, held, walk, cardsIn) ?? placeOfGone(held, walk, cardsIn) ?? neighbour(held, walk))
  if (held && place) return { ...held, id: null, ...place }
  const first = firstCard(walk)
  return first ? { ...first, id: cardsIn(first)[0]?.id ?? null } : null
}

type Found = CardPlace & { readonly id?: string | null }

const isOpen = ({ column, lane }: BoardPlace, { columns, lanes }: Walk): boolean =>
  columns.includes(column) && lanes.includes(lane)

function placeIn({ id }: Active, { column, lane }: BoardPlace, walk: Walk, cardsIn: CardsIn): Found | null {
  if (id === null || !isOpen({ column, lane }, walk)) return null
  const index = cardsIn({ column, lane }).findIndex((card) => card.id === id)
  return index < 0 ? null : { column, lane, index, id }
}

/** Where it has gone, when it would be among the loaded cards of its place but is not. */
function placeOfGone(held: Active, walk: Walk, cardsIn: CardsIn): Found | null {
  const { length } = cardsIn(held)
  const isGone = held.id !== null && (held.index < length || length === walk.totalOf(held))
  if (!isGone) return null
  const { back } = held
  const others = walk.lanes.flatMap((lane) => walk.columns.map((column) => ({ column, lane })))
  for (const place of back ? [back, ...others] : others) {
    const found = placeIn(held, place, walk, cardsIn)
    if (found) return found
  }
  return back && isOpen(back, walk) && back.index < walk.totalOf(back) ? back : null
}

function neighbour({ column, lane, index }: Active, walk: Walk): Found | null {
  const total = isOpen({ column, lane }, walk) ? walk.totalOf({ column, lane }) : 0
  return total === 0 ? null : { column, lane, index: Math.min(index, total - 1) }
}
