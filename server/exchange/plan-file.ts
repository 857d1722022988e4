import type { Cell } from '@/server/domain/exchange/exchange.schema'
import type { PlanTable } from '@/server/domain/plan-export/plan-table.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { writeInThread } from '@/server/exchange/spreadsheet-thread'
import { csvParts, inPortions } from '@/server/exchange/write-table'
import { cutForCells, encodeXlsxText } from '@/server/exchange/xlsx-text'

/** A plan as the parts of a file that people read; nothing in it is meant for an import. */
export async function* planFile(format: 'csv' | 'xlsx', table: PlanTable): AsyncGenerator<Uint8Array> {
  const headings = table.columns.map(({ heading }) => heading)
  if (format === 'csv') {
    yield* csvParts(headings, withDateTexts(table.rows), false)
    return
  }
  const look = { widths: table.columns.map(({ width }) => width), dates: dateFormats[table.language] }
  yield await writeInThread(sheetRows(table.rows), () => headings.map(encodeXlsxText), look)
}

/** `day` is for dates without a time. */
const dateFormats: Record<Locale, { day: string; time: string }> = {
  en: { day: 'd mmm yyyy', time: 'd mmm yyyy hh:mm' },
  de: { day: 'dd.mm.yyyy', time: 'dd.mm.yyyy hh:mm' },
}

async function* sheetRows(rows: PlanTable['rows']): AsyncGenerator<Cell[][]> {
  for await (const portion of inPortions(rows)) yield portion.map((row) => row.map(sheetCell))
}

/** Texts stand as they are: in a cell marked as text nothing is run. */
function sheetCell(cell: Cell): Cell {
  if (typeof cell === 'string') return encodeXlsxText(cutForCells(cell)[0] ?? '')
  return cell instanceof Date && cell < firstDateOfExcel ? dateText(cell) : cell
}

const firstDateOfExcel = new Date('1900-03-01')

async function* withDateTexts(rows: PlanTable['rows']): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map((cell) => (cell instanceof Date ? dateText(cell) : cell))
}

const dateText = (date: Date) => date.toISOString().slice(0, 16).replace('T00:00', '').replace('T', ' ')
