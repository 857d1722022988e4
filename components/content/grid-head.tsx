'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { PointerEvent } from 'react'
import { ColumnHeadingMenu } from '@/components/content/column-heading-menu'
import type { Column } from '@/components/content/columns'
import type { ColumnLayout } from '@/components/content/use-columns'
import { useText } from '@/components/i18n/use-text'
import { CheckboxBox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import type { Sort, SortField } from '@/server/domain/filter/filter.schema'

interface Props {
  columns: readonly Column[]
  layout: ColumnLayout
  template: string
  sort: Sort
  onSort: (field: SortField, joins: boolean) => void
  isAllSelected: boolean
  isSomeSelected: boolean
  onSelectAll: () => void
  /** The column that has the grid's tab stop; null when it is elsewhere, -1 for the tick box. */
  activeColumn: number | null
}

/** The headings: press to sort, with Shift to sort by several, drag the edge or use the menu to resize and move. */
export function GridHead({
  columns,
  layout,
  template,
  sort,
  onSort,
  isAllSelected,
  isSomeSelected,
  onSelectAll,
  activeColumn,
}: Props) {
  const text = useText('table')
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid border-b border-line-2 bg-paper text-xs text-ink-2"
      style={{ gridTemplateColumns: template }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className="sticky left-0 z-10 flex items-center bg-paper px-2.5"
        data-row={-1}
        data-column={-1}
      >
        <CheckboxBox
          tabIndex={activeColumn === -1 ? 0 : -1}
          checked={isAllSelected}
          indeterminate={!isAllSelected && isSomeSelected}
          onCheckedChange={onSelectAll}
          aria-label={text('selectAll')}
        />
      </div>
      {columns.map((column, at) => {
        const sorted = sort.find(({ field }) => field === column.sort)
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
            data-row={-1}
            data-column={at}
            className={cn(
              'group relative flex h-9 min-w-0 items-center',
              at === 0 && 'border-e border-line bg-paper sm:sticky sm:left-10 sm:z-10',
            )}
          >
            <SortHeading column={column} sort={sort} isTabStop={activeColumn === at} onSort={onSort} />
            <ColumnHeadingMenu
              {...{ column, at, layout, sorted, onSort }}
              last={columns.length - 1}
              isTabStop={activeColumn === at}
            />
            {/* Dragging is the short way; "wider" and "narrower" in the menu do the same by key. */}
            <span
              aria-hidden
              onPointerDown={(event) => dragEdge(event, column.width, (width) => layout.resize(column.id, width))}
              className="absolute inset-y-1 end-0 w-1.5 cursor-col-resize touch-none rounded hover:bg-accent"
            />
          </div>
        )
      })}
    </div>
  )
}

/** Pressing sorts by this column alone, with Shift by this one as well; a third press leaves the order. */
function SortHeading({
  column,
  sort,
  isTabStop,
  onSort,
}: Pick<Props, 'sort' | 'onSort'> & { column: Column; isTabStop: boolean }) {
  const text = useText('table')
  const place = sort.findIndex(({ field }) => field === column.sort)
  const sorted = sort[place]
  const field = column.sort
  if (field === null)
    return (
      <span
        data-heading
        tabIndex={isTabStop ? 0 : -1}
        className="flex h-full min-w-0 flex-1 items-center px-cell-x font-medium outline-none focus-visible:ring-2 focus-visible:ring-focus focus-visible:ring-inset"
      >
        <span className="truncate">{column.label}</span>
      </span>
    )
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      data-heading
      tabIndex={isTabStop ? 0 : -1}
      title={text('sortHint')}
      onClick={(event) => onSort(field, event.shiftKey)}
      className="flex h-full min-w-0 flex-1 items-center gap-1 ps-cell-x text-start font-medium hover:text-ink focus-visible:outline-offset-[-2px]"
    >
      <span className="truncate">{column.label}</span>
      {sorted ? <Arrow aria-hidden className="size-3.5 shrink-0" /> : null}
      {sorted && sort.length > 1 ? <span className="text-2xs">{place + 1}</span> : null}
    </button>
  )
}

/** Follows the pointer until it is let go; the width counts then. */
function dragEdge(event: PointerEvent<HTMLElement>, start: number, onEnd: (width: number) => void) {
  event.preventDefault()
  const edge = event.currentTarget
  const from = event.clientX
  edge.setPointerCapture(event.pointerId)
  const move = (at: globalThis.PointerEvent) => {
    edge.style.transform = `translateX(${at.clientX - from}px)`
  }
  const end = (at: globalThis.PointerEvent) => {
    edge.style.transform = ''
    edge.removeEventListener('pointermove', move)
    onEnd(start + at.clientX - from)
  }
  edge.addEventListener('pointermove', move)
  edge.addEventListener('pointerup', end, { once: true })
  edge.addEventListener('pointercancel', () => edge.removeEventListener('pointermove', move), { once: true })
}
