'use client'

import { type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AfterEdit } from '@/components/content/cell-editor'
import { useCellWords } from '@/components/content/cell-text'
import type { CellValue, Column } from '@/components/content/columns'
import { cellValue, editOf } from '@/components/content/columns'
import { GridHead } from '@/components/content/grid-head'
import { moveOf, type Place } from '@/components/content/grid-keys'
import { GridRow, type RowActions } from '@/components/content/grid-row'
import type { ColumnLayout } from '@/components/content/use-columns'
import type { useItemEdit } from '@/components/content/use-item-edit'
import type { ItemPages } from '@/components/content/use-item-pages'
import { usePinning } from '@/components/content/use-pinning'
import type { RowSelection } from '@/components/content/use-row-selection'
import { useTypedSign } from '@/components/content/use-typed-sign'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useText } from '@/components/i18n/use-text'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { mayEditItem } from '@/server/domain/access/access.rules'
import type { ItemRow } from '@/server/domain/content/item.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import type { Sort, SortField } from '@/server/domain/filter/filter.schema'

interface Props {
  pages: ItemPages
  layout: ColumnLayout
  sort: Sort
  onSort: (field: SortField, joins: boolean) => void
  selection: RowSelection
  edits: ReturnType<typeof useItemEdit>
  fields: ReadonlyMap<string, FieldView>
  rowHeight: number
  onOpen: (item: ItemRow) => void
  onPeek: (item: ItemRow) => void
  /** Tells which rows are in view, so that their pages are asked for. */
  onRange: (first: number, last: number) => void
  onCreateTerm?: ((column: Column) => ((name: string) => Promise<string | null>) | undefined) | undefined
}

/** Browsers lay out boxes up to about 33 million pixels high; beyond that the list is cut and the screen asks for a filter. */
export const highest = 30_000_000

/** The table of items: only the rows in view exist, one tab stop, arrows between the cells, every cell edited in its place. */
export function ItemGrid({
  pages,
  layout,
  sort,
  onSort,
  selection,
  edits,
  fields,
  rowHeight,
  onOpen,
  onPeek,
  onRange,
  onCreateTerm,
}: Props) {
  const text = useText('table')
  const workspace = useWorkspace()
  const { timeZone, actor } = workspace
  const columns = layout.shown
  const total = pages.total ?? 0
  const rows = Math.min(total, Math.floor(highest / rowHeight))
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<string | null>(null)
  // Where a range begins: the row ticked last.
  const [anchor, setAnchor] = useState<number | null>(null)
  const typedSign = useTypedSign()
  const words = useCellWords(fields, localDayOf(Date.now(), timeZone))

  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: 36,
    // The row with the tab stop stays in the document when it is scrolled away, so the focus is not lost.
    rangeExtractor: (range) => {
      const inView = rowsAround(range, virtual.scrollDirection)
      return active.row < 0 || active.row >= rows || inView.includes(active.row)
        ? inView
        : [...inView, active.row].sort((a, b) => a - b)
    },
  })
  const inView = virtual.range
  useEffect(() => {
    if (inView) onRange(inView.startIndex, inView.endIndex)
  }, [inView, onRange])

  usePinning(scroller)

  const isCards = columns[0]?.isCard === true
  const widths = columns.map((column) => `${column.width}px`)
  const template = isCards ? '2.5rem minmax(0,1fr)' : `2.5rem ${widths.join(' ')}`
  const width = isCards ? '100%' : `calc(2.5rem + ${widths.join(' + ')})`
  const body: CSSProperties & { '--row-line': string } = { height: rows * rowHeight, width, '--row-line': `${rowHeight - 1}px` }
  const activeItem = active.row >= 0 ? pages.rowAt(active.row) : undefined
  const column = columns[active.column]

  // A focus that waits for its row must not take it from what came after.
  const waiting = useRef(0)
  const go = (place: Place) => {
    cancelAnimationFrame(waiting.current)
    flushSync(() => {
      setActive(place)
      setEditing(null)
    })
    if (place.row >= 0) virtual.scrollToIndex(place.row, { align: 'auto' })
    if (focusPlace(scroller.current, place)) return
    // The row has to be drawn first.
    waiting.current = requestAnimationFrame(() => {
      waiting.current = requestAnimationFrame(() => focusPlace(scroller.current, place))
    })
  }
  const mayEdit = (item: ItemRow, at: Column) => at.kind !== 'readOnly' && item.deletedAt === null && mayEditItem(actor, item)
  const edit = (row: number, at: number, typed = ''): void => {
    const item = pages.rowAt(row)
    const wanted = columns[at]
    if (!item || !wanted || !mayEdit(item, wanted)) return
    cancelAnimationFrame(waiting.current)
    setActive({ row, column: at })
    setEditing(typed)
  }
  const after: Record<AfterEdit, (place: Place) => Place> = {
    stay: (place) => place,
    down: ({ row, column: at }) => ({ row: Math.min(rows - 1, row + 1), column: at }),
    right: ({ row, column: at }) => ({ row, column: Math.min(columns.length - 1, at + 1) }),
    left: ({ row, column: at }) => ({ row, column: Math.max(0, at - 1) }),
  }
  const save = (item: ItemRow, at: Column, value: CellValue, then: AfterEdit) => {
    const before = cellValue(item, at, timeZone)
    const isSame = JSON.stringify(value) === JSON.stringify(before) || (isEmpty(value) && isEmpty(before))
    if (!isSame) edits.save({ item, column: at.id, label: at.label, edit: editOf(at, value, timeZone) })
    go(after[then](active))
  }
  const select = (index: number, item: ItemRow, isRange: boolean) => {
    if (!isRange) {
      selection.toggle(item.id)
      setAnchor(index)
      return
    }
    const from = anchor ?? index
    void pages.idsOf(Math.min(from, index), Math.max(from, index)).then(selection.add)
  }
  const editById = (id: string) => () => {
    const at = columns.findIndex((other) => other.id === id)
    if (at >= 0 && active.row >= 0) edit(active.row, at)
  }

  useShortcut('itemNext', () => go({ row: Math.min(rows - 1, active.row + 1), column: active.column }))
  useShortcut('itemPrevious', () => go({ row: Math.max(0, active.row - 1), column: active.column }))
  useShortcut('itemSelect', () => activeItem && select(active.row, activeItem, false))
  useShortcut('itemSelectRange', () => activeItem && select(active.row, activeItem, true))
  useShortcut('itemSelectAll', () => selection.selectFilter(total), total > 0)
  useShortcut('cellEdit', () => edit(active.row, active.column))
  useShortcut('editPhase', editById('phase'))
  useShortcut('editChannel', editById('channel'))
  useShortcut('editStatus', editById('status'))
  useShortcut('editOwner', editById('owner'))
  useShortcut('editDate', editById('plannedFor'))
  useShortcut('editTopics', editById('topic'))

  const begin = (event: KeyboardEvent, sign: string, at: Column) => {
    if (at.kind === 'title' || at.kind === 'text') {
      event.preventDefault()
      edit(active.row, active.column, sign)
      // The editor has the focus before the key has its effect, so the sign goes into its field.
    } else flushSync(() => edit(active.row, active.column))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.defaultPrevented) return
    const target = event.target instanceof HTMLElement ? event.target : null
    const isInMenu = target?.closest('[role=menu], [data-base-ui-portal]') != null
    const isMenuOpener = target?.matches('[aria-haspopup=menu]') && event.key.startsWith('Arrow')
    if (isInMenu || (isMenuOpener && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    const next = moveOf(event, active, {
      rows,
      columns: columns.length,
      page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1),
    })
    if (next) {
      event.preventDefault()
      if (event.shiftKey && next.row !== active.row && activeItem && next.row >= 0) {
        void pages.idsOf(Math.min(active.row, next.row), Math.max(active.row, next.row)).then(selection.add)
        setAnchor(next.row)
      }
      go(next)
      return
    }
    if (active.row < 0 || target?.getAttribute('role') !== 'gridcell' || !activeItem || !column) return
    const sign = typedSign(event)
    if (event.key === 'Enter') {
      event.preventDefault()
      if (column.kind === 'title' || !mayEdit(activeItem, column)) onOpen(activeItem)
      else edit(active.row, active.column)
    } else if (event.key === ' ') {
      event.preventDefault()
      onPeek(activeItem)
    } else if (sign !== null && mayEdit(activeItem, column)) begin(event, sign, column)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && column.clearable && mayEdit(activeItem, column)) {
      event.preventDefault()
      const nothing = column.kind === 'tags' ? [] : null
      if (!isEmpty(cellValue(activeItem, column, timeZone)))
        edits.save({
          item: activeItem,
          column: column.id,
          label: column.label,
          edit: editOf(column, nothing, timeZone),
        })
    }
  }

  // Rows compare what they are given: these stay the same and do what is right now.
  const now = useRef<RowActions>(null)
  useLayoutEffect(() => {
    now.current = {
      onSelect: select,
      onOpen,
      onActivate: (row, at) => {
        if (row !== active.row || at !== active.column) setEditing(null)
        setActive({ row, column: at })
      },
      onEdit: edit,
      onSave: save,
      onCancel: () => go(active),
      onRetry: edits.retry,
      onCreateTerm,
    }
  })
  const actions = useMemo<RowActions>(
    () => ({
      onSelect: (...given) => now.current?.onSelect(...given),
      onOpen: (item) => now.current?.onOpen(item),
      onActivate: (...given) => now.current?.onActivate(...given),
      onEdit: (row, at) => now.current?.onEdit(row, at),
      onSave: (...given) => now.current?.onSave(...given),
      onCancel: () => now.current?.onCancel(),
      onRetry: (failure) => now.current?.onRetry(failure),
      onCreateTerm: (at) => now.current?.onCreateTerm?.(at),
    }),
    [],
  )

  const headColumn = active.row === -1 ? active.column : null
  // Menus and all: not drawn anew while rows go by.
  const head = useMemo(
    () => (
      <GridHead
        columns={columns}
        layout={layout}
        template={template}
        sort={sort}
        onSort={onSort}
        isAllSelected={selection.count > 0 && selection.count >= total}
        isSomeSelected={selection.count > 0}
        onSelectAll={() => (selection.count > 0 ? selection.clear() : selection.selectFilter(total))}
        activeColumn={headColumn}
      />
    ),
    [columns, layout, template, sort, onSort, selection, total, headColumn],
  )

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={text('label')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-busy={pages.isRefreshing}
      onKeyDown={onKeyDown}
      className={cn(
        'relative min-h-64 flex-1 overflow-auto overscroll-contain border-y border-line',
        pages.isRefreshing && 'text-ink-3',
      )}
    >
      <div style={{ width, minWidth: '100%' }}>
        {head}
        <div role="rowgroup" className="relative" style={body}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = pages.rowAt(index)
            return (
              <GridRow
                key={index}
                index={index}
                item={item}
                columns={columns}
                template={template}
                top={start}
                height={rowHeight}
                words={words}
                fields={fields}
                isSelected={item !== undefined && selection.has(item.id)}
                activeColumn={active.row === index ? active.column : null}
                editing={active.row === index ? editing : null}
                failureOf={edits.failureOf}
                isSaved={edits.isSaved}
                actions={actions}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Where the rows are going there are more of them ready, so that none is missing when they go fast. */
function rowsAround(
  { startIndex, endIndex, count }: Range,
  direction: Virtualizer<Element, Element>['scrollDirection'],
): number[] {
  const before = direction === 'backward' ? 14 : direction === 'forward' ? 3 : 8
  const behind = direction === 'forward' ? 14 : direction === 'backward' ? 3 : 8
  const first = Math.max(0, startIndex - before)
  const last = Math.min(count - 1, endIndex + behind)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

const isEmpty = (value: CellValue): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Focuses the cell, or the control inside it where that is what takes the focus (tick boxes, headings). */
function focusPlace(scroller: HTMLElement | null, { row, column }: Place): boolean {
  const cell = scroller?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
  const inner = cell?.querySelector<HTMLElement>('[role=checkbox], input[type=checkbox], [data-heading]')
  const wanted = column === -1 || row === -1 ? (inner ?? cell) : cell
  wanted?.focus({ preventScroll: row >= 0 && column < 1 })
  return wanted !== undefined && document.activeElement === wanted
}
