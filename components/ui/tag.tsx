import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

export const tagStyle =
  'inline-flex max-w-full min-w-0 items-center gap-1 rounded border border-line-2 bg-sheet px-1.5 text-xs leading-5 text-ink whitespace-nowrap'

/** The same in one element, for the cells of long tables; the letter stands inside. */
export const flatTagStyle = 'min-w-0 truncate rounded border border-line-2 bg-sheet px-1.5 text-xs leading-5 text-ink'

interface TagProps {
  /** The letter of a phase, before its name. */
  letter?: string
  /** Proposed, not yet accepted: dashed. */
  suggested?: boolean
  className?: string
  children: ReactNode
}

export function Tag({ letter, suggested = false, className, children }: TagProps) {
  return (
    <span className={cn(tagStyle, suggested && 'border-dashed border-control bg-transparent text-ink-2', className)}>
      {letter === undefined ? null : (
        <span aria-hidden className="text-2xs font-semibold text-ink-3">
          {letter}
        </span>
      )}
      <span className="truncate">{children}</span>
    </span>
  )
}

/** The ringed letter that stands before the name of a phase in heads of rows and columns. */
export function PhaseLetter({ letter, className }: { letter: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-grid size-5.5 shrink-0 place-items-center rounded-full border-[1.5px] border-ink-2 text-2xs leading-none font-semibold text-ink-2',
        className,
      )}
    >
      {letter}
    </span>
  )
}
