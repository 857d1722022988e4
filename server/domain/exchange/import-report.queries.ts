import { authorize } from '@/server/domain/access/authorize'
import type { ProblemDetails } from '@/server/domain/errors'
import type { Cell } from '@/server/domain/exchange/exchange.schema'
import { draftPlan, importOf, reportOf } from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { type PlanRow, type RowList, rowLists } from '@/server/domain/exchange/import-run.schema'
import { fileTitles } from '@/server/domain/exchange/import-titles.queries'
import { planRowsOf, reasonRows } from '@/server/domain/exchange/import-view.rules'
import { translatorOf } from '@/server/i18n/translate'

export interface ReportTable {
  readonly fileName: string
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

type Say = (key: string, values?: ProblemDetails) => string

const columns = ['row', 'outcome', 'item', 'title', 'field', 'before', 'after', 'reason'] as const
const rowsPerPage = 500

/**
 * An import as a table, in the reader's language: before it begins every row with what would become of it, one line for each
 * changed field; afterwards every row that did not come in as it stands, with the reason.
 */
export async function importReport(context: ImportContext, id: string): Promise<ReportTable> {
  const { actor, db, locale } = context
  authorize(actor, 'import.run')
  const row = await importOf(db.read, actor.workspaceId, id)
  const say = translatorOf(locale)
  const head = { fileName: row.fileName, columns: columns.map((name) => say(`import.report.columns.${name}`)) }
  const titleOf = await fileTitles(context, row)
  if (row.state === 'draft') {
    const plan = await draftPlan(context, row)
    const page = (list: RowList, offset: number) => planRowsOf(plan, list, offset, rowsPerPage, titleOf)
    return { ...head, rows: lines(say, rowLists, page) }
  }
  const report = await reportOf(db.read, row)
  const page = (list: RowList, offset: number) =>
    list === 'skipped' || list === 'failed' || list === 'notes'
      ? reasonRows(report[list].slice(offset, offset + rowsPerPage), titleOf)
      : []
  return { ...head, rows: lines(say, ['failed', 'skipped', 'notes'], page) }
}

function* lines(say: Say, lists: readonly RowList[], pageOf: (list: RowList, offset: number) => PlanRow[]): Generator<Cell[]> {
  for (const list of lists) {
    const outcome = say(`import.report.outcome.${list}`)
    for (let offset = 0; ; offset += rowsPerPage) {
      const page = pageOf(list, offset)
      for (const { row, itemId, title, changes, reason } of page) {
        const start = [row, outcome, itemId, title]
        const why = reason && say(reason.messageKey, reason.details)
        if (changes.length === 0) yield [...start, null, null, null, why]
        for (const { field, before, after } of changes) yield [...start, field, shown(before), shown(after), why]
      }
      if (page.length < rowsPerPage) break
    }
  }
}

function shown(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
