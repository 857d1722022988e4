'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { cn } from '@/components/ui/class-names'
import { floatStyle } from '@/components/ui/float-style'

interface PopoverProps {
  /** The button that opens it; leave it out when `open` and `anchor` are given. */
  trigger?: ReactElement
  /** What it is about, said and (unless hidden) shown. */
  title: ReactNode
  titleHidden?: boolean
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  anchor?: RefObject<Element | null>
  side?: 'top' | 'bottom' | 'left' | 'right'
  align?: 'start' | 'center' | 'end'
  initialFocus?: boolean | RefObject<HTMLElement | null> | (() => HTMLElement | null)
  finalFocus?: RefObject<HTMLElement | null>
  className?: string
}

/** A small sheet beside what it belongs to. */
export function Popover({
  trigger,
  title,
  titleHidden = false,
  children,
  open,
  onOpenChange,
  anchor,
  side = 'bottom',
  align = 'start',
  initialFocus,
  finalFocus,
  className,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup
            data-float
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={cn(floatStyle, 'max-h-(--available-height) w-72 max-w-(--available-width) overflow-y-auto p-3', className)}
          >
            <Base.Title className={titleHidden ? 'sr-only' : 'mb-2 font-sans text-sm font-medium tracking-normal'}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
