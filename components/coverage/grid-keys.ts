import { type KeyboardEvent, useState } from 'react'

export interface GridSpot {
  readonly row: number
  readonly column: number
}

const spotOf = (element: Element | null): GridSpot | null => {
  const [row, column] = (element?.getAttribute('data-spot') ?? '').split('.').map(Number)
  return row === undefined || column === undefined || Number.isNaN(row) || Number.isNaN(column) ? null : { row, column }
}

/** Where a key leads in a grid of this size; null when it leads nowhere. */
export function spotAfter(
  { row, column }: GridSpot,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  size: { rows: number; columns: number },
): GridSpot | null {
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? 0 : Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: ctrlKey ? lastRow : Math.min(lastRow, row + 1), column }
    case 'ArrowLeft':
      return { row, column: ctrlKey ? 0 : Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: ctrlKey ? lastColumn : Math.min(lastColumn, column + 1) }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn }
    case 'PageUp':
      return { row: 0, column }
    case 'PageDown':
      return { row: lastRow, column }
    default:
      return null
  }
}

/** What makes a button a cell of a grid. */
export interface GridSpotProps {
  readonly 'data-spot': string
  readonly tabIndex: number
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One stop for Tab, arrows from cell to cell. The button in each cell takes `spotProps`. */
export function useGridKeys(size: { rows: number; columns: number }): (row: number, column: number) => GridSpotProps {
  const [active, setActive] = useState<GridSpot>({ row: 0, column: 0 })
  const here: GridSpot = { row: Math.min(active.row, size.rows - 1), column: Math.min(active.column, size.columns - 1) }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const spot = spotOf(event.currentTarget)
    const next = spot && !event.altKey && !event.metaKey ? spotAfter(spot, event, size) : null
    if (!next) return
    event.preventDefault()
    setActive(next)
    const table = event.currentTarget.closest('table')
    table?.querySelector<HTMLElement>(`[data-spot="${next.row}.${next.column}"]`)?.focus()
  }
  return (row, column) => ({
    'data-spot': `${row}.${column}`,
    tabIndex: here.row === row && here.column === column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
    onKeyDown,
  })
}
