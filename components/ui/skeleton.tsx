import { cn } from '@/components/ui/class-names'

/** Stands where something will be, in its size; shows itself only when that takes longer than 150 ms. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-4 animate-appear rounded bg-line/70', className)} />
}

/** The outline of a list while it loads; `label` says so. */
export function SkeletonRows({ rows = 8, label, className }: { rows?: number; label: string; className?: string }) {
  return (
    <div role="status" aria-label={label} className={className}>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key, row) => (
        <div key={key} className="flex h-row items-center border-b">
          <Skeleton className={['w-7/12', 'w-5/12', 'w-8/12', 'w-4/12'][row % 4]} />
        </div>
      ))}
    </div>
  )
}
