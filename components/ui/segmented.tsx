'use client'

import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

interface SegmentedProps<V extends string> {
  label: string
  value: V
  onValueChange: (value: V) => void
  /** `name` says what an icon shows. */
  items: readonly { value: V; label: ReactNode; name?: string; disabled?: boolean }[]
  className?: string
}

/** A few ways to see the same thing, of which always one is pressed. */
export function Segmented<V extends string>({ label, value, onValueChange, items, className }: SegmentedProps<V>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange(next)
      }}
      className={cn('inline-flex h-control max-w-full overflow-x-auto rounded-md border border-line-2 bg-sheet', className)}
    >
      {items.map((item) => (
        <Toggle
          key={item.value}
          value={item.value}
          aria-label={item.name}
          disabled={item.disabled}
          className="flex shrink-0 items-center gap-1.5 px-2.75 text-ink-2 transition-colors first:rounded-s-[5px] last:rounded-e-[5px] not-first:border-s hover:text-ink focus-visible:-outline-offset-2 data-disabled:text-ink-3 data-pressed:bg-accent-wash data-pressed:font-[550] data-pressed:text-ink forced-colors:data-pressed:bg-[Highlight]! forced-colors:data-pressed:forced-color-adjust-none forced-colors:data-pressed:text-[HighlightText]! [&_svg]:size-4"
        >
          {item.label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
