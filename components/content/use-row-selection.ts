'use client'

import { useState } from 'react'

/** Rows that are ticked one by one, or everything the filter means. */
export type Selection =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'filter'; readonly count: number }

const none: Selection = { kind: 'ids', ids: new Set() }

export interface RowSelection {
  readonly selection: Selection
  readonly count: number
  has(id: string): boolean
  toggle(id: string): void
  add(ids: readonly string[]): void
  selectFilter(count: number): void
  clear(): void
}

/** The selection outlives scrolling and paging; another filter clears it, and says so through `onDropped`. */
export function useRowSelection(filter: string, onDropped: (count: number) => void): RowSelection {
  const [held, setHeld] = useState<{ filter: string; selection: Selection }>({ filter, selection: none })
  const countOf = (selection: Selection) => (selection.kind === 'filter' ? selection.count : selection.ids.size)
  if (held.filter !== filter) {
    const dropped = countOf(held.selection)
    setHeld({ filter, selection: none })
    if (dropped > 0) queueMicrotask(() => onDropped(dropped))
  }
  const selection = held.filter === filter ? held.selection : none
  const set = (next: Selection) => setHeld({ filter, selection: next })
  const ids = selection.kind === 'ids' ? selection.ids : new Set<string>()
  return {
    selection,
    count: countOf(selection),
    has: (id) => selection.kind === 'filter' || ids.has(id),
    toggle(id) {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      set({ kind: 'ids', ids: next })
    },
    add: (more) => set({ kind: 'ids', ids: new Set([...ids, ...more]) }),
    selectFilter: (count) => set({ kind: 'filter', count }),
    clear: () => set(none),
  }
}
