'use client'

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/class-names'

interface Props {
  name: string
  /** What scrolls. */
  root: RefObject<HTMLElement | null>
  /** Whether to draw it before the browser says where it is. */
  startsNear: boolean
  /** Drawn wherever it is: the tab stop is in it. */
  isHeld: boolean
  /** Stays once it is drawn: something of it may be on its way. */
  stays: boolean
  /** As high as what is in it. */
  minHeight: string | undefined
  className: string
  children: () => ReactNode
}

/** Where a column crosses a lane: there may be hundreds, so only those near the view hold anything; the others keep their size. */
export function NearView({ name, root, startsNear, isHeld, stays, minHeight, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(startsNear)
  const holds = useRef(stays)
  useEffect(() => {
    holds.current = stays
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        const isHere = entries.at(-1)?.isIntersecting ?? false
        // Whoever has scrolled it finds it again as it was.
        const isScrolled = (element.querySelector('[data-scrolls]')?.scrollTop ?? 0) > 0
        if (isHere || !(holds.current || isScrolled)) setNear(isHere)
      },
      { root: root.current, rootMargin: '300px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [root])
  return (
    <div ref={box} data-cell={name} style={{ minHeight }} className={cn('flex min-h-0 shrink-0 max-sm:w-full', className)}>
      {isNear || isHeld ? children() : null}
    </div>
  )
}
