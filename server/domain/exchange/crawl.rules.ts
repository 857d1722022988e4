import type { Cell, Table, TableRow } from '@/server/domain/exchange/exchange.schema'
import { fold } from '@/server/domain/exchange/fold.rules'

/** The columns by which a crawl is known, in the languages its program speaks. */
const columnWords = {
  address: ['address', 'adresse', 'url'],
  contentType: ['content type', 'inhaltstyp', 'content typ'],
  statusCode: ['status code', 'statuscode', 'http status code'],
  indexability: ['indexability', 'indexierbarkeit'],
  indexabilityStatus: ['indexability status', 'indexierbarkeitsstatus', 'indexierbarkeit status'],
  title: ['title 1', 'titel 1', 'title'],
  heading: ['h1 1', 'h1'],
  redirect: ['redirect url', 'umleitungs url'],
} as const
type CrawlColumn = keyof typeof columnWords
export type CrawlColumns = Partial<Record<CrawlColumn, number>>

/** Where a crawl's columns stand, or undefined when the table is no crawl (Screaming Frog and its like). */
export function findCrawl(columns: readonly string[]): CrawlColumns | undefined {
  const folded = columns.map(fold)
  const found: CrawlColumns = {}
  for (const [column, names] of Object.entries(columnWords) as [CrawlColumn, readonly string[]][]) {
    const at = folded.findIndex((name) => names.includes(name))
    if (at >= 0) found[column] = at
  }
  const isCrawl =
    found.address !== undefined &&
    found.statusCode !== undefined &&
    (found.contentType !== undefined || found.indexability !== undefined)
  return isCrawl ? found : undefined
}

export type CrawlVerdict = null | { readonly messageKey: string; readonly details: Record<string, string> }

/** Why a row of a crawl is no page to plan with, or null when it is one. */
export function judgeCrawlRow(row: TableRow, columns: CrawlColumns): CrawlVerdict {
  const cell = (column: CrawlColumn) => textOf(row.cells[columns[column] ?? -1])
  const address = cell('address')
  const code = Number(cell('statusCode'))
  if (!code) return { messageKey: 'exchange.skipped.noAnswer', details: { address } }
  if (code >= 300 && code < 400)
    return { messageKey: 'exchange.skipped.redirect', details: { address, code: String(code), to: cell('redirect') || '–' } }
  if (code < 200 || code >= 300) return { messageKey: 'exchange.skipped.error', details: { address, code: String(code) } }
  const kind = cell('contentType').toLowerCase()
  if (columns.contentType !== undefined && !/^(text\/html|application\/xhtml\+xml)\b/.test(kind)) {
    return { messageKey: 'exchange.skipped.notHtml', details: { address, kind: kind || '–' } }
  }
  const indexability = fold(cell('indexability'))
  if (columns.indexability !== undefined && indexability !== '' && !/^(indexable|indexierbar)$/.test(indexability)) {
    return {
      messageKey: 'exchange.skipped.notIndexable',
      details: { address, why: cell('indexabilityStatus') || cell('indexability') },
    }
  }
  return null
}

/** Lists of people (newsletter audiences) are no content; they name persons, not texts. */
export function isPeopleList(table: Pick<Table, 'columns'>): boolean {
  const folded = new Set(table.columns.map(fold))
  const has = (...names: string[]) => names.some((name) => folded.has(name))
  const signs = [
    has('first name', 'vorname'),
    has('last name', 'nachname', 'surname'),
    has('optin time', 'optin ip', 'confirm time', 'member rating', 'euid'),
    has('phone', 'telefon', 'phone number'),
    has('company', 'firma'),
  ].filter(Boolean).length
  const hasContent = has('title', 'titel', 'url', 'adresse', 'link', 'headline')
  return has('email', 'email address', 'e mail', 'e mail adresse', 'mail', 'email adresse') && signs >= 1 && !hasContent
}

const textOf = (cell: Cell | undefined) => (cell instanceof Date ? cell.toISOString() : String(cell ?? '').trim())
