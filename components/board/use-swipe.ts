import { type TouchEvent, useRef } from 'react'

const farEnough = 56

/** A quick stroke to the side with one finger; a slow one may be a drag, an upright one scrolls. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number; at: number } | null>(null)
  return {
    onTouchStart({ touches, timeStamp }: TouchEvent) {
      const one = touches[0]
      start.current = one && touches.length === 1 ? { x: one.clientX, y: one.clientY, at: timeStamp } : null
    },
    onTouchEnd({ changedTouches, timeStamp }: TouchEvent) {
      const one = changedTouches[0]
      const from = start.current
      start.current = null
      if (!one || !from || timeStamp - from.at > 600) return
      const [x, y] = [one.clientX - from.x, one.clientY - from.y]
      if (Math.abs(x) > farEnough && Math.abs(y) < Math.abs(x) / 2) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
