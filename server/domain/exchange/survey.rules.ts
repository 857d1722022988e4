import { findCrawl, judgeCrawlRow } from '@/server/domain/exchange/crawl.rules'
import { isDateTarget } from '@/server/domain/exchange/date-cells.rules'
import { type DateSurvey, DateTally } from '@/server/domain/exchange/dates.rules'
import {
  type DateOrder,
  type ImportMapping,
  type ImportOptions,
  type Lookup,
  lookups,
  type OwnerName,
  type Table,
} from '@/server/domain/exchange/exchange.schema'
import { cellText } from '@/server/domain/exchange/field-cells.rules'
import { ValueReader, valueKey } from '@/server/domain/exchange/values.rules'
import type { KnownWords } from '@/server/domain/vocabulary/synonyms.rules'
import { tagDimensions, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** A value of the file that needs a decision, or has one. `value` is the key of the decision, `written` the first spelling. */
export interface OpenValue {
  readonly lookup: Lookup
  readonly column: string
  readonly value: string
  readonly written: string
  readonly rows: number
  /** Several terms go by this word: choose one of them. Empty: nothing is known by it. */
  readonly candidates: readonly { readonly key: string; readonly name: string }[]
  /** Answered already. */
  readonly isDecided: boolean
}

export interface OpenDates {
  readonly column: string
  readonly order: DateSurvey['order']
  readonly unreadable: number
  readonly example: string | null
}

export interface ImportSurvey {
  readonly values: readonly OpenValue[]
  /** Date columns; `ambiguous` and `mixed` ones need an answer in `dateOrders`. */
  readonly dates: readonly OpenDates[]
}

const ROWS_A_STEP = 100
const MANY: ReadonlySet<Lookup> = new Set<Lookup>(tagDimensions)

/** What the person has to be asked before the rows can be read: unknown and ambiguous values, and undecided dates. */
export function* surveyTable(
  table: Table,
  mapping: ImportMapping,
  options: Pick<ImportOptions, 'decisions' | 'crawlRows'>,
  vocabulary: Vocabulary,
  owners: readonly OwnerName[],
  known?: KnownWords,
): Generator<number, ImportSurvey> {
  const reader = new ValueReader(vocabulary, owners, options.decisions, known)
  const before = new ValueReader(vocabulary, owners, {}, known)
  const crawl = !table.isOwn && options.crawlRows === 'indexable' ? findCrawl(table.columns) : undefined
  const rows = crawl ? table.rows.filter((row) => judgeCrawlRow(row, crawl) === null) : table.rows
  const open = new Map<string, OpenValue>()
  const dates: OpenDates[] = []
  for (const [index, column] of table.columns.entries()) {
    const target = Object.hasOwn(mapping, column) ? mapping[column] : undefined
    if (target && isDateTarget(target)) {
      const tally = new DateTally()
      for (const [i, row] of rows.entries()) {
        if (i % ROWS_A_STEP === 0) yield i
        tally.add(row.cells[index] ?? null)
      }
      const { order, unreadable, example } = tally.result
      dates.push({ column, order, unreadable, example })
    }
    const lookup = lookups.find((each) => each === target)
    if (!lookup) continue
    for (const [i, row] of rows.entries()) {
      if (i % ROWS_A_STEP === 0) yield i
      const text = cellText(row.cells[index] ?? null, table.isOwn)
      if (text.trim() === '') continue
      for (const written of MANY.has(lookup) ? reader.split(lookup, text) : [text]) {
        const value = valueKey(written)
        // What has an answer stays in the list, so that the answer can be seen and changed.
        const isDecided = Object.hasOwn(options.decisions[lookup] ?? {}, value)
        const meaning = (isDecided ? before : reader).read(lookup, written)
        if (meaning.kind === 'one' && !isDecided) continue
        const known = open.get(`${lookup} ${value}`)
        const candidates = meaning.kind === 'many' ? meaning.candidates : []
        open.set(
          `${lookup} ${value}`,
          known ? { ...known, rows: known.rows + 1 } : { lookup, column, value, written, rows: 1, candidates, isDecided },
        )
      }
    }
  }
  return { values: [...open.values()].sort((a, b) => b.rows - a.rows), dates }
}

/** Columns whose dates cannot be read before somebody says which number is the day. */
export function undecidedDates(
  survey: ImportSurvey,
  options: { readonly dateOrders: Record<string, DateOrder>; readonly dateOrder: DateOrder | null },
): OpenDates[] {
  return survey.dates.filter(
    ({ column, order }) =>
      (order === 'ambiguous' || order === 'mixed') && !Object.hasOwn(options.dateOrders, column) && !options.dateOrder,
  )
}
