import { stringify } from 'csv-stringify/sync'
import type { Cell } from '@/server/domain/exchange/exchange.schema'
import { defuse, defuseForReading, OWN_MARK } from '@/server/exchange/harmless'
import { writeInThread } from '@/server/exchange/spreadsheet-thread'
import { turns } from '@/server/exchange/turns'
import { cutForCells, encodeXlsxText, partName } from '@/server/exchange/xlsx-text'

/** Rows may come page by page from a database. */
export type Source<T> = AsyncIterable<T> | Iterable<T>

const ROWS_A_PORTION = 200
const MARK = '\ufeff'

const harmless = (cell: Cell) => (typeof cell === 'string' ? defuse(cell) : cell)
const harmlessToRead = (cell: Cell) => (typeof cell === 'string' ? defuseForReading(cell) : cell)

/**
 * CSV as RFC 4180 has it, with the mark by which Excel knows UTF-8. Numbers stay numbers, texts are quoted and harmless. `isOwn`:
 * the file can be imported again and says so; reports and plans are only to be read.
 */
export async function* csvParts(columns: readonly string[], rows: Source<readonly Cell[]>, isOwn = true): AsyncGenerator<Buffer> {
  const options = {
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { boolean: String, date: (date: Date) => date.toISOString() },
  } as const
  yield Buffer.from(MARK + stringify([isOwn ? [...columns, OWN_MARK] : [...columns]], options))
  for await (const portion of inPortions(rows)) {
    const cells = portion.map((row) => (isOwn ? [...row.map(harmless), null] : row.map(harmlessToRead)))
    yield Buffer.from(stringify(cells, options))
  }
}

/** An Excel workbook of one sheet. Texts too long for one cell go on in further columns, which reading puts together. */
export async function writeXlsx(columns: readonly string[], rows: Source<readonly Cell[]>): Promise<Uint8Array> {
  const further = new Map<string, number>()
  async function* portions() {
    for await (const portion of inPortions(rows)) yield portion.map((row) => spread(row, columns, further))
  }
  return await writeInThread(portions(), () => [...columns, ...further.keys(), OWN_MARK].map(encodeXlsxText))
}

function spread(row: readonly Cell[], columns: readonly string[], further: Map<string, number>): Cell[] {
  const cells: Cell[] = []
  for (const [i, column] of columns.entries()) {
    const cell = row[i] ?? null
    if (typeof cell !== 'string') {
      cells[i] = typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell
      continue
    }
    for (const [part, text] of cutForCells(cell).entries()) {
      const name = partName(column, part + 1)
      if (part > 0 && !further.has(name)) further.set(name, columns.length + further.size)
      cells[part === 0 ? i : (further.get(name) ?? 0)] = encodeXlsxText(defuse(text))
    }
  }
  return Array.from(cells, (cell) => cell ?? null)
}

/** Our own JSON. What is in it is typed, so nothing needs to be made harmless. */
export async function* jsonParts(items: Source<Record<string, unknown>>, exportedAt: Date): AsyncGenerator<Buffer> {
  const head = JSON.stringify({ format: 'etappe', version: 1, exportedAt: exportedAt.toISOString() })
  yield Buffer.from(`${head.slice(0, -1)},"items":[`)
  let isFirst = true
  for await (const portion of inPortions(items)) {
    yield Buffer.from(`${isFirst ? '\n' : ',\n'}${portion.map((item) => JSON.stringify(item)).join(',\n')}`)
    isFirst = false
  }
  yield Buffer.from('\n]}\n')
}

export async function* inPortions<T>(rows: Source<T>): AsyncGenerator<T[]> {
  const turn = turns()
  let portion: T[] = []
  for await (const row of rows) {
    portion.push(row)
    if (portion.length < ROWS_A_PORTION) continue
    yield portion
    portion = []
    await turn.give()
  }
  if (portion.length > 0) yield portion
}

/** The parts of a file in one piece. */
export async function wholeFile(parts: Source<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}
