'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/class-names'

/**
 * Scrolls sideways what is too wide, and can be reached by keyboard only then. `data-more-start` and `data-more-end` say where
 * more is than what is seen; inside it is `group/scroll`.
 */
export function ScrollRegion({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null)
  const [isTooWide, setTooWide] = useState(false)
  useEffect(() => {
    const element = region.current
    if (!element) return
    // Straight onto the element: scrolling renders nothing anew.
    const showEdges = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      element.toggleAttribute('data-more-start', scrollLeft > 1)
      element.toggleAttribute('data-more-end', scrollLeft + clientWidth < scrollWidth - 1)
    }
    const observer = new ResizeObserver(() => {
      setTooWide(element.scrollWidth > element.clientWidth)
      showEdges()
    })
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', showEdges, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', showEdges)
    }
  }, [])
  return (
    <section
      ref={region}
      aria-label={isTooWide ? label : undefined}
      tabIndex={isTooWide ? 0 : undefined}
      className={cn('group/scroll relative overflow-x-auto focus-visible:outline-offset-0', className)}
    >
      {children}
    </section>
  )
}
