'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { cn } from '@/components/ui/class-names'
import { sheetStyle, veilStyle } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

interface CommandDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  label: string
  placeholder: string
  query?: string
  onQueryChange?: (query: string) => void
  /** False when the caller chooses what to show for the query. */
  filter?: boolean
  /** Shown when nothing matches. */
  empty: ReactNode
  /** Below the list: hints for keys. */
  foot?: ReactNode
  finalFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** Everything one can do or go to, found by typing. */
export function CommandDialog({
  open,
  onOpenChange,
  label,
  placeholder,
  query,
  onQueryChange,
  filter = true,
  empty,
  foot,
  finalFocus,
  children,
}: CommandDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={veilStyle} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-3 sm:pt-[12vh]">
          <Base.Popup
            data-float
            aria-label={label}
            finalFocus={finalFocus}
            className={cn(sheetStyle, 'max-h-full rounded-lg sm:max-w-152')}
          >
            <Command label={label} shouldFilter={filter} loop className="flex min-h-0 flex-col">
              <div className="flex items-center gap-2.5 border-b px-4">
                <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
                <Command.Input
                  value={query}
                  onValueChange={onQueryChange}
                  placeholder={placeholder}
                  className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
                />
              </div>
              <Command.List label={label} className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
                <Command.Empty className="px-2.5 py-6 text-ink-2">{empty}</Command.Empty>
                {children}
              </Command.List>
              {foot ? <div className="border-t px-4 py-2.5">{foot}</div> : null}
            </Command>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

export function CommandGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2.5 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  )
}

interface CommandItemProps {
  /** Unique in the dialog. */
  value: string
  /** Found by these words: name, aliases, both languages. */
  keywords?: string[]
  icon?: ReactElement
  hint?: ReactNode
  shortcut?: string
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export function CommandItem({ icon, hint, shortcut, children, ...item }: CommandItemProps) {
  return (
    <Command.Item
      {...item}
      className="flex min-h-9 cursor-default select-none items-center gap-2.5 rounded px-2.5 py-1 data-[disabled=true]:text-ink-3 data-[selected=true]:bg-accent-wash forced-colors:data-[selected=true]:outline-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint ? <span className="shrink-0 text-xs text-ink-2">{hint}</span> : null}
      {shortcut ? <Kbd shortcut={shortcut} className="text-ink-2" /> : null}
    </Command.Item>
  )
}
