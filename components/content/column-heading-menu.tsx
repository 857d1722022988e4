'use client'

import { ChevronDown } from 'lucide-react'
import type { Column } from '@/components/content/columns'
import type { ColumnLayout } from '@/components/content/use-columns'
import { useText } from '@/components/i18n/use-text'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import type { Sort, SortField } from '@/server/domain/filter/filter.schema'

interface Props {
  column: Column
  at: number
  last: number
  layout: ColumnLayout
  sorted: Sort[number] | undefined
  onSort: (field: SortField, joins: boolean) => void
  isTabStop: boolean
}

/** Everything a pointer does to a column, in words and by key: sort, move, wider, narrower, hide. */
export function ColumnHeadingMenu({ column, at, last, layout, sorted, onSort, isTabStop }: Props) {
  const text = useText('table')
  const { sort } = column
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          tabIndex={isTabStop ? 0 : -1}
          aria-label={text('columnMenu', { column: column.label })}
          className="me-1.5 grid size-6 shrink-0 place-items-center rounded opacity-0 hover:bg-sunk hover:text-ink focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
    >
      {sort ? (
        <>
          <MenuItem onSelect={() => onSort(sort, false)}>{text(sorted && !sorted.descending ? 'sortDown' : 'sortUp')}</MenuItem>
          <MenuItem onSelect={() => onSort(sort, true)}>{text('sortAlso')}</MenuItem>
          <MenuSeparator />
        </>
      ) : null}
      {at > 0 ? (
        <>
          <MenuItem disabled={at === 1} onSelect={() => layout.move(column.id, -1)}>
            {text('moveLeft')}
          </MenuItem>
          <MenuItem disabled={at === last} onSelect={() => layout.move(column.id, 1)}>
            {text('moveRight')}
          </MenuItem>
        </>
      ) : null}
      <MenuItem onSelect={() => layout.resize(column.id, column.width + 40)}>{text('wider')}</MenuItem>
      <MenuItem onSelect={() => layout.resize(column.id, column.width - 40)}>{text('narrower')}</MenuItem>
      {at > 0 ? <MenuItem onSelect={() => layout.toggle(column.id)}>{text('hide')}</MenuItem> : null}
    </Menu>
  )
}
