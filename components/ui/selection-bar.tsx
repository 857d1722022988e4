import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

interface Props {
  /** What the bar is, for those who do not see it. */
  label: string
  /** How many are selected, in words. */
  told: ReactNode
  children: ReactNode
  className?: string
}

/** Appears with the first thing selected and holds what can be done with all of them; toasts and the page's foot stay above it. */
export function SelectionBar({ label, told, children, className }: Props) {
  return (
    <section
      data-bar
      data-lifts-toasts
      data-print="hide"
      aria-label={label}
      className={cn('mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-bar px-4 py-2 text-bar-ink', className)}
    >
      <strong className="font-semibold tabular-nums">{told}</strong>
      {children}
    </section>
  )
}
