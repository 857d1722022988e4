'use client'

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CellHandle } from '@/components/board/board-cell'
import { type Active, type CardPlace, resolved, stepOf, type Walk } from '@/components/board/board-keys'
import type { Taken } from '@/components/board/moved-board'
import { nameOfPlace } from '@/components/board/use-board'
import type { BoardCard, BoardPlace } from '@/server/domain/board/board.schema'

interface Options {
  readonly walk: Walk
  readonly handles: ReadonlyMap<string, CellHandle>
  readonly board: RefObject<HTMLElement | null>
  /** The loaded cards of a place, to find one again that has moved. */
  readonly cardsIn: (place: BoardPlace) => readonly BoardCard[]
}

/** The board's one tab stop: where it is, how arrows move it, and how it stays with a card that is moved. */
export function useWalk({ walk, handles, board, cardsIn }: Options) {
  const [held, setHeld] = useState<Active | null>(null)
  const following = useRef<{ id: string; name: string } | null>(null)
  const focused = useRef<Element | null>(null)
  const active = resolved(held, walk, cardsIn)
  const focusAt = useFocusAt(board, walk)

  const set = (place: CardPlace, id = handles.get(nameOfPlace(place))?.cardAt(place.index)?.id ?? null) =>
    setHeld((now) => ({ ...place, id, back: id !== null && now?.id === id ? now.back : undefined }))
  const show = (place: CardPlace) => {
    handles.get(nameOfPlace(place))?.show(place.index)
    focusAt(place)
  }
  const go = (place: CardPlace) => {
    flushSync(() => set(place))
    show(place)
  }

  useEffect(() => {
    if (active === null) return
    // A card that was moved takes the focus with it, as soon as it is drawn in its new place.
    if (following.current?.id === active.id && following.current.name === nameOfPlace(active)) {
      following.current = null
      show(active)
    } else if (focused.current !== null && !focused.current.isConnected) {
      // It went without the focus: by an undo, or by somebody else.
      focused.current = null
      whenLost(() => show(active))
    }
  })

  return {
    active,
    set,
    go,
    onFocus(event: FocusEvent) {
      focused.current = event.target
    },
    follow({ card, from }: Taken, to: BoardPlace) {
      following.current = { id: card.id, name: nameOfPlace(to) }
      const back = active && nameOfPlace(active) === nameOfPlace(from) ? active : { ...from, index: 0 }
      setHeld({ ...to, index: 0, id: card.id, back: { column: back.column, lane: back.lane, index: back.index } })
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

/** Focuses the card of a place, when it has come; until then the board itself takes the keys. */
function useFocusAt(board: RefObject<HTMLElement | null>, walk: Walk): (place: CardPlace) => void {
  const latest = useRef({ walk, wanted: null as CardPlace | null })
  useLayoutEffect(() => {
    latest.current.walk = walk
  })
  return (place) => {
    latest.current.wanted = place
    const look = () => {
      const root = board.current
      if (root === null || latest.current.wanted !== place) return
      const cell = root.querySelector(`[data-cell="${CSS.escape(nameOfPlace(place))}"]`)
      const card = cell?.querySelector<HTMLElement>(`[data-card][data-index="${place.index}"]`)
      if (card) return card.focus()
      const now = document.activeElement
      const isElsewhere = now !== null && now !== document.body && !root.contains(now)
      if (isElsewhere || latest.current.walk.totalOf(place) <= place.index) return
      if (!root.contains(now)) root.focus({ preventScroll: true })
      requestAnimationFrame(look)
    }
    look()
  }
}

/** What was pressed to undo a move takes the focus along when it goes; then, and unless somebody went elsewhere. */
function whenLost(then: () => void): void {
  const now = document.activeElement
  if (now === null || now === document.body) then()
  else if (now.closest('[data-sonner-toaster]')) requestAnimationFrame(() => whenLost(then))
}
