'use client'

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CellHandle } from '@/components/board/board-cell'
import { type CardPlace, firstCard, stepOf, type Walk } from '@/components/board/board-keys'
import { nameOfPlace } from '@/components/board/use-board'
import type { BoardCard, BoardPlace } from '@/server/domain/board/board.schema'

interface Options {
  readonly walk: Walk
  readonly handles: ReadonlyMap<string, CellHandle>
  readonly board: RefObject<HTMLElement | null>
  /** The loaded cards of a place, to find one again that has moved. */
  readonly cardsIn: (place: BoardPlace) => readonly BoardCard[]
}

type Active = CardPlace & { readonly id: string | null }

/** The board's one tab stop: where it is, how arrows move it, and how it stays with a card that is moved. */
export function useWalk({ walk, handles, board, cardsIn }: Options) {
  const [held, setHeld] = useState<Active | null>(null)
  const following = useRef<string | null>(null)
  const active = resolved(held, walk, cardsIn)

  const focusAt = (place: CardPlace, tries = 12): void => {
    const cell = board.current?.querySelector(`[data-cell="${CSS.escape(nameOfPlace(place))}"]`)
    const card = cell?.querySelector<HTMLElement>(`[data-card][data-index="${place.index}"]`)
    if (card) card.focus()
    else if (tries > 0) requestAnimationFrame(() => focusAt(place, tries - 1))
  }
  const set = (place: CardPlace, id = handles.get(nameOfPlace(place))?.cardAt(place.index)?.id ?? null) =>
    setHeld({ ...place, id })
  const go = (place: CardPlace) => {
    flushSync(() => set(place))
    handles.get(nameOfPlace(place))?.show(place.index)
    focusAt(place)
  }

  // A card that was moved takes the focus with it, as soon as it is drawn in its new place.
  useEffect(() => {
    if (following.current === null || active === null || active.id !== following.current) return
    following.current = null
    handles.get(nameOfPlace(active))?.show(active.index)
    focusAt(active)
  })

  return {
    active,
    set,
    go,
    follow(id: string, to: BoardPlace) {
      following.current = id
      setHeld({ ...to, index: 0, id })
    },
    cardAt: (place: CardPlace) => handles.get(nameOfPlace(place))?.cardAt(place.index),
    /** True when the key moved the focus. */
    onArrow(event: KeyboardEvent): boolean {
      const next = active && stepOf(event.key, active, walk)
      if (!next) return false
      event.preventDefault()
      go(next)
      return true
    },
  }
}

/** The card where it stands now; else what took its place; else the first card of all. */
function resolved(held: Active | null, walk: Walk, cardsIn: Options['cardsIn']): Active | null {
  const first = () => {
    const place = firstCard(walk)
    return place ? { ...place, id: cardsIn(place)[0]?.id ?? null } : null
  }
  if (held === null || !walk.columns.includes(held.column) || !walk.lanes.includes(held.lane)) return first()
  const cards = cardsIn(held)
  const at = held.id === null ? -1 : cards.findIndex(({ id }) => id === held.id)
  if (at >= 0) return { ...held, index: at }
  const total = walk.totalOf(held)
  return total === 0 ? first() : { ...held, index: Math.min(held.index, total - 1), id: null }
}
