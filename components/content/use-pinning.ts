'use client'

import { type RefObject, useEffect } from 'react'

const restMs = 300

/**
 * While rows go by and nothing is scrolled sideways, the first columns need not be pinned (`data-unpinned`): each pinned cell
 * is a layer of its own, and a hundred of them cost the browser more than everything else in the frame.
 */
export function usePinning(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let top = element.scrollTop
    let rest: ReturnType<typeof setTimeout> | undefined
    const pin = () => element.removeAttribute('data-unpinned')
    const onScroll = () => {
      if (element.scrollLeft > 0) pin()
      else if (element.scrollTop !== top) element.setAttribute('data-unpinned', '')
      top = element.scrollTop
      clearTimeout(rest)
      rest = setTimeout(pin, restMs)
    }
    // Before the rows are changed: what is asked here would otherwise have them laid out at once.
    element.addEventListener('scroll', onScroll, { passive: true, capture: true })
    return () => {
      clearTimeout(rest)
      element.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [scroller])
}
