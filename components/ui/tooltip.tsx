'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import { type ReactElement, type ReactNode, useEffect } from 'react'
import { Kbd } from '@/components/ui/kbd'

interface TooltipProps {
  text: ReactNode
  shortcut?: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The element it explains; it must take props and a ref. Its name must not depend on the tooltip. */
  children: ReactElement
}

/** Keys that take the focus somewhere. */
const walking = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])
let lastKey = ''

/** For what is seen and pointed at; never the only place where something is said. */
export function Tooltip({ text, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root
      onOpenChange={(open, details) => {
        // The focus that comes back when a dialog or menu closes asks for nothing, and the words would lie over the neighbours.
        if (open && details.reason === 'trigger-focus' && !walking.has(lastKey)) details.cancel()
      }}
    >
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <Base.Popup
            data-float
            className="flex max-w-72 items-center gap-2 rounded bg-bar px-2 py-1 text-xs text-bar-ink transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {text}
            {shortcut ? <Kbd shortcut={shortcut} className="text-bar-ink" /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Neighbouring tooltips open at once after the first. */
export function TooltipDelay({ children }: { children: ReactNode }) {
  useEffect(() => {
    const note = ({ key }: KeyboardEvent) => {
      lastKey = key
    }
    document.addEventListener('keydown', note, true)
    return () => document.removeEventListener('keydown', note, true)
  }, [])
  return <Base.Provider delay={450}>{children}</Base.Provider>
}
