import { cn } from '@/components/ui/class-names'

interface StatusDotProps {
  /** How far it has come: nothing yet, begun, done, put away. */
  progress: 'empty' | 'half' | 'full' | 'away'
  label: string
  labelHidden?: boolean
  className?: string
}

/** The shape says the same as the colour, and the word the same as the shape. */
export function StatusDot({ progress, label, labelHidden = false, className }: StatusDotProps) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.75', className)}>
      <svg
        viewBox="0 0 10 10"
        aria-hidden
        className={cn('size-2.5 shrink-0', progress === 'full' ? 'text-accent' : 'text-ink-3')}
      >
        <circle
          cx="5"
          cy="5"
          r="4"
          fill={progress === 'full' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {progress === 'half' ? <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" /> : null}
        {progress === 'away' ? <path d="M2.4 5h5.2" stroke="currentColor" strokeWidth="1.5" /> : null}
      </svg>
      <span className={labelHidden ? 'sr-only' : 'truncate'}>{label}</span>
    </span>
  )
}
