import { findCrawl, judgeCrawlRow } from '@/server/domain/exchange/crawl.rules'
import { isDateTarget } from '@/server/domain/exchange/date-cells.rules'
import { DateTally } from '@/server/domain/exchange/dates.rules'
import type {
  DateOrder,
  ImportMapping,
  ImportOptions,
  ImportRow,
  NewTerm,
  Reason,
  Table,
  TableRow,
} from '@/server/domain/exchange/exchange.schema'
import { type ImportWorld, RowFailure, RowReader } from '@/server/domain/exchange/row-reader.rules'
import { ValueReader } from '@/server/domain/exchange/values.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

export interface Conversion {
  readonly rows: readonly ImportRow[]
  readonly skipped: readonly Reason[]
  readonly failed: readonly Reason[]
  readonly notes: readonly Reason[]
  readonly newTerms: readonly NewTerm[]
}

const ROWS_A_STEP = 25

/** Turns the rows of a table into the program's own words. Yields the number of rows done so far, now and then. */
export function* convertRows(
  table: Table,
  mapping: ImportMapping,
  options: ImportOptions,
  world: ImportWorld,
): Generator<number, Conversion> {
  const rows: ImportRow[] = []
  const skipped: Reason[] = []
  const failed: Reason[] = []
  const notes: Reason[] = []
  const values = new ValueReader(world.vocabulary, world.owners, options.decisions, world.known)
  const orders = yield* findOrders(table, mapping, options, world.vocabulary)
  const reader = new RowReader(table, mapping, options, world, values, orders)
  const crawl = !table.isOwn && options.crawlRows === 'indexable' ? findCrawl(table.columns) : undefined
  for (const { level, row, messageKey, details } of table.complaints) {
    const list = level === 'lost' ? failed : notes
    list.push({ row, messageKey, details })
  }
  for (const [i, row] of table.rows.entries()) {
    if (i % ROWS_A_STEP === 0) yield i
    const verdict = crawl && judgeCrawlRow(row, crawl)
    if (verdict) {
      skipped.push({ row: row.line, ...verdict })
      continue
    }
    if (i === table.rows.length - 1 && !table.isOwn && isTotals(row)) {
      skipped.push({ row: row.line, messageKey: 'exchange.skipped.totals', details: {} })
      continue
    }
    const said: Reason[] = []
    try {
      rows.push(reader.read(row, said))
      notes.push(...said)
    } catch (error) {
      if (!(error instanceof RowFailure)) throw error
      failed.push({ row: row.line, messageKey: error.messageKey, details: error.details })
    }
  }
  return { rows, skipped, failed, notes, newTerms: values.newTerms }
}

/** The order of day and month in every column of dates: as decided, else as the column proves, else the fallback. */
function* findOrders(
  table: Table,
  mapping: ImportMapping,
  { dateOrders, dateOrder }: ImportOptions,
  vocabulary: Vocabulary,
): Generator<number, Map<number, DateOrder | null>> {
  const dayFields = new Set(
    vocabulary.type.flatMap((type) => type.details.fields.flatMap(({ key, kind }) => (kind === 'day' ? `field.${key}` : []))),
  )
  const orders = new Map<number, DateOrder | null>()
  for (const [index, name] of table.columns.entries()) {
    const target = Object.hasOwn(mapping, name) ? mapping[name] : undefined
    if (!target || !(isDateTarget(target) || dayFields.has(target))) continue
    const tally = new DateTally()
    for (const [i, row] of table.rows.entries()) {
      if (i % ROWS_A_STEP === 0) yield 0
      tally.add(row.cells[index] ?? null)
    }
    const { order } = tally.result
    const told = Object.hasOwn(dateOrders, name) ? dateOrders[name] : undefined
    orders.set(index, told ?? (order === 'dmy' || order === 'mdy' ? order : dateOrder))
  }
  return orders
}

/** The last row of many a list: "Summe", and under the columns what they come to. */
function isTotals(row: TableRow): boolean {
  const texts = row.cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '' && !/^[\d.,\s%€$-]+$/.test(cell))
  return texts.length === 1 && /^(summe|gesamt|gesamtsumme|total|totals|sum|grand total|anzahl):?$/i.test(String(texts[0]).trim())
}
