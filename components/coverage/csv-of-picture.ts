import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { unpackCells } from '@/server/domain/coverage/coverage-picture.rules'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'

/** Heads of the two files, in the interface's language. */
export interface CsvHeads {
  readonly phase: string
  readonly column: string
  readonly fresh: string
  readonly stale: string
  readonly min: string
  readonly ideal: string
  readonly max: string
  readonly state: string
  readonly reason: string
  readonly distinct: string
  readonly score: string
  readonly separator: ';' | ','
}

// A spreadsheet runs what begins like a formula; an apostrophe makes it text.
const harmless = (text: string) => (/^[\s']*[=+\-@]/.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Spreadsheets that divide by semicolons read a decimal point as a date. */
const numeral = (value: number, separator: string) => (separator === ';' ? String(value).replace('.', ',') : String(value))

function line(cells: readonly (string | number | null)[], separator: string): string {
  const texts = cells.map((cell) =>
    typeof cell === 'string' ? quoted(harmless(cell)) : cell === null ? '' : numeral(cell, separator),
  )
  return texts.join(separator)
}

// The mark at the beginning tells Excel that this is UTF-8.
const file = (lines: readonly string[]) => `\u{feff}${lines.join('\r\n')}\r\n`

type Words = Pick<CoverageWords, 'rowName' | 'columnName' | 'stateName'>

/** As it is seen: a row for each phase, a column for each value; in between the number of fresh items, or that none apply. */
export function csvTable(picture: CoveragePicture, words: Words, heads: CsvHeads): string {
  const { rows, columns, total } = picture
  const { separator } = heads
  const cells = unpackCells(picture)
  const head = [heads.phase, ...columns.map(({ key }) => words.columnName(key)), heads.distinct, heads.score]
  const body = rows.map(({ key, distinct, score }, r) => [
    words.rowName(key),
    ...cells
      .slice(r * columns.length, (r + 1) * columns.length)
      .map(({ state, fresh }) => (state === 'not_applicable' && fresh === 0 ? words.stateName(state) : fresh)),
    distinct,
    score?.percent ?? null,
  ])
  const foot = [heads.distinct, ...columns.map(({ distinct }) => distinct), total, picture.readiness?.percent ?? null]
  return file([head, ...body, foot].map((cells) => line(cells, separator)))
}

/** A line for each cell with all that is known of it, for pivot tables and other programs. */
export function csvCells(picture: CoveragePicture, words: Words, heads: CsvHeads): string {
  const { phase, column, fresh, stale, min, ideal, max, state, reason, separator } = heads
  const lines = unpackCells(picture).map((cell) => [
    words.rowName(cell.row),
    words.columnName(cell.column),
    cell.fresh,
    cell.stale,
    cell.target?.min ?? null,
    cell.target?.ideal ?? null,
    cell.target?.max ?? null,
    words.stateName(cell.state),
    cell.reason,
  ])
  return file([[phase, column, fresh, stale, min, ideal, max, state, reason], ...lines].map((cells) => line(cells, separator)))
}
