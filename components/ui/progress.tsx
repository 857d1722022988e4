'use client'

import { Progress as Base } from '@base-ui/react/progress'
import type { ReactNode } from 'react'
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

const segmentTones = {
  accent: 'fill-accent',
  gap: 'fill-gap',
  thin: 'fill-thin',
  covered: 'fill-covered',
  surplus: 'fill-surplus',
  quiet: 'fill-control',
}

interface SegmentedProgressProps {
  /** Says the whole: "180 new, 32 changed, 5 errors". */
  label: string
  segments: readonly { key: string; value: number; tone: keyof typeof segmentTones }[]
  /** The whole; by default the sum. What is missing stays empty. */
  max?: number
  className?: string
}

/** Parts of a whole in one bar; a legend in words belongs beside it. */
export function SegmentedProgress({ label, segments, max, className }: SegmentedProgressProps): ReactNode {
  const total = Math.max(max ?? segments.reduce((sum, segment) => sum + segment.value, 0), Number.MIN_VALUE)
  let start = 0
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      data-fill
      className={cn('block h-1.5 w-full rounded-full', className)}
    >
      <rect width="100" height="6" className="fill-line" />
      {segments.map(({ key, value, tone }) => {
        const x = start
        const width = (100 * value) / total
        start += width
        return <rect key={key} x={x} width={width} height="6" className={segmentTones[tone]} />
      })}
    </svg>
  )
}
