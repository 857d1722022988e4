'use client'

import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import type { PointerEvent } from 'react'
import type { Column } from '@/components/content/columns'
import type { ColumnLayout } from '@/components/content/use-columns'
import { useText } from '@/components/i18n/use-text'
import { CheckboxBox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
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
        const place = sort.findIndex(({ field }) => field === column.sort)
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
              at === 0 && 'sticky left-10 z-10 border-e border-line bg-paper',
            )}
          >
            <Menu
              trigger={
                <button
                  type="button"
                  tabIndex={activeColumn === at ? 0 : -1}
                  className="flex h-full min-w-0 flex-1 items-center gap-1 px-cell-x text-start font-medium hover:text-ink"
                >
                  <span className="truncate">{column.label}</span>
                  {sorted ? (
                    sorted.descending ? (
                      <ArrowDown aria-hidden className="size-3.5 shrink-0" />
                    ) : (
                      <ArrowUp aria-hidden className="size-3.5 shrink-0" />
                    )
                  ) : null}
                  {sorted && sort.length > 1 ? <span className="text-2xs">{place + 1}</span> : null}
                  <ChevronDown
                    aria-hidden
                    className="ms-auto size-3.5 shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
                  />
                </button>
              }
            >
              {column.sort ? (
                <>
                  <MenuItem onSelect={() => column.sort && onSort(column.sort, false)}>
                    {text(sorted && !sorted.descending ? 'sortDown' : 'sortUp')}
                  </MenuItem>
                  <MenuItem onSelect={() => column.sort && onSort(column.sort, true)}>{text('sortAlso')}</MenuItem>
                  <MenuSeparator />
                </>
              ) : null}
              {at > 0 ? (
                <>
                  <MenuItem disabled={at === 1} onSelect={() => layout.move(column.id, -1)}>
                    {text('moveLeft')}
                  </MenuItem>
                  <MenuItem disabled={at === columns.length - 1} onSelect={() => layout.move(column.id, 1)}>
                    {text('moveRight')}
                  </MenuItem>
                </>
              ) : null}
              <MenuItem onSelect={() => layout.resize(column.id, column.width + 40)}>{text('wider')}</MenuItem>
              <MenuItem onSelect={() => layout.resize(column.id, column.width - 40)}>{text('narrower')}</MenuItem>
              {at > 0 ? <MenuItem onSelect={() => layout.toggle(column.id)}>{text('hide')}</MenuItem> : null}
            </Menu>
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
