import type { ItemFault } from '@/server/domain/content/fields.rules'
import { type ItemState, type ItemWorld, itemChangeOf, newItemOf, type StateChange } from '@/server/domain/content/item.rules'
import type { ItemCreate, ItemEdit } from '@/server/domain/content/item.schema'
import type { FieldChange, ImportOptions, ImportPlan, NewTerm, OwnerName, Reason } from '@/server/domain/exchange/exchange.schema'
import type { StoredProgress } from '@/server/domain/exchange/import-record.rules'
import type { ImportCounts } from '@/server/domain/exchange/import-run.schema'
import { ValueReader, valueKey } from '@/server/domain/exchange/values.rules'
import type { KnownWords } from '@/server/domain/vocabulary/synonyms.rules'
import { newDetails } from '@/server/domain/vocabulary/term.rules'
import { termOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

const rowsAStep = 50
/** A "name" longer than this is a text in the wrong column. */
const longestName = 200

/** A plan whose every write will be taken, with what will be refused among the failed rows. */
export interface CheckedPlan {
  readonly read: number
  readonly create: readonly { readonly row: number; readonly item: ItemCreate }[]
  readonly update: readonly PlannedUpdate[]
  readonly unchanged: ImportPlan['unchanged']
  readonly skipped: readonly Reason[]
  readonly failed: readonly Reason[]
  readonly notes: readonly Reason[]
  readonly newTerms: readonly NewTerm[]
}

export interface PlannedUpdate {
  readonly row: number
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly matchedBy: ImportPlan['update'][number]['matchedBy']
  /** A patch: of the type's fields only those that change. */
  readonly edit: ItemEdit
  readonly changes: readonly FieldChange[]
}

/** Why the workflow does not let an item that exists go where a row puts it. */
export type StepRefusalOf = (item: ItemState, change: StateChange) => ItemFault | undefined

/**
 * Asks the rules about items what they would say to each write, so that the dry run knows it too. New rows are inventory and may
 * stand anywhere; an item that exists keeps its step where the workflow refuses the row's, and takes over the rest. Yields now
 * and then.
 */
export function* checkPlan(
  plan: Pick<ImportPlan, 'create' | 'update'>,
  itemOf: (id: string) => ItemState | undefined,
  world: ItemWorld,
  stepRefusalOf: StepRefusalOf,
): Generator<number, Pick<CheckedPlan, 'create' | 'update' | 'unchanged' | 'failed' | 'notes'>> {
  const create: CheckedPlan['create'][number][] = []
  const update: PlannedUpdate[] = []
  const unchanged: CheckedPlan['unchanged'][number][] = []
  const failed: Reason[] = []
  const notes: Reason[] = []
  let seen = 0
  for (const entry of plan.create) {
    if (++seen % rowsAStep === 0) yield seen
    const { faults } = newItemOf(entry.item, { id: '', createdBy: null }, world)
    if (faults?.[0]) failed.push(faultOf(entry.row, faults[0]))
    else create.push(entry)
  }
  for (const { edit: whole, ...entry } of plan.update) {
    if (++seen % rowsAStep === 0) yield seen
    const item = itemOf(entry.id)
    const edit = patchOf(whole, entry.changes)
    const outcome = item && itemChangeOf(item, edit, world)
    if (outcome?.faults) {
      failed.push(...outcome.faults.slice(0, 1).map((fault) => faultOf(entry.row, fault)))
      continue
    }
    const refused = item && outcome ? stepRefusalOf(item, outcome.value) : undefined
    if (refused) notes.push(stepStays(entry.row, refused))
    const changes = refused ? entry.changes.filter(({ field }) => !(field in ofStep(edit))) : entry.changes
    if (refused && changes.length === 0) unchanged.push({ row: entry.row, id: entry.id, matchedBy: entry.matchedBy })
    else update.push({ ...entry, changes, edit: refused ? withoutStep(edit) : edit })
  }
  return { create, update, unchanged, failed, notes }
}

/** What a row says of the step, and the date of a publication that does not take place. */
const ofStep = ({ step, publishedAt }: ItemEdit): ItemEdit => ({ step, publishedAt })
const withoutStep = ({ step: _step, publishedAt: _at, ...edit }: ItemEdit): ItemEdit => edit

/** `why` chooses the words: the last one of the refusal's key. */
const stepStays = (row: number, { messageKey, details }: ItemFault): Reason => ({
  row,
  messageKey: 'exchange.note.stepStays',
  details: { why: messageKey.split('.').at(-1) ?? '', ...details },
})

/** The plan holds a type's fields as a whole record; writing takes those that change. */
function patchOf(edit: ItemEdit, changes: readonly FieldChange[]): ItemEdit {
  const { fields, ...rest } = edit
  if (!fields) return rest
  const changed = changes.flatMap(({ field, after }) => (field.startsWith('field.') ? [[field.slice(6), after] as const] : []))
  return { ...rest, fields: Object.fromEntries(changed) }
}

export function faultOf(
  row: number,
  { field, messageKey, details }: { field: string; messageKey: string; details: Reason['details'] },
): Reason {
  return { row, messageKey, details: { field, ...details } }
}

/**
 * The decisions that still mean something: a term that has come to be since is used instead of made a second time, and one that
 * is gone is asked about anew.
 */
export function liveDecisions(
  decisions: ImportOptions['decisions'],
  vocabulary: Vocabulary,
  owners: readonly OwnerName[],
  known: KnownWords,
): ImportOptions['decisions'] {
  const plain = new ValueReader(vocabulary, owners, {}, known)
  const exists = (lookup: string, key: string): boolean => {
    if (lookup === 'owner') return owners.some(({ id }) => id === key)
    const terms: readonly Term[] = vocabulary[(lookup === 'status' ? 'step' : lookup) as Dimension]
    return terms.some((term) => term.key === key && term.archivedAt === null)
  }
  const live: ImportOptions['decisions'] = {}
  for (const [lookup, given] of Object.entries(decisions) as [keyof typeof decisions, (typeof decisions)['phase']][]) {
    const kept = Object.entries(given ?? {}).filter(([value, decision]) => {
      if (decision.action === 'leave') return true
      if (decision.action === 'use') return exists(lookup, decision.key)
      return value.length <= longestName && plain.read(lookup, value).kind !== 'one'
    })
    live[lookup] = Object.fromEntries(kept)
  }
  return live
}

/** The vocabulary as it will be when these terms are made. */
export function withNewTerms(vocabulary: Vocabulary, terms: readonly NewTerm[]): Vocabulary {
  let grown = vocabulary
  for (const { dimension, key, name } of terms) {
    const term = termOf(dimension, {
      dimension,
      key,
      nameEn: name,
      nameDe: name,
      position: grown[dimension].length,
      synonyms: [],
      details: newDetails(dimension, {}, grown),
      origin: 'own',
      source: null,
      archivedAt: null,
      revision: 1,
    })
    grown = { ...grown, [dimension]: [...grown[dimension], term] }
  }
  return grown
}

export const decisionOf = ({ dimension, name }: NewTerm, key: string): StoredProgress['terms'][number] => ({
  lookup: dimension,
  value: valueKey(name),
  key,
})

export const byRow = (a: { row: number | null }, b: { row: number | null }): number =>
  (a.row ?? Number.POSITIVE_INFINITY) - (b.row ?? Number.POSITIVE_INFINITY)

export function countsOf(plan: CheckedPlan): ImportCounts {
  const { read, create, update, unchanged, skipped, failed, notes } = plan
  return {
    read,
    create: create.length,
    update: update.length,
    unchanged: unchanged.length,
    skipped: skipped.length,
    failed: failed.length,
    notes: notes.length,
  }
}
