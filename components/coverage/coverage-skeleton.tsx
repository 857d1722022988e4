'use client'

import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { Skeleton } from '@/components/ui/skeleton'

const rows = ['a', 'b', 'c', 'd', 'e']
const columns = Array.from({ length: 10 }, (_, at) => `column ${at}`)

/** The outline of the screen while it loads. */
export function CoverageSkeleton() {
  const text = useText('coverage')
  return (
    <Page title={text('title')}>
      <div role="status" aria-label={text('loading')} className="flex flex-col gap-3">
        <Skeleton className="-mt-1 h-6 w-full max-w-160" />
        <Skeleton className="h-6 w-2/3 max-w-120" />
        <Skeleton className="mb-4 h-4 w-full max-w-140" />
        <div className="flex flex-wrap gap-2">
          <Skeleton className="h-control w-72" />
          <Skeleton className="h-control w-32" />
          <Skeleton className="h-control w-36" />
        </div>
        <Skeleton className="mb-6 h-control w-24" />
        {rows.map((row) => (
          <div key={row} className="flex items-center gap-0.75">
            <Skeleton className="me-4 h-5 w-34 shrink-0" />
            {columns.map((column) => (
              <Skeleton key={column} className="hidden h-11 min-w-10 flex-1 sm:block" />
            ))}
          </div>
        ))}
      </div>
    </Page>
  )
}
