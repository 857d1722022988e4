'use client'

import { Minimize } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '@/components/i18n/use-text'
import { IconButton } from '@/components/ui/button'
import { useEscape } from '@/components/ui/use-escape'

/** Nothing but the picture, larger, over everything else; Escape leads back. */
export function Presentation({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const text = useText('coverage.share')
  const frame = useRef<HTMLDivElement>(null)
  useEscape(onClose)
  useEffect(() => {
    const hidden: Element[] = []
    // What lies behind must not be reached by Tab either.
    for (let at: Element | null = frame.current; at && at !== document.body; at = at.parentElement)
      for (const other of at.parentElement?.children ?? [])
        if (other !== at && !other.hasAttribute('inert') && !(other instanceof HTMLScriptElement)) {
          other.setAttribute('inert', '')
          hidden.push(other)
        }
    frame.current?.focus()
    return () => {
      for (const other of hidden) other.removeAttribute('inert')
    }
  }, [])
  return (
    <div ref={frame} tabIndex={-1} className="fixed inset-0 z-35 overflow-auto bg-paper outline-none">
      <div className="mx-auto max-w-400 p-8 [zoom:1.25]">{children}</div>
      <IconButton
        icon={<Minimize aria-hidden />}
        label={text('endPresentation')}
        shortcut="Esc"
        onClick={onClose}
        className="fixed end-4 top-4"
        tooltipSide="bottom"
      />
    </div>
  )
}
