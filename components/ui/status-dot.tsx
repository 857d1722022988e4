import type { ReactElement } from 'react'
import { cn } from '@/components/ui/class-names'

/** How far it has come: only thought of, planned, begun, nearly there, done, put away. */
type Progress = 'idea' | 'planned' | 'in_progress' | 'in_review' | 'published' | 'archived'

interface StatusDotProps {
  progress: Progress
  label: string
  labelHidden?: boolean
  className?: string
}

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />

/** Six marks that differ without their colour: a dotted ring, a ring, a quarter, three quarters, full, crossed out. */
const marks: Record<Progress, ReactElement> = {
  idea: <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="1.6 2.13" />,
  planned: ring,
  in_progress: (
    <>
      {ring}
      <path d="M6 6V2.5A3.5 3.5 0 0 1 9.5 6z" fill="currentColor" />
    </>
  ),
  in_review: (
    <>
      {ring}
      <path d="M6 6V2.5A3.5 3.5 0 1 1 2.5 6z" fill="currentColor" />
    </>
  ),
  published: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  archived: (
    <>
      {ring}
      <path d="M2.8 9.2l6.4-6.4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
}

/** The shape says the same as the colour, and the word the same as the shape. */
export function StatusDot({ progress, label, labelHidden = false, className }: StatusDotProps) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.75', className)}>
      <svg
        viewBox="0 0 12 12"
        aria-hidden
        data-progress={progress}
        className={cn('size-3 shrink-0', progress === 'published' ? 'text-accent' : 'text-ink-3')}
      >
        {marks[progress]}
      </svg>
      <span className={labelHidden ? 'sr-only' : 'truncate'}>{label}</span>
    </span>
  )
}
