import type { ImportRecord } from '@/db/stores/imports'
import { isProblem } from '@/server/domain/errors'
import type { Table } from '@/server/domain/exchange/exchange.schema'
import { cellText } from '@/server/domain/exchange/field-cells.rules'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { settle } from '@/server/domain/exchange/import-plan.queries'
import { settingsOf } from '@/server/domain/exchange/import-record.rules'

export type TitleOf = (row: number | null) => string | null

const longest = 300
const kept = new WeakMap<Table, { readonly at: number; readonly titles: ReadonlyMap<number, string> }>()

/** What a row of the file is called in the file itself, so that a row which does not come in can be told by more than its number. */
export async function fileTitles(context: ImportContext, row: ImportRecord): Promise<TitleOf> {
  if (!settingsOf(row.settings).hasFile) return () => null
  try {
    const { table, mapping } = await settle(context, row)
    const isA = (wanted: string) => (column: string) => Object.hasOwn(mapping, column) && mapping[column] === wanted
    const titled = table.columns.findIndex(isA('title'))
    const at = titled >= 0 ? titled : table.columns.findIndex(isA('url'))
    const known = kept.get(table)
    const titles = known?.at === at ? known.titles : titlesIn(table, at)
    kept.set(table, { at, titles })
    return (line) => (line === null ? null : (titles.get(line) ?? null))
  } catch (error) {
    // The file cannot be read any more, or not as the settings say: the rows keep their numbers.
    if (isProblem(error)) return () => null
    throw error
  }
}

function titlesIn({ rows, isOwn }: Table, at: number): ReadonlyMap<number, string> {
  const titles = new Map<number, string>()
  if (at < 0) return titles
  for (const { line, cells } of rows) {
    const text = cellText(cells[at] ?? null, isOwn).trim()
    if (text !== '') titles.set(line, text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
  }
  return titles
}
