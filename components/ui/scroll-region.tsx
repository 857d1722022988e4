'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/class-names'

/** Scrolls sideways what is too wide, and can be reached by keyboard only then. */
export function ScrollRegion({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null)
  const [isTooWide, setTooWide] = useState(false)
  useEffect(() => {
    const element = region.current
    if (!element) return
    const observer = new ResizeObserver(() => setTooWide(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <section
      ref={region}
      aria-label={isTooWide ? label : undefined}
      tabIndex={isTooWide ? 0 : undefined}
      className={cn('relative overflow-x-auto focus-visible:outline-offset-0', className)}
    >
      {children}
    </section>
  )
}
