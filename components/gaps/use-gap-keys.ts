'use client'

import { useCallback, useRef } from 'react'
import { useShortcut } from '@/components/shell/shortcut-provider'

interface Doings {
  onMove: (id: string) => void
  onPlan: () => void
  onWaive: () => void
  onAssign: () => void
}

const titles = () => [...document.querySelectorAll<HTMLElement>('[data-gaps] [data-gap-title]')]
const idOf = (title: HTMLElement | undefined) => title?.closest<HTMLElement>('[data-gap]')?.dataset.gap

/** Up and down the list, and what the keys of a gap do. */
export function useGapKeys({ onMove, onPlan, onWaive, onAssign }: Doings) {
  const active = useRef<string | null>(null)
  const moved = useRef<HTMLElement | null>(null)

  const place = useCallback(() => titles().findIndex((title) => idOf(title) === active.current), [])
  const focus = useCallback((title: HTMLElement | undefined) => {
    const id = idOf(title)
    if (!title || id === undefined) return
    active.current = id
    moved.current = title
    title.focus()
    title.scrollIntoView({ block: 'nearest' })
  }, [])
  const step = (by: 1 | -1) => {
    const all = titles()
    const at = place()
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]
    focus(next)
    const id = idOf(next)
    if (id !== undefined) onMove(id)
  }
  useShortcut('gapNext', () => step(1))
  useShortcut('gapPrevious', () => step(-1))
  useShortcut('gapPlan', onPlan)
  useShortcut('gapWaive', onWaive)
  useShortcut('gapAssign', onAssign)

  return {
    active,
    /** Where the focus goes when a dialog or the panel closes: the row it was about, or its neighbour when that is gone. */
    focusTarget: moved,
    remember: useCallback((id: string) => {
      active.current = id
      moved.current = titles().find((title) => idOf(title) === id) ?? null
    }, []),
    /** Before the active row leaves the list: its neighbour takes its place. */
    leave: useCallback(
      (ids: ReadonlySet<string>) => {
        const all = titles()
        const at = place()
        const rest = (list: HTMLElement[]) => list.find((title) => !ids.has(idOf(title) ?? ''))
        const hadFocus = document.activeElement?.closest('[data-gaps]') != null
        const next = rest(all.slice(at + 1)) ?? rest(all.slice(0, Math.max(at, 0)).toReversed())
        moved.current = next ?? null
        active.current = idOf(next) ?? null
        if (hadFocus) next?.focus()
      },
      [place],
    ),
  }
}
