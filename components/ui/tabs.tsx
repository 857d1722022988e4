'use client'

import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { Count } from '@/components/ui/badge'
import { cn } from '@/components/ui/class-names'

interface TabsProps<V extends string> {
  label: string
  value: V
  onValueChange: (value: V) => void
  items: readonly { value: V; label: ReactNode; count?: number; disabled?: boolean }[]
  className?: string
  /** One TabPanel per item. */
  children: ReactNode
}

export function Tabs<V extends string>({ label, value, onValueChange, items, className, children }: TabsProps<V>) {
  return (
    <Base.Root value={value} onValueChange={(next: V) => onValueChange(next)} className={className}>
      <Base.List aria-label={label} activateOnFocus={false} className="flex gap-5 overflow-x-auto border-b">
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            disabled={item.disabled}
            className="-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-ink-2 transition-colors hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-medium data-active:text-ink data-disabled:text-ink-3 forced-colors:not-data-active:border-[Canvas]"
          >
            {item.label}
            {item.count === undefined ? null : <Count className="text-sm">{item.count}</Count>}
          </Base.Tab>
        ))}
      </Base.List>
      {children}
    </Base.Root>
  )
}

export function TabPanel({ value, className, children }: { value: string; className?: string; children: ReactNode }) {
  return (
    <Base.Panel value={value} className={cn('pt-4', className)}>
      {children}
    </Base.Panel>
  )
}
