'use client'

import { Progress as Base } from '@base-ui/react/progress'
import { cn } from '@/components/ui/class-names'

interface ProgressProps {
  label: string
  labelHidden?: boolean
  /** 0 to `max`; null while nobody knows how long it takes. */
  value: number | null
  max?: number
  /** Shown and said instead of a percentage: "37 of 212". */
  valueText?: string
  className?: string
}

export function Progress({ label, labelHidden = false, value, max = 100, valueText, className }: ProgressProps) {
  return (
    <Base.Root
      value={value}
      max={max}
      getAriaValueText={valueText === undefined ? undefined : () => valueText}
      className={cn('flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1.5', className)}
    >
      <Base.Label className={labelHidden ? 'sr-only' : 'text-sm text-ink-2'}>{label}</Base.Label>
      {valueText === undefined ? null : <span className="text-sm text-ink-2 tabular-nums">{valueText}</span>}
      <Base.Track data-fill className="h-1.5 w-full overflow-hidden rounded-full bg-line">
        <Base.Indicator className="block h-full rounded-full bg-accent transition-[width] data-indeterminate:w-2/7 data-indeterminate:animate-slide" />
      </Base.Track>
    </Base.Root>
  )
}

/** The small bar beside a number; the number says it, the bar only shows it. `value` from 0 to 1. */
export function ScoreBar({ value, className }: { value: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 44 5"
      preserveAspectRatio="none"
      aria-hidden
      data-fill
      className={cn('inline-block h-1.25 w-11 overflow-hidden rounded-full align-middle', className)}
    >
      <rect width="44" height="5" className="fill-line" />
      <rect width={44 * Math.min(1, Math.max(0, value))} height="5" className="fill-accent" />
    </svg>
  )
}
