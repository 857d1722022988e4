'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import { useUiWords } from '@/components/ui/ui-words'

export interface DialogProps {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  trigger?: ReactElement
  title: ReactNode
  titleHidden?: boolean
  description?: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** The buttons, the one that does it last. */
  footer?: ReactNode
  /** Else the first control, which is the one that closes it. */
  initialFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | null)
  finalFocus?: RefObject<HTMLElement | null>
  /** False where a click beside it would lose what was typed. */
  dismissible?: boolean
  onKeyDown?: (event: KeyboardEvent) => void
  children?: ReactNode
}

const widths = { sm: 'sm:max-w-104', md: 'sm:max-w-136', lg: 'sm:max-w-192', xl: 'sm:max-w-264' }

export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  titleHidden = false,
  description,
  size = 'md',
  footer,
  initialFocus,
  finalFocus,
  dismissible = true,
  onKeyDown,
  children,
}: DialogProps) {
  const { close } = useUiWords()
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={!dismissible}
      onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={veilStyle} />
        <Base.Viewport className={viewportStyle}>
          <Base.Popup
            data-float
            onKeyDown={onKeyDown}
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={cn(sheetStyle, widths[size])}
          >
            <div className="flex items-start gap-4 px-5 pt-4.5 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className={titleHidden ? 'sr-only' : 'text-xl leading-7'}>{title}</Base.Title>
                {description ? <Base.Description className="mt-1 text-ink-2">{description}</Base.Description> : null}
              </div>
              <Base.Close
                aria-label={close}
                className={cn(buttonStyle({ variant: 'quiet', size: 'sm', square: true }), '-me-1.5')}
              >
                <X aria-hidden />
              </Base.Close>
            </div>
            {children ? <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-4">{children}</div> : null}
            {footer ? <DialogFooter>{footer}</DialogFooter> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div data-dialog-foot className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3.5">
      {children}
    </div>
  )
}

export const veilStyle =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0'
export const viewportStyle = 'fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6'
export const sheetStyle =
  'flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-t-lg border border-line-2 bg-sheet text-ink shadow-float outline-none transition-[opacity,translate] duration-120 ease-calm data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:max-h-full sm:rounded-lg'
