import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactElement, ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

const badgeStyle = cva('inline-flex items-center gap-1.5 rounded whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0', {
  variants: {
    tone: {
      plain: 'border border-line-2 text-ink-2',
      accent: 'bg-accent-wash text-ink',
      warning: 'bg-warning-wash text-warning',
      danger: 'bg-danger-wash text-danger',
      gap: 'bg-gap text-gap-ink',
      thin: 'bg-thin text-thin-ink',
      covered: 'bg-covered text-covered-ink',
      surplus: 'bg-surplus text-surplus-ink',
      open: 'border border-line-2 text-open-ink',
      na: 'border border-line-2 bg-na text-na-ink',
    },
    size: { sm: 'px-1.5 py-px text-xs', md: 'px-2 py-0.5 text-sm font-[550]' },
  },
  defaultVariants: { tone: 'plain', size: 'sm' },
})

// In forced colours these keep theirs; the others take the system's.
const isColoured = new Set<BadgeProps['tone']>(['gap', 'thin', 'covered', 'surplus'])

interface BadgeProps extends VariantProps<typeof badgeStyle> {
  icon?: ReactElement
  className?: string
  children: ReactNode
}

/** A short word with a state's colour; the word says the same as the colour. */
export function Badge({ tone, size, icon, className, children }: BadgeProps) {
  return (
    <span data-swatch={isColoured.has(tone) || undefined} className={cn(badgeStyle({ tone, size }), className)}>
      {icon}
      {children}
    </span>
  )
}

/** How much a gap weighs, as a word. */
export function Severity({ level, children }: { level: 'must' | 'should' | 'could'; children: ReactNode }) {
  return (
    <span
      className={cn('text-xs font-[550]', {
        'text-must': level === 'must',
        'text-should': level === 'should',
        'text-ink-2': level === 'could',
      })}
    >
      {children}
    </span>
  )
}

/** A number that counts what is behind a name: quiet, in figures of one width. */
export function Count({ children, className }: { children: ReactNode; className?: string }) {
  return <span className={cn('font-medium text-ink-3 tabular-nums', className)}>{children}</span>
}
