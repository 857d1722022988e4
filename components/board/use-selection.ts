'use client'

import { useState } from 'react'
import type { Taken } from '@/components/board/moved-board'
import type { BoardCard, BoardPlace } from '@/server/domain/board/board.schema'

export interface CardSelection {
  readonly taken: readonly Taken[]
  has(id: string): boolean
  toggle(card: BoardCard, from: BoardPlace): void
  add(cards: readonly BoardCard[], from: BoardPlace): void
  /** So many are still being fetched. */
  readonly coming: number
  addLater(count: number, cards: Promise<readonly BoardCard[]>, from: BoardPlace): Promise<void>
  clear(): void
}

const none: ReadonlyMap<string, Taken> = new Map()

/** The cards that are selected and where; another filter or layout (`name`) clears them, and says so through `onDropped`. */
export function useSelection(name: string, onDropped: (count: number) => void): CardSelection {
  const [held, setHeld] = useState({ name, taken: none })
  const [coming, setComing] = useState(0)
  if (held.name !== name) {
    const dropped = held.taken.size
    setHeld({ name, taken: none })
    if (dropped > 0) queueMicrotask(() => onDropped(dropped))
  }
  const taken = held.name === name ? held.taken : none
  // A range may come late: what was ticked meanwhile stays, and what the board shows no more does not come back.
  const change = (next: (now: ReadonlyMap<string, Taken>) => ReadonlyMap<string, Taken>) =>
    setHeld((now) => (now.name === name ? { name, taken: next(now.taken) } : now))
  const add = (cards: readonly BoardCard[], from: BoardPlace) =>
    change((now) => new Map([...now, ...cards.map((card) => [card.id, { card, from }] as const)]))
  return {
    taken: [...taken.values()],
    has: (id) => taken.has(id),
    toggle(card, from) {
      change((now) => {
        const next = new Map(now)
        if (!next.delete(card.id)) next.set(card.id, { card, from })
        return next
      })
    },
    add,
    coming,
    async addLater(count, cards, from) {
      setComing(count)
      try {
        add(await cards, from)
      } finally {
        setComing(0)
      }
    },
    clear: () => change(() => none),
  }
}
