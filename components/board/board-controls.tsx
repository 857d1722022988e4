'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { useBoard } from '@/components/board/use-board'
import { FilterBar } from '@/components/filter/filter-bar'
import { useText } from '@/components/i18n/use-text'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { boardAxes } from '@/server/domain/board/board.schema'

const noLanes = 'none'

/** What columns and lanes stand for, and the filter; all of it is in the address. */
export function BoardControls({ asked, after }: { asked: ReturnType<typeof useBoard>; after: ReactNode }) {
  const text = useText('board')
  const { filter, layout, setAddress } = asked
  const names = boardAxes.map((axis) => ({ value: axis as string, label: text(`axis.${axis}`) }))
  const isUsual = (axis: string) => axis === 'step'
  return (
    <FilterBar
      className="mb-3"
      filter={filter.filter}
      onChange={filter.setFilter}
      before={
        <>
          <Select
            look="button"
            className="w-auto"
            label={text('columns')}
            labelHidden
            prefix={`${text('columns')}:`}
            items={names}
            value={layout.columns}
            onValueChange={(columns) =>
              void setAddress({
                columns: isUsual(columns) ? null : columns,
                column: null,
                ...(columns === layout.lanes ? { lanes: null } : {}),
              })
            }
          />
          <Select
            look="button"
            className="w-auto"
            label={text('lanes')}
            labelHidden
            prefix={`${text('lanes')}:`}
            items={[{ value: noLanes, label: text('axis.none') }, ...names.filter(({ value }) => value !== layout.columns)]}
            value={layout.lanes ?? noLanes}
            onValueChange={(lanes) => void setAddress({ lanes: lanes === noLanes ? null : lanes })}
          />
        </>
      }
      after={after}
    />
  )
}

interface PickerProps {
  columns: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  shown: string
  onShow: (column: string) => void
}

/** On a phone there is room for one column; this chooses which. */
export function ColumnPicker({ columns, shown, onShow }: PickerProps) {
  const text = useText('board')
  const at = columns.findIndex(({ value }) => value === shown)
  const beside = (by: number) => columns[at + by]
  const to = (by: number) => {
    const next = beside(by)
    if (next) onShow(next.value)
  }
  return (
    <div className="mb-2 flex items-center gap-2">
      <IconButton
        variant="plain"
        icon={<ChevronLeft aria-hidden />}
        label={text('previousColumn')}
        disabled={!beside(-1)}
        onClick={() => to(-1)}
      />
      <Select
        label={text('shownColumn')}
        labelHidden
        className="min-w-0 flex-1"
        items={columns}
        value={shown}
        onValueChange={onShow}
      />
      <IconButton
        variant="plain"
        icon={<ChevronRight aria-hidden />}
        label={text('nextColumn')}
        disabled={!beside(1)}
        onClick={() => to(1)}
      />
    </div>
  )
}
