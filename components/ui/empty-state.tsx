import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'

interface EmptyStateProps {
  title: ReactNode
  /** The level of the title in the page's outline. */
  level?: 2 | 3
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

/** Why there is nothing here, and the one thing to do about it. */
export function EmptyState({ title, level = 2, children, actions, className }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={cn('flex max-w-[56ch] flex-col items-start gap-2 py-10', className)}>
      <Heading className="font-serif text-xl font-semibold text-pretty">{title}</Heading>
      {children ? <div className="text-ink-2 text-pretty">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  )
}
