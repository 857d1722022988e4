'use client'

import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react'

/**
 * Dragging with the mouse, pen or finger. Whatever can be dragged must also be moved by a menu entry and by a key, which the
 * screen gives; these are only the hands. `kind` keeps the things of different lists apart.
 */
export interface Point {
  readonly x: number
  readonly y: number
}

interface DragOptions<T> {
  readonly kind: string
  /** Asked when the drag begins: what was drawn may be older than what goes along. */
  readonly data: () => T
  /** Cannot be dragged now. */
  readonly disabled?: boolean
  /** Somebody tries to drag it all the same, and wants to know why it stays. */
  readonly onRefused?: () => void
  /** A drag begins or is over, wherever it ended. */
  readonly onChange?: (isDragging: boolean) => void
}

interface DropOptions<T> {
  readonly kind: string
  readonly onDrop: (data: T, point: Point, element: HTMLElement) => void
  /** While something hangs over it: where, to show the place; null when it left. */
  readonly onOver?: (data: T | null, point: Point, element: HTMLElement) => void
  /** False: it is no place for this. */
  readonly takes?: (data: T) => boolean
}

const carried = (kind: string, data: unknown): Record<string, unknown> => ({ kind, data })
const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({ x: clientX, y: clientY })

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

/** Put the answer on the element that is dragged. */
export function useDraggable<T>(options: DragOptions<T>): RefCallback<HTMLElement> {
  const latest = useLatest(options)
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      return draggable({
        element,
        canDrag: () => {
          const { disabled = false, onRefused } = latest.current
          if (disabled) onRefused?.()
          return !disabled
        },
        getInitialData: () => carried(latest.current.kind, latest.current.data()),
        onDragStart: () => latest.current.onChange?.(true),
        onDrop: () => latest.current.onChange?.(false),
      })
    },
    [latest],
  )
}

/** Put `ref` on the element that things are dropped on; `isOver` while one of them hangs over it, but not over a target inside. */
export function useDropTarget<T>(options: DropOptions<T>): {
  readonly ref: RefCallback<HTMLElement>
  readonly isOver: boolean
  /** What hangs over it. */
  readonly over: T | null
} {
  const latest = useLatest(options)
  const [over, setOver] = useState<T | null>(null)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const isInnermost = (targets: readonly { element: Element }[]) => targets[0]?.element === element
      return dropTargetForElements({
        element,
        canDrop: ({ source }) => {
          const { kind, takes } = latest.current
          return source.data.kind === kind && (takes?.(source.data.data as T) ?? true)
        },
        onDropTargetChange: ({ source, location }) =>
          setOver(() => (isInnermost(location.current.dropTargets) ? (source.data.data as T) : null)),
        onDrag: ({ source, location }) =>
          latest.current.onOver?.(source.data.data as T, pointOf(location.current.input), element),
        onDragLeave: ({ location }) => {
          setOver(null)
          latest.current.onOver?.(null, pointOf(location.current.input), element)
        },
        onDrop: ({ source, location }) => {
          setOver(null)
          const point = pointOf(location.current.input)
          latest.current.onOver?.(null, point, element)
          if (isInnermost(location.current.dropTargets)) latest.current.onDrop(source.data.data as T, point, element)
        },
      })
    },
    [latest],
  )
  return { ref, isOver: over !== null, over }
}

/** What of this kind is being dragged at the moment, from wherever: to show where it may go. */
export function useDragged<T>(kind: string): T | null {
  const [dragged, setDragged] = useState<T | null>(null)
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.kind === kind,
        onDragStart: ({ source }) => setDragged(() => source.data.data as T),
        onDrop: () => setDragged(null),
      }),
    [kind],
  )
  return dragged
}
