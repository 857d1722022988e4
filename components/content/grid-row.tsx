'use client'

import { Check, RotateCw } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { type AfterEdit, CellEditor } from '@/components/content/cell-editor'
import { type CellWords, cellText, isOneLine } from '@/components/content/cell-text'
import { type CellValue, type Column, cellValue } from '@/components/content/columns'
import type { FailedCell } from '@/components/content/use-item-edit'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { TickBox } from '@/components/ui/tick-box'
import type { ItemRow } from '@/server/domain/content/item.schema'

export interface RowActions {
  onSelect: (index: number, item: ItemRow, isRange: boolean) => void
  onOpen: (item: ItemRow) => void
  onActivate: (row: number, column: number) => void
  onEdit: (row: number, column: number) => void
  onSave: (item: ItemRow, column: Column, value: CellValue, then: AfterEdit) => void
  onCancel: () => void
  onRetry: (failure: FailedCell) => void
  onCreateTerm: ((column: Column) => ((name: string) => Promise<string | null>) | undefined) | undefined
}

interface Props {
  index: number
  item: ItemRow | undefined
  columns: readonly Column[]
  template: string
  top: number
  height: number
  words: CellWords
  fields: ReadonlyMap<string, FieldView>
  isSelected: boolean
  /** The column with the tab stop when it is in this row; null otherwise. */
  activeColumn: number | null
  /** What was typed to begin the edit of the active cell; null while nothing is edited. */
  editing: string | null
  failureOf: (id: string, column: string) => FailedCell | undefined
  isSaved: (id: string, column: string) => boolean
  actions: RowActions
}

/** One row of the grid; its cells are plain text until one of them is edited. Drawn anew only when something of it changed. */
export const GridRow = memo(function GridRow(props: Props) {
  const { index, item, columns, template, top, height, words, fields, isSelected, activeColumn, editing, actions } = props
  const { text, zone, base } = words
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={item === undefined}
      className={cn(
        'absolute left-0 grid w-full border-b border-line',
        isSelected ? 'bg-accent-wash' : 'bg-paper',
        activeColumn !== null && 'z-1',
      )}
      style={{ top, height, gridTemplateColumns: template }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        data-row={index}
        data-column={-1}
        className="sticky left-0 z-2 flex items-center bg-inherit px-2.5 in-data-unpinned:relative"
      >
        <TickBox
          tabIndex={activeColumn === -1 ? 0 : -1}
          checked={isSelected}
          isWaiting={item === undefined}
          aria-label={item ? text('select', { title: item.title }) : text('loadingRow')}
          onTick={(isRange) => {
            if (!item) return
            actions.onActivate(index, -1)
            actions.onSelect(index, item, isRange)
          }}
        />
      </div>
      {columns.map((column, at) => {
        const isActive = activeColumn === at
        const value = item ? cellValue(item, column, zone) : null
        const failure = item && props.failureOf(item.id, column.id)
        const isSaved = item !== undefined && props.isSaved(item.id, column.id)
        const isEdited = isActive && editing !== null
        // An element less for every cell that holds nothing but its words.
        const isBare = item !== undefined && !isEdited && !isSaved && failure === undefined && isOneLine(column)
        return (
          <div
            key={column.id}
            role="gridcell"
            tabIndex={isActive && editing === null ? 0 : -1}
            aria-colindex={at + 2}
            aria-readonly={column.kind === 'readOnly'}
            aria-invalid={failure !== undefined}
            data-row={index}
            data-column={at}
            onClick={() => actions.onActivate(index, at)}
            onDoubleClick={() => actions.onEdit(index, at)}
            className={cn(
              isBare ? 'truncate leading-(--row-line) tabular-nums' : 'flex items-center gap-1 overflow-hidden',
              'relative min-w-0 px-cell-x outline-none focus-visible:ring-2 focus-visible:ring-focus focus-visible:ring-inset',
              isEdited && 'overflow-visible',
              at === 0 &&
                'border-e border-line bg-inherit sm:sticky sm:left-10 sm:z-2 sm:in-data-unpinned:relative sm:in-data-unpinned:left-0',
              failure && 'ring-1 ring-danger ring-inset',
            )}
          >
            {item === undefined ? (
              <span className="h-3 w-2/3 rounded bg-sunk" />
            ) : isBare ? (
              cellText(item, column, value, words)
            ) : isEdited ? (
              <CellEditor
                column={column}
                value={value}
                type={item.type}
                typed={editing}
                fields={fields}
                onSave={(next, then) => actions.onSave(item, column, next, then)}
                onCancel={actions.onCancel}
                onCreateTerm={actions.onCreateTerm?.(column)}
              />
            ) : (
              <>
                {column.kind === 'title' ? (
                  // What a link of the router brings with it costs more than the rest of the row.
                  <a
                    href={`${base}/content/${item.id}`}
                    tabIndex={-1}
                    onClick={(event) => {
                      if (!isPlainClick(event)) return
                      event.preventDefault()
                      actions.onOpen(item)
                    }}
                    className="flex min-w-0 flex-1 flex-col justify-center hover:underline"
                    lang={item.locale ?? undefined}
                  >
                    {cellText(item, column, value, words)}
                  </a>
                ) : isOneLine(column) ? (
                  <span className="truncate tabular-nums">{cellText(item, column, value, words)}</span>
                ) : (
                  cellText(item, column, value, words)
                )}
                {isSaved ? <Check aria-hidden className="ms-auto size-4 shrink-0 text-accent" /> : null}
                {failure ? (
                  <span className="ms-auto flex shrink-0 items-center">
                    <IconButton
                      icon={<RotateCw />}
                      size="sm"
                      label={text('retry', { reason: failure.message })}
                      onClick={() => actions.onRetry(failure)}
                    />
                  </span>
                ) : null}
              </>
            )}
          </div>
        )
      })}
    </div>
  )
})

/** Not one that opens a tab or a window, or saves. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
