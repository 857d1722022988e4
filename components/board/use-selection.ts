'use client'

import { useState } from 'react'
import type { Taken } from '@/components/board/moved-board'
import type { BoardCard, BoardPlace } from '@/server/domain/board/board.schema'

export interface CardSelection {
  readonly taken: readonly Taken[]
  has(id: string): boolean
  toggle(card: BoardCard, from: BoardPlace): void
  add(cards: readonly BoardCard[], from: BoardPlace): void
  clear(): void
}

const none: ReadonlyMap<string, Taken> = new Map()

/** The cards that are selected and where; another filter or layout (`name`) clears them, and says so through `onDropped`. */
export function useSelection(name: string, onDropped: (count: number) => void): CardSelection {
  const [held, setHeld] = useState({ name, taken: none })
  if (held.name !== name) {
    const dropped = held.taken.size
    setHeld({ name, taken: none })
    if (dropped > 0) queueMicrotask(() => onDropped(dropped))
  }
  const taken = held.name === name ? held.taken : none
  const set = (next: ReadonlyMap<string, Taken>) => setHeld({ name, taken: next })
  return {
    taken: [...taken.values()],
    has: (id) => taken.has(id),
    toggle(card, from) {
      const next = new Map(taken)
      if (!next.delete(card.id)) next.set(card.id, { card, from })
      set(next)
    },
    add: (cards, from) => set(new Map([...taken, ...cards.map((card) => [card.id, { card, from }] as const)])),
    clear: () => set(none),
  }
}
