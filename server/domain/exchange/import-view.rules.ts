import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Cell, FieldChange, Reason, Table } from '@/server/domain/exchange/exchange.schema'
import { cellText } from '@/server/domain/exchange/field-cells.rules'
import type { CheckedPlan } from '@/server/domain/exchange/import-plan.rules'
import type { Inspection, PlanRow, RowList } from '@/server/domain/exchange/import-run.schema'

const headRows = 20
const longestCell = 300

/** The first rows, as a person would read them. */
export function headOf({ rows, isOwn }: Table): Inspection['head'] {
  return rows.slice(0, headRows).map(({ line, cells }) => ({ row: line, cells: cells.map((cell) => shown(cell, isOwn)) }))
}

function shown(cell: Cell, isOwn: boolean): string {
  const text = cellText(cell, isOwn)
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text
}

const blank = { itemId: null, title: null, matchedBy: null, changes: [], reason: null } satisfies Partial<PlanRow>

type TitleOf = (row: number | null) => string | null

export const reasonRows = (reasons: readonly Reason[], titleOf: TitleOf): PlanRow[] =>
  reasons.map(({ row, messageKey, details }) => ({
    ...blank,
    row,
    title: titleOf(row),
    reason: { messageKey, details: { ...details } },
  }))

/** A page of one of the plan's lists. `titleOf`: what a row is called in the file. */
export function planRowsOf(plan: CheckedPlan, list: RowList, offset: number, limit: number, titleOf: TitleOf): PlanRow[] {
  const end = offset + limit
  switch (list) {
    case 'create':
      return plan.create.slice(offset, end).map(({ row, item }) => ({ ...blank, row, title: item.title, changes: gained(item) }))
    case 'update':
      return plan.update.slice(offset, end).map(({ row, id, title, matchedBy, changes }) => ({
        ...blank,
        row,
        itemId: id,
        title,
        matchedBy,
        changes: changes.map((change) => ({ ...change })),
      }))
    case 'unchanged':
      return plan.unchanged
        .slice(offset, end)
        .map(({ row, id, matchedBy }) => ({ ...blank, row, itemId: id, title: titleOf(row), matchedBy }))
    default:
      return reasonRows(plan[list].slice(offset, end), titleOf)
  }
}

/** A new item as changes of nothing. */
function gained({ tags = {}, fields = {}, ...columns }: ItemCreate): FieldChange[] {
  const entries = [
    ...Object.entries(columns),
    ...Object.entries(tags).map(([dimension, keys]) => [`tags.${dimension}`, keys] as const),
    ...Object.entries(fields).map(([key, value]) => [`field.${key}`, value] as const),
  ]
  return entries.flatMap(([field, after]) => (after === undefined || after === null ? [] : [{ field, before: null, after }]))
}
