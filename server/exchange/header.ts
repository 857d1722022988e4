import type { Cell, Complaint, Table, TableRow } from '@/server/domain/exchange/exchange.schema'
import { OWN_MARK, restore } from '@/server/exchange/harmless'
import { MAX_COLUMNS } from '@/server/exchange/limits'
import { turns } from '@/server/exchange/turns'
import { UnreadableFile } from '@/server/exchange/unreadable-file'
import { partOf } from '@/server/exchange/xlsx-text'

const LOOK_AHEAD = 30

const isFilled = (cell: Cell | undefined) =>
  cell !== null && cell !== undefined && !(typeof cell === 'string' && cell.trim() === '')
const widthOf = (row: TableRow) => row.cells.reduce<number>((width, cell, i) => (isFilled(cell) ? i + 1 : width), 0)

/** Index of the first row that looks like headers, or -1 when the file begins with data. */
export function findHeader(rows: readonly TableRow[]): number {
  const sample = rows.slice(0, LOOK_AHEAD)
  const usual = Math.max(...sample.map((row) => row.cells.filter(isFilled).length), 0)
  for (const [i, row] of sample.entries()) {
    const filled = row.cells.filter(isFilled)
    // Titles above the table ("Content inventory 2024") stand in one cell, headers stretch over the table.
    if (filled.length === 0 || filled.length < Math.min(usual, 2) || filled.length < usual * 0.5) continue
    return filled.every(looksLikeHeader) ? i : -1
  }
  return -1
}

function looksLikeHeader(cell: Cell): boolean {
  if (typeof cell !== 'string') return false
  const text = cell.trim()
  return text.length <= 120 && !/^(https?:|www\.|\/)/i.test(text) && !/^[\d.,:/\- ]+%?$/.test(text)
}

/** Names for the columns of a header row: distinct, never empty, without marks and blanks around. `#3` is a column without one. */
export function nameColumns(header: readonly Cell[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, i) => {
    const cell = header[i]
    const base = (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))
      .replace(/[\ufeff\0]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200)
    const wanted = base === '' ? `#${i + 1}` : base
    let name = wanted
    for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`
    taken.add(name)
    return name
  })
}

export interface RawTable extends Omit<Table, 'columns' | 'rows' | 'isOwn' | 'complaints'> {
  readonly rows: readonly TableRow[]
  readonly complaints: readonly Complaint[]
}

/** Finds the header, brings every row to the table's width and says which rows had another one. */
export async function toTable(raw: RawTable, headerLine?: number): Promise<Table> {
  const rows = raw.rows.filter((row) => row.cells.some(isFilled))
  if (rows.length === 0) throw new UnreadableFile('exchange.problem.empty')
  const wanted = headerLine === undefined ? findHeader(rows) : rows.findIndex((row) => row.line === headerLine)
  const header = wanted >= 0 ? rows[wanted] : undefined
  const data = rows.slice(wanted + 1)
  const complaints: Complaint[] = [...raw.complaints]
  for (const row of rows.slice(0, Math.max(wanted, 0))) {
    const text = row.cells.filter(isFilled).map(String).join(' ').slice(0, 200)
    complaints.push({ level: 'note', row: row.line, messageKey: 'exchange.note.aboveHeader', details: { text } })
  }
  if (!header) complaints.push({ level: 'note', row: null, messageKey: 'exchange.note.noHeader', details: {} })

  // Columns beyond the header count when many rows use them; a single long row is a row with too many cells.
  const headerWidth = header ? Math.max(widthOf(header), header.cells.length) : 0
  const beyond = data.filter((row) => widthOf(row) > headerWidth).length
  const widest = data.reduce((width, row) => Math.max(width, widthOf(row)), 0)
  const width = header && (beyond < 3 || beyond < data.length / 2) ? headerWidth : Math.max(headerWidth, widest)
  if (width > MAX_COLUMNS) throw new UnreadableFile('exchange.problem.tooManyColumns', { count: width, max: MAX_COLUMNS })

  const names = nameColumns(header?.cells ?? [], width)
  const isOwn = names.includes(OWN_MARK)
  const kept = isOwn ? keptColumns(names) : undefined
  const fitted: TableRow[] = []
  const turn = turns()
  for (const row of data) {
    const cells = toWidth(row, width, isOwn, raw.format, complaints)
    fitted.push({ line: row.line, cells: kept ? kept.map(({ parts }) => joinParts(cells, parts)) : cells })
    await turn.give()
  }
  return { ...raw, isOwn, complaints, columns: kept?.map(({ name }) => name) ?? names, rows: fitted }
}

/** The columns of our own file without the mark, each with the places of its parts. */
function keptColumns(names: readonly string[]): { name: string; parts: number[] }[] {
  return names.flatMap((name, i) => {
    const whole = partOf(name)
    if (name === OWN_MARK || (whole !== undefined && names.includes(whole))) return []
    return [{ name, parts: [i, ...names.flatMap((other, j) => (partOf(other) === name ? [j] : []))] }]
  })
}

const joinParts = (cells: readonly Cell[], [first = 0, ...rest]: readonly number[]): Cell =>
  rest.some((i) => cells[i] !== null) ? [first, ...rest].map((i) => String(cells[i] ?? '')).join('') : (cells[first] ?? null)

function toWidth(row: TableRow, width: number, isOwn: boolean, format: Table['format'], complaints: Complaint[]): Cell[] {
  const found = widthOf(row)
  if (found > width) {
    const extra = row.cells.slice(width).filter(isFilled).map(String).join(' | ').slice(0, 200)
    complaints.push({
      level: 'warning',
      row: row.line,
      messageKey: 'exchange.warning.rowTooLong',
      details: { expected: width, found, extra },
    })
  } else if (format === 'csv' && row.cells.length < width) {
    complaints.push({
      level: 'warning',
      row: row.line,
      messageKey: 'exchange.warning.rowTooShort',
      details: { expected: width, found: row.cells.length },
    })
  }
  return Array.from({ length: width }, (_, i): Cell => {
    const cell = row.cells[i] ?? null
    return isOwn && typeof cell === 'string' ? restore(cell) : cell
  })
}
