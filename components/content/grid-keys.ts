/** Where the one tab stop of the grid is: row -1 is the heading, column -1 the tick box. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** How a cell answers a letter: the sign replaces its text, or goes into the field of its editor as the person typed it. */
export const typedSign = (event: Key & { readonly altKey: boolean }, shortcuts: ReadonlySet<string>): string | null => {
  const { key, ctrlKey, metaKey, altKey } = event
  if ([...key].length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return null
  return shortcuts.has(key.toLowerCase()) ? null : key
}

/** Where a key leads in a grid of `rows` and `columns`; undefined for keys that do not move. `page` is how many rows a page shows. */
export function moveOf(
  { key, ctrlKey, metaKey }: Key,
  { row, column }: Place,
  size: { rows: number; columns: number; page: number },
): Place | undefined {
  const isFar = ctrlKey || metaKey
  const rowWithin = (wanted: number) => Math.max(-1, Math.min(size.rows - 1, wanted))
  const columnWithin = (wanted: number) => Math.max(-1, Math.min(size.columns - 1, wanted))
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : rowWithin(row - 1), column }
    case 'ArrowDown':
      return { row: isFar ? size.rows - 1 : rowWithin(row + 1), column }
    case 'ArrowLeft':
      return { row, column: columnWithin(column - 1) }
    case 'ArrowRight':
      return { row, column: columnWithin(column + 1) }
    case 'Home':
      return { row: isFar ? 0 : row, column: -1 }
    case 'End':
      return { row: isFar ? size.rows - 1 : row, column: size.columns - 1 }
    case 'PageUp':
      return { row: rowWithin(Math.max(0, row - size.page)), column }
    case 'PageDown':
      return { row: rowWithin(row + size.page), column }
    default:
      return undefined
  }
}
