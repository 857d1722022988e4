import type { ItemEdit } from '@/server/domain/content/item.schema'
import { type ComparedItem, compareRow } from '@/server/domain/exchange/diff.rules'
import type {
  ExistingKey,
  ImportOptions,
  ImportPlan,
  ImportReport,
  ImportRow,
  Reason,
  Table,
} from '@/server/domain/exchange/exchange.schema'
import { type Match, matchRows } from '@/server/domain/exchange/match.rules'

const ROWS_A_STEP = 50

export interface PlanWorld {
  /** The items as they are now; asked only for items that `matchRows` found, so the caller loads those alone. */
  readonly itemOf: (id: string) => ComparedItem | undefined
  readonly zone: string
  /** Field keys of each type: what a type does not have is not written. */
  readonly fieldsOf: (type: string) => ReadonlySet<string>
}

/**
 * What an import would do: decided without touching anything, shown to the person, then applied. `matches` comes from
 * `matchRows` over the same rows. Yields the number of rows done, now and then.
 */
export function* planRows(
  rows: readonly ImportRow[],
  matches: readonly Match[],
  options: Pick<ImportOptions, 'tags'>,
  world: PlanWorld,
): Generator<number, ImportPlan & { readonly notes: readonly Reason[] }> {
  const plan: Mutable<ImportPlan> & { notes: Reason[] } = {
    create: [],
    update: [],
    unchanged: [],
    skipped: [],
    failed: [],
    notes: [],
  }
  const firstRows = new Map<string, number>()
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_A_STEP === 0) yield i
    const match = matches[i]
    if (!match) continue
    if (match.kind === 'refused') {
      plan[match.outcome].push({ row: row.line, ...match.reason })
      continue
    }
    const identity = match.kind === 'existing' ? `item ${match.id}` : match.identity
    const first = identity === null ? undefined : firstRows.get(identity)
    if (first !== undefined) {
      plan.skipped.push({ row: row.line, messageKey: 'exchange.skipped.duplicate', details: { first } })
      continue
    }
    // A row that failed stands in nobody's way.
    const isPlanned = match.kind === 'new' ? planCreate(row, world, plan) : planUpdate(row, match, options, world, plan)
    if (isPlanned && identity !== null) firstRows.set(identity, row.line)
  }
  return plan
}

/** Matching and planning in one, for callers that have every item at hand. */
export function* planImport(
  rows: readonly ImportRow[],
  existing: Iterable<ExistingKey>,
  options: Pick<ImportOptions, 'tags'> & { readonly isOwn: boolean },
  world: PlanWorld,
): Generator<number, ImportPlan & { readonly notes: readonly Reason[] }> {
  const matches = yield* matchRows(rows, existing, options.isOwn)
  return yield* planRows(rows, matches, options, world)
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type Plan = Mutable<ImportPlan> & { notes: Reason[] }

function planCreate(row: ImportRow, { fieldsOf }: PlanWorld, plan: Plan): boolean {
  const tags = { ...row.defaults.tags, ...row.edit.tags }
  const both: ItemEdit = { ...row.defaults, ...withoutAbsent(row.edit), ...(Object.keys(tags).length > 0 ? { tags } : {}) }
  const { title, type, ...rest } = both
  const fail = (messageKey: string) => {
    plan.failed.push({ row: row.line, messageKey, details: {} })
    return false
  }
  if (!title) return fail('exchange.failed.titleMissing')
  if (!type) return fail('exchange.failed.typeMissing')
  if (!row.edit.title) plan.notes.push({ row: row.line, messageKey: 'exchange.note.titleGuessed', details: { title } })
  const { fields, ...item } = rest
  const known = fields && onlyKnown(fields, fieldsOf(type), row.line, plan)
  plan.create.push({
    row: row.line,
    item: { title, type, ...item, ...(known && Object.keys(known).length > 0 ? { fields: known } : {}) },
  })
  return true
}

function planUpdate(
  row: ImportRow,
  match: Extract<Match, { kind: 'existing' }>,
  options: Pick<ImportOptions, 'tags'>,
  world: PlanWorld,
  plan: Plan,
): boolean {
  const item = world.itemOf(match.id)
  // Deleted between the look at all items and the look at this one.
  if (!item) {
    plan.skipped.push({ row: row.line, messageKey: 'exchange.skipped.gone', details: {} })
    return false
  }
  const known = world.fieldsOf(row.edit.type ?? item.type)
  const { edit, changes } = compareRow(row, item, match.by, options, world.zone)
  const strange = changes.filter(({ field }) => field.startsWith('field.') && !known.has(field.slice(6)))
  for (const { field } of strange) noteStrange(field.slice(6), row.line, plan)
  const kept = strange.length === 0 ? changes : changes.filter((change) => !strange.includes(change))
  if (kept.length === 0) return plan.unchanged.push({ row: row.line, id: item.id, matchedBy: match.by }) > 0
  if (strange.length > 0) {
    const fields = kept.flatMap(({ field, after }) => (field.startsWith('field.') ? [[field.slice(6), after] as const] : []))
    edit.fields = fields.length > 0 ? { ...item.fields, ...Object.fromEntries(fields) } : undefined
  }
  const { id, revision, title } = item
  return (
    plan.update.push({ row: row.line, id, revision, title, matchedBy: match.by, edit: withoutAbsent(edit), changes: kept }) > 0
  )
}

function onlyKnown(
  fields: Record<string, unknown>,
  known: ReadonlySet<string>,
  line: number,
  plan: Plan,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => {
      if (known.has(key)) return value !== null
      if (value !== null) noteStrange(key, line, plan)
      return false
    }),
  )
}

function noteStrange(field: string, row: number, plan: Plan) {
  plan.notes.push({ row, messageKey: 'exchange.note.fieldNotOfType', details: { field } })
}

function withoutAbsent(edit: ItemEdit): ItemEdit {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
}

/** The sum of reading, converting and planning. Every row of the file is in exactly one of the five numbers. */
export function reportOf(
  table: Pick<Table, 'rows' | 'complaints'>,
  conversion: { readonly skipped: readonly Reason[]; readonly failed: readonly Reason[]; readonly notes: readonly Reason[] },
  plan: ImportPlan & { readonly notes: readonly Reason[] },
): ImportReport {
  const byRow = (a: Reason, b: Reason) => (a.row ?? 0) - (b.row ?? 0)
  return {
    read: table.rows.length + table.complaints.filter(({ level }) => level === 'lost').length,
    create: plan.create.length,
    update: plan.update.length,
    unchanged: plan.unchanged.length,
    skipped: [...conversion.skipped, ...plan.skipped].sort(byRow),
    failed: [...conversion.failed, ...plan.failed].sort(byRow),
    notes: [...conversion.notes, ...plan.notes].sort(byRow),
  }
}
