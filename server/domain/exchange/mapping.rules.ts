import { exactTarget, type KnownHeader, knownHeaders } from '@/server/domain/exchange/columns.rules'
import { findCrawl, isPeopleList } from '@/server/domain/exchange/crawl.rules'
import { isDateTarget } from '@/server/domain/exchange/date-cells.rules'
import { surveyDates } from '@/server/domain/exchange/dates.rules'
import type { Cell, ImportMapping, ImportTarget, Table } from '@/server/domain/exchange/exchange.schema'
import { cellText } from '@/server/domain/exchange/field-cells.rules'
import { fold } from '@/server/domain/exchange/fold.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

export interface ColumnProposal {
  readonly column: string
  readonly target: ImportTarget
  /** 0 to 1; 0 for columns nobody could place. */
  readonly confidence: number
  /** A few different values, as a person would read them. */
  readonly samples: readonly string[]
  /** Rows with something in this column. */
  readonly filled: number
}

export interface MappingProposal {
  /** `own`: our export. `crawl`: a crawler's list. `people`: a list of persons, not to be imported as content. */
  readonly kind: 'own' | 'crawl' | 'people' | 'inventory'
  readonly columns: readonly ColumnProposal[]
  readonly mapping: ImportMapping
  /** Type for rows without one: `page` when the rows have addresses, else the vocabulary's first; null without any type. */
  readonly defaultType: string | null
}

const SAMPLES = 4
const ROWS_LOOKED_AT = 500
const ROWS_A_STEP = 1_000

/** What each column probably is. Yields now and then. A remembered mapping of a list with the same columns wins over every guess. */
export function* proposeMapping(
  table: Table,
  vocabulary: Vocabulary,
  remembered?: ImportMapping,
): Generator<number, MappingProposal> {
  const isCrawl = !table.isOwn && findCrawl(table.columns) !== undefined
  const looks: Look[] = []
  for (const [i, column] of table.columns.entries()) looks.push(yield* lookAt(table, column, i))
  const guesses = remembered ? undefined : guess(looks, vocabulary, isCrawl, table.isOwn)
  const columns = looks.map(({ column, samples, filled }): ColumnProposal => {
    const known = remembered && Object.hasOwn(remembered, column) ? remembered[column] : undefined
    const { target, confidence } = guesses?.get(column) ?? { target: known ?? 'ignore', confidence: known ? 1 : 0 }
    return { column, target, samples, filled, confidence: target === 'ignore' ? 0 : confidence }
  })
  const mapping: ImportMapping = Object.fromEntries(columns.map(({ column, target }) => [column, target]))
  const hasAddresses = columns.some(({ target, filled }) => target === 'url' && filled > 0)
  const types = vocabulary.type.filter(({ archivedAt }) => archivedAt === null)
  const defaultType = (hasAddresses ? types.find(({ key }) => key === 'page') : undefined) ?? types[0]
  const kind = table.isOwn ? 'own' : isCrawl ? 'crawl' : isPeopleList(table) ? 'people' : 'inventory'
  return { kind, columns, mapping, defaultType: defaultType?.key ?? null }
}

/** A mapping with some columns decided by a person; what was guessed for the same meaning gives way. */
export function overrideMapping(mapping: ImportMapping, decided: ImportMapping): ImportMapping {
  const taken = new Set<ImportTarget>(Object.values(decided))
  const kept = Object.entries(mapping).map(([column, target]) => [column, taken.has(target) ? 'ignore' : target] as const)
  return { ...Object.fromEntries(kept), ...decided }
}

/** Under which a workspace remembers the mapping of a list: lists with the same columns have the same one. */
export function mappingSignature(columns: readonly string[]): string {
  return columns
    .map(fold)
    .sort((a, b) => (a < b ? -1 : 1))
    .join('|')
    .slice(0, 2000)
}

interface Look {
  readonly column: string
  readonly samples: readonly string[]
  readonly filled: number
  readonly cells: readonly Cell[]
}

function* lookAt(table: Table, column: string, index: number): Generator<number, Look> {
  const cells: Cell[] = []
  const samples = new Set<string>()
  let filled = 0
  for (const [i, row] of table.rows.entries()) {
    if (i % ROWS_A_STEP === 0) yield i
    const cell = row.cells[index] ?? null
    if (cell === null || cell === '' || (typeof cell === 'string' && cell.trim() === '')) continue
    filled += 1
    if (cells.length < ROWS_LOOKED_AT) cells.push(cell)
    if (samples.size >= SAMPLES) continue
    const text = cellText(cell, false)
    if (text !== '') samples.add(text.length > 80 ? `${text.slice(0, 79)}…` : text)
  }
  return { column, samples: [...samples], filled, cells }
}

/** Each target goes to the column that is surest of it; a column that loses its first meaning tries the next. */
function guess(looks: readonly Look[], vocabulary: Vocabulary, isCrawl: boolean, isOwn: boolean): Map<string, KnownHeader> {
  const known = knownHeaders(vocabulary)
  const bids = looks.flatMap((look, order) =>
    meanings(look, known, isCrawl, isOwn).map((meaning) => ({ ...meaning, column: look.column, order })),
  )
  bids.sort((a, b) => b.confidence - a.confidence || a.order - b.order)
  const given = new Map<string, KnownHeader>()
  const taken = new Set<ImportTarget>()
  for (const { column, target, confidence } of bids) {
    if (given.has(column) || taken.has(target)) continue
    given.set(column, { target, confidence })
    taken.add(target)
  }
  // A list of mails or questions has no other title than the subject, however well that fits a field of its own.
  const title = taken.has('title') ? undefined : bids.find(({ target }) => target === 'title')
  if (title) given.set(title.column, title)
  return given
}

const crawlTargets = new Map<string, ImportTarget>([
  ['address', 'url'],
  ['adresse', 'url'],
  ['title 1', 'title'],
  ['titel 1', 'title'],
  ['meta description 1', 'field.seoDescription'],
  ['language', 'locale'],
])

function meanings(look: Look, known: Map<string, KnownHeader[]>, isCrawl: boolean, isOwn: boolean): KnownHeader[] {
  const exact = exactTarget(look.column)
  if (isOwn) return exact ? [{ target: exact, confidence: 1 }] : []
  const name = fold(look.column.replace(/ \(\d+\)$/, ''))
  if (isCrawl) {
    const target = crawlTargets.get(name)
    const isKnown =
      target && (!target.startsWith('field.') || known.get(fold(target.slice(6)))?.some((other) => other.target === target))
    return isKnown ? [{ target, confidence: 1 }] : []
  }
  const found: KnownHeader[] = exact ? [{ target: exact, confidence: 1 }] : []
  found.push(...(known.get(name) ?? []))
  // "Titel der Seite", "Phase (Journey)": the first or last word often says it.
  if (found.length === 0) {
    const parts = name.split(' ')
    for (const part of [parts[0], parts.at(-1)]) {
      for (const other of (parts.length > 1 && known.get(part ?? '')) || [])
        found.push({ target: other.target, confidence: other.confidence * 0.5 })
    }
  }
  if (found.length === 0 && areAddresses(look.cells)) found.push({ target: 'url', confidence: 0.4 })
  return found.filter(({ target }) => agrees(target, look))
}

/** A column called "Published" with yes and no in it is no date, one called "Page" with names in it no address. */
function agrees(target: ImportTarget, { cells }: Look): boolean {
  if (cells.length === 0) return true
  if (target === 'url') return areAddresses(cells)
  if (!isDateTarget(target)) return true
  const { read, unreadable } = surveyDates(cells)
  return unreadable < read / 2
}

function areAddresses(cells: readonly Cell[]): boolean {
  const addresses = cells.filter(
    (cell) =>
      typeof cell === 'string' && /^\s*((https?:)?\/\/|\/|www\.|([a-z0-9-]+\.)+[a-z]{2,}(\/|$)|javascript:|data:)/i.test(cell),
  )
  return cells.length > 0 && addresses.length >= cells.length * 0.5
}
