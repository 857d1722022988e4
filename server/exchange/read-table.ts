import {
  type Cell,
  type Complaint,
  type Delimiter,
  delimiters,
  type Encoding,
  type Table,
} from '@/server/domain/exchange/exchange.schema'
import { readCsvRows } from '@/server/exchange/csv-read'
import { findDelimiter } from '@/server/exchange/delimiter'
import { decode } from '@/server/exchange/encoding'
import { toTable } from '@/server/exchange/header'
import { recogniseFormat } from '@/server/exchange/kind'
import { MAX_CELLS, MAX_FILE_BYTES } from '@/server/exchange/limits'
import { readInThread } from '@/server/exchange/spreadsheet-thread'
import { UnreadableFile } from '@/server/exchange/unreadable-file'

/** Everything is found by itself; a person may overrule it. */
export interface ReadOptions {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheet?: string
  /** Row of the headers, as a spreadsheet numbers it. */
  readonly headerLine?: number
}

/** Reads CSV, XLSX or JSON, whatever the file is called. Throws UnreadableFile when it is no table at all. */
export async function readTable(bytes: Uint8Array, options: ReadOptions = {}): Promise<Table> {
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile('exchange.problem.tooLarge', { max: MAX_FILE_BYTES / 1024 / 1024 })
  const format = recogniseFormat(bytes)
  if (format === 'xlsx') return await readXlsx(bytes, options)
  const decoded = await decode(bytes, options.encoding)
  const complaints: Complaint[] = []
  const note = (messageKey: string, details: Complaint['details'] = {}) =>
    complaints.push({ level: 'note', row: null, messageKey, details })
  if (decoded.isGuess) note('exchange.note.encodingGuessed', { encoding: decoded.encoding })
  if (decoded.damaged > 0) note('exchange.note.damagedCharacters', { count: decoded.damaged })
  return format === 'json'
    ? await readJson(decoded.text, decoded.encoding, complaints)
    : await readCsv(decoded.text, decoded.encoding, complaints, options)
}

async function readCsv(decoded: string, encoding: Encoding, complaints: Complaint[], options: ReadOptions): Promise<Table> {
  let text = decoded
  const zeros = text.includes('\0') ? text.split('\0').length - 1 : 0
  if (zeros > 0) {
    // A file of zeros is no text; a stray one is dirt of an old program.
    if (zeros > text.length / 10) throw new UnreadableFile('exchange.problem.notText')
    complaints.push({ level: 'note', row: null, messageKey: 'exchange.note.zeroBytes', details: { count: zeros } })
    text = text.replaceAll('\0', '')
  }
  if (!/\S/.test(text)) throw new UnreadableFile('exchange.problem.empty')
  const told = /^sep=(.)\r?\n?/i.exec(text)
  if (told) text = text.slice(told[0].length)
  const delimiter = options.delimiter ?? delimiters.find((sign) => sign === told?.[1]) ?? findDelimiter(text)
  const { rows, complaints: lost } = await readCsvRows(text, delimiter)
  const numbered = told ? rows.map((row) => ({ ...row, line: row.line + 1 })) : rows
  const raw = { format: 'csv', encoding, delimiter, sheet: null, sheets: [] } as const
  return await toTable({ ...raw, rows: numbered, complaints: [...complaints, ...lost] }, options.headerLine)
}

async function readXlsx(bytes: Uint8Array, options: ReadOptions): Promise<Table> {
  const { about, rows } = await readInThread({ task: 'xlsx', bytes, sheet: options.sheet ?? null })
  const cells = rows.reduce((count, row) => count + row.length, 0)
  if (cells > MAX_CELLS) throw new UnreadableFile('exchange.problem.tooManyCells', { max: MAX_CELLS })
  const raw = { format: 'xlsx', encoding: null, delimiter: null, sheet: about.sheet ?? null, sheets: about.sheets ?? [] } as const
  return await toTable(
    { ...raw, rows: rows.map((row, i) => ({ line: i + 1, cells: row.map(storable) })), complaints: [] },
    options.headerLine,
  )
}

async function readJson(text: string, encoding: Encoding, notes: Complaint[]): Promise<Table> {
  const { about, rows } = await readInThread({ task: 'json', text })
  const lost = new Set((about.complaints ?? []).map(({ row }) => row))
  const columns = about.columns ?? []
  const toWidth = (cells: readonly Cell[]) => Array.from(columns, (_, i) => storable(cells[i] ?? null))
  return {
    format: 'json',
    isOwn: about.isOwn ?? false,
    columns: columns.map((name) => name.trim() || '#'),
    // An object has no row of headers above it: the first one is row 1.
    rows: rows.map((cells, i) => ({ line: i + 1, cells: toWidth(cells) })).filter(({ line }) => !lost.has(line)),
    complaints: [...notes, ...(about.complaints ?? [])],
    encoding,
    delimiter: null,
    sheet: null,
    sheets: [],
  }
}

/** Escapes in both formats can spell what no database keeps as text: zero bytes, and halves of a character. */
function storable(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  return (cell.includes('\0') ? cell.replaceAll('\0', '') : cell).toWellFormed()
}
