import { type CsvError, parse } from 'csv-parse'
import type { Complaint, Delimiter, TableRow } from '@/server/domain/exchange/exchange.schema'
import { CHUNK_BYTES, MAX_CELL_CHARACTERS, MAX_CELLS, MAX_ROWS } from '@/server/exchange/limits'
import { turns } from '@/server/exchange/turns'
import { UnreadableFile } from '@/server/exchange/unreadable-file'

/** A quote left open makes the parser give up on all that follows; it is started anew behind the broken line, this often. */
const MAX_RESTARTS = 100

export interface CsvRows {
  readonly rows: TableRow[]
  readonly complaints: Complaint[]
}

/** All rows of a CSV text, also the empty ones, numbered as a spreadsheet numbers them. */
export async function readCsvRows(text: string, delimiter: Delimiter): Promise<CsvRows> {
  const result: CsvRows = { rows: [], complaints: [] }
  let bytes = Buffer.from(text, 'utf8')
  let line = 1
  for (let restart = 0; bytes.length > 0; restart++) {
    const run = await parseFrom(bytes, delimiter, line, result)
    if (!run.error) break
    line += run.records
    const rest = bytes.subarray(run.parsedBytes)
    const broken = restart < MAX_RESTARTS ? rest.subarray(0, lineLength(rest)) : rest
    const sample = broken.subarray(0, 200).toString('utf8').trim()
    const messageKey = run.error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'exchange.lost.quoteNotClosed' : 'exchange.lost.unreadableRow'
    result.complaints.push({ level: 'lost', row: line, messageKey, details: { text: sample } })
    line += 1
    bytes = rest.subarray(broken.length)
  }
  return result
}

async function parseFrom(bytes: Buffer, delimiter: string, firstLine: number, result: CsvRows) {
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_CELL_CHARACTERS,
  })
  const run: { error?: CsvError; records: number; parsedBytes: number; refusal?: UnreadableFile } = { records: 0, parsedBytes: 0 }
  let cells = 0
  parser.on('data', (record: string[]) => {
    result.rows.push({ line: firstLine + run.records, cells: record.map((cell) => (cell === '' ? null : cell)) })
    run.records += 1
    cells += record.length
    if (result.rows.length > MAX_ROWS) run.refusal = new UnreadableFile('exchange.problem.tooManyRows', { max: MAX_ROWS })
    if (cells > MAX_CELLS) run.refusal = new UnreadableFile('exchange.problem.tooManyCells', { max: MAX_CELLS })
  })
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error: CsvError) => {
      run.error = error
      resolve()
    })
    parser.on('end', resolve)
  })
  const turn = turns()
  for (let at = 0; at < bytes.length && !run.error; at += CHUNK_BYTES) {
    if (!parser.write(bytes.subarray(at, at + CHUNK_BYTES)))
      await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), ended])
    if (run.refusal) throw run.refusal
    await turn.give()
  }
  if (!run.error) parser.end()
  await ended
  if (run.refusal) throw run.refusal
  run.parsedBytes = run.error ? Number(run.error.bytes ?? 0) : bytes.length
  return run
}

function lineLength(bytes: Buffer): number {
  const end = bytes.findIndex((byte) => byte === 10 || byte === 13)
  if (end < 0) return bytes.length
  return bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1
}
