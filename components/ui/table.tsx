import '@/components/ui/table.css'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/class-names'
import { ScrollRegion } from '@/components/ui/scroll-region'

interface TableProps extends ComponentProps<'table'> {
  label: string
  /** On phones each row stands as lines of its own; a cell's `data-label` says there what its column's head says elsewhere. */
  stacks?: boolean
}

/** A plain table; wide ones scroll inside their own frame. `label` is its name when no caption is shown. */
export function Table({ label, stacks = false, className, children, ...props }: TableProps) {
  return (
    <ScrollRegion label={label}>
      <table
        aria-label={label}
        data-stacks={stacks || undefined}
        className={cn('w-full border-collapse text-start', className)}
        {...props}
      >
        {children}
      </table>
    </ScrollRegion>
  )
}

export const thStyle =
  'h-8 border-y border-y-line border-t-line-2 px-cell-x text-start align-middle text-xs font-normal text-ink-3 whitespace-nowrap'
export const tdStyle = 'h-row border-b px-cell-x py-cell-y align-middle'
export const trStyle = 'hover:bg-ink/2.5 aria-selected:bg-accent-wash'
export const numberCell = 'text-end tabular-nums'

export function Th({ className, isNumber = false, ...props }: ComponentProps<'th'> & { isNumber?: boolean }) {
  return <th scope="col" className={cn(thStyle, isNumber && numberCell, className)} {...props} />
}

export function Td({ className, isNumber = false, ...props }: ComponentProps<'td'> & { isNumber?: boolean }) {
  return <td className={cn(tdStyle, isNumber && numberCell, className)} {...props} />
}

/** The head of a row: its name. */
export function RowTh({ className, ...props }: ComponentProps<'th'>) {
  return <th scope="row" className={cn(tdStyle, 'text-start font-[550]', className)} {...props} />
}

export function Tr({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn(trStyle, className)} {...props} />
}
