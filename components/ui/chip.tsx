'use client'

import { X } from 'lucide-react'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import { useUiWords } from '@/components/ui/ui-words'

interface ChipProps extends Omit<ComponentProps<'button'>, 'name'> {
  /** What it says without its markup, for the name of the remove button. */
  name: string
  children: ReactNode
  onRemove?: () => void
}

/** One condition of a filter: pressing it edits (it can be the trigger of a popover), the cross removes it. */
export function Chip({ name, children, onRemove, className, ...button }: ChipProps) {
  const { remove } = useUiWords()
  return (
    <span
      className={cn(
        'group inline-flex h-control max-w-full items-stretch rounded-md border border-dashed border-line-2 text-ink-2 hover:border-control',
        className,
      )}
    >
      <button
        type="button"
        className={cn(
          'flex min-w-0 items-center gap-1.5 rounded-md px-2.5 hover:text-ink data-popup-open:text-ink',
          onRemove && 'pe-1',
        )}
        {...button}
      >
        <span className="truncate">{children}</span>
      </button>
      {onRemove ? (
        <button
          type="button"
          aria-label={remove(name)}
          onClick={onRemove}
          className="grid w-7 shrink-0 place-items-center rounded-md text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  )
}

/** The dashed button that adds another. */
export function AddChip({ icon, className, children, ...button }: ComponentProps<'button'> & { icon?: ReactElement }) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex h-control items-center gap-1.5 rounded-md border border-dashed border-line-2 px-2.5 text-ink-2 hover:border-control hover:text-ink data-popup-open:border-control data-popup-open:text-ink [&_svg]:size-4',
        className,
      )}
      {...button}
    >
      {icon}
      {children}
    </button>
  )
}
