'use client'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

interface DragOrder {
  /** The row that is being dragged. */
  readonly dragged: string | null
  /** Props of the handle of a row. */
  handle(key: string): {
    onPointerDown(event: PointerEvent<HTMLElement>): void
    onPointerMove(event: PointerEvent<HTMLElement>): void
    onPointerUp(): void
    onPointerCancel(): void
    onKeyDown(event: KeyboardEvent): void
  }
}

/**
 * Rows that are put in order by their handles: dragged, or with the arrow keys while the handle has the focus. Rows carry
 * `data-row={key}` inside the element that holds the handle's list.
 */
export function useDragOrder(keys: readonly string[], onMove: (key: string, place: number) => void): DragOrder {
  const [dragged, setDragged] = useState<string | null>(null)
  const list = useRef<Element | null>(null)
  const stop = () => setDragged(null)
  return {
    dragged,
    handle: (key) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        list.current = event.currentTarget.closest('[data-rows]')
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(key)
      },
      onPointerMove(event) {
        if (dragged !== key || !list.current) return
        const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')].filter((row) =>
          keys.includes(row.dataset.row ?? ''),
        )
        // Only when the pointer is past the middle of another row, or rows of different height would swap to and fro.
        const place = rows.filter((row) => {
          if (row.dataset.row === key) return false
          const { top, height } = row.getBoundingClientRect()
          return event.clientY > top + height / 2
        }).length
        if (place !== keys.indexOf(key)) onMove(key, place)
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      onKeyDown(event) {
        const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (step === 0) return
        event.preventDefault()
        const place = keys.indexOf(key) + step
        if (place >= 0 && place < keys.length) onMove(key, place)
      },
    }),
  }
}
