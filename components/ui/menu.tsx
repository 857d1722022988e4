'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import { floatStyle, listStyle } from '@/components/ui/float-style'

interface MenuProps {
  /** The button that opens it; it must take props and a ref. */
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A list of things to do, opened by a button. Its rows are in menu-items. */
export function Menu({ trigger, children, align = 'start', side = 'bottom', open, onOpenChange }: MenuProps) {
  return (
    <Base.Root modal={false} open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      <Base.Trigger render={trigger} />
      <MenuPopup align={align} side={side}>
        {children}
      </MenuPopup>
    </Base.Root>
  )
}

export function MenuPopup({ children, ...place }: Pick<MenuProps, 'align' | 'side' | 'children'>) {
  return (
    <Base.Portal>
      <Base.Positioner {...place} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
        <Base.Popup data-float className={cn(floatStyle, listStyle, 'max-h-(--available-height) min-w-48 max-w-80')}>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
