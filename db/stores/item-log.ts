import type { Change } from './changes'
import type { ItemChange, NewItem, StoredItem, TagRecord } from './items'
import { sameValue } from './same'

/** Columns that follow from others, so no history of their own. */
const unlogged = new Set(['urlKey', 'vague', 'workspaceId', 'id', 'revision', 'updatedAt', 'tags'])

/** As the log writes it: instants as ISO text. */
const plainValue = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

function plain(columns: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name]) => !unlogged.has(name))
      .map(([name, value]) => [name, plainValue(value)]),
  )
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const set = new Set(a)
  return new Set(b).size === set.size && b.every((key) => set.has(key))
}

export const creationOf = ({ columns, tags, body }: NewItem, operation: string): Change => ({
  subject: 'item',
  subjectId: columns.id,
  operation,
  before: null,
  after: { ...plain(columns), tags, ...(body === '' ? {} : { body }) },
})

/** The log keeps the last state whole, so that even this can be undone. */
export const deletionOf = ({ tags, ...columns }: StoredItem, body: string | undefined, operation: string): Change => ({
  subject: 'item',
  subjectId: columns.id,
  operation,
  before: { ...plain(columns), tags, ...(body ? { body } : {}) },
  after: null,
})

/** What a save really changes; undefined when everything is so already. */
export interface Difference {
  readonly columns: Partial<StoredItem>
  readonly tags: Partial<TagRecord>
  readonly body: string | undefined
  readonly log: Change
}

/**
 * Compares a change with what is stored. Tags are sets: their order is no change. Of type fields only those that differ stand
 * in the log; a field that stands in one half alone was not there on the other side.
 */
export function differenceOf(
  current: StoredItem,
  change: ItemChange,
  currentBody: string,
  operation: string,
): Difference | undefined {
  const columns: Record<string, unknown> = {}
  const tags: Partial<TagRecord> = {}
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(change.columns)) {
    const known = current[name as keyof StoredItem]
    if (value === undefined || sameValue(value, known)) continue
    columns[name] = value
    if (unlogged.has(name)) continue
    if (name === 'fields') [before.fields, after.fields] = fieldsApart(current.fields, value as Record<string, unknown>)
    else [before[name], after[name]] = [plainValue(known), plainValue(value)]
  }
  for (const [dimension, keys] of Object.entries(change.tags ?? {}) as [keyof TagRecord, string[] | undefined][]) {
    if (!keys || sameSet(keys, current.tags[dimension])) continue
    tags[dimension] = [...new Set(keys)]
  }
  const dimensions = Object.keys(tags) as (keyof TagRecord)[]
  if (dimensions.length > 0) {
    before.tags = Object.fromEntries(dimensions.map((dimension) => [dimension, current.tags[dimension]]))
    after.tags = tags
  }
  const body = change.body !== undefined && change.body !== currentBody ? change.body : undefined
  if (body !== undefined) [before.body, after.body] = [currentBody, body]
  if (Object.keys(columns).length === 0 && dimensions.length === 0 && body === undefined) return undefined
  return { columns, tags, body, log: { subject: 'item', subjectId: current.id, operation, before, after } }
}

function fieldsApart(before: Record<string, unknown>, after: Record<string, unknown>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !sameValue(before[name], after[name]),
  )
  const of = (record: Record<string, unknown>) =>
    Object.fromEntries(names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]))
  return [of(before), of(after)]
}
