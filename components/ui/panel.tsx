'use client'

import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Dialog } from '@/components/ui/dialog'
import { useUiWords } from '@/components/ui/ui-words'
import { useEscape } from '@/components/ui/use-escape'

interface PanelProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** A line above the title: where this belongs. */
  crumb?: ReactNode
  /** Stays at the bottom while the rest scrolls. */
  footer?: ReactNode
  /** Covers the page and keeps the focus; otherwise the page beside it stays in use. */
  modal?: boolean
  /** Where the focus goes when it closes; by default what had it when the panel opened. */
  finalFocus?: RefObject<HTMLElement | null>
  /** Leaves the focus where it is when it opens, for a preview that follows the cursor. */
  keepFocus?: boolean
  className?: string
  children: ReactNode
}

/**
 * Put it as the last child of a `flex` row: from 1024 px it stands beside the page as a column, below that it lies
 * over its right edge, on phones it comes from the bottom. Escape closes it and gives the focus back.
 */
export function Panel({ modal = false, ...props }: PanelProps) {
  if (modal) {
    const { open, onOpenChange, title, crumb, footer, finalFocus, children } = props
    return (
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        title={title}
        description={crumb}
        footer={footer}
        finalFocus={finalFocus}
        size="lg"
      >
        {children}
      </Dialog>
    )
  }
  return props.open ? <OpenPanel {...props} /> : null
}

function OpenPanel({
  onOpenChange,
  title,
  crumb,
  footer,
  finalFocus,
  keepFocus = false,
  className,
  children,
}: Omit<PanelProps, 'modal'>) {
  const { close } = useUiWords()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  useEscape(() => onOpenChange(false))

  const wantsFocus = useRef(!keepFocus)
  const giveBackTo = useRef(finalFocus)
  useEffect(() => {
    giveBackTo.current = finalFocus
  })
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    opener.current ??= document.activeElement
    const element = panel.current
    if (wantsFocus.current) heading.current?.focus({ preventScroll: true })
    return () => {
      // Only take the focus along when it would be lost with the panel.
      const holder = document.activeElement
      if (holder !== document.body && !element?.contains(holder)) return
      queueMicrotask(() => {
        if (element?.isConnected) return
        const target = giveBackTo.current?.current ?? opener.current
        if (target instanceof HTMLElement) target.focus({ preventScroll: true })
      })
    }
  }, [])

  return (
    <aside
      ref={panel}
      aria-labelledby={titleId}
      data-panel
      className={cn(
        'fixed inset-x-0 bottom-0 z-30 flex max-h-[85dvh] flex-col rounded-t-lg border-t border-line-2 bg-sheet shadow-float',
        'sm:inset-y-0 sm:start-auto sm:max-h-none sm:w-[min(26rem,calc(100vw-3rem))] sm:rounded-none sm:border-s sm:border-t-0',
        'lg:sticky lg:top-0 lg:z-auto lg:h-dvh lg:w-85 lg:shrink-0 lg:border-line lg:shadow-none',
        className,
      )}
    >
      <div className="flex items-start gap-3 px-5.5 pt-5.5 pb-2">
        <div className="min-w-0 flex-1">
          {crumb ? <div className="mb-1 text-xs text-ink-3">{crumb}</div> : null}
          <h2 ref={heading} id={titleId} tabIndex={-1} className="text-2xl outline-none">
            {title}
          </h2>
        </div>
        <IconButton
          icon={<X aria-hidden />}
          label={close}
          shortcut="Esc"
          size="sm"
          tooltipSide="bottom"
          className="-me-2"
          onClick={() => onOpenChange(false)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5.5 pb-5.5">{children}</div>
      {footer ? <div className="flex flex-wrap gap-2 border-t px-5.5 py-3.5">{footer}</div> : null}
    </aside>
  )
}
