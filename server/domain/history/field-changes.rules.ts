import type { FieldChange } from '@/server/domain/history/history.schema'

/** As the form shows them; databases keep records in an order of their own. */
const order = [
  'title',
  'type',
  'purpose',
  'step',
  'url',
  'locale',
  'ownerId',
  'tags.phase',
  'tags.channel',
  'tags.persona',
  'tags.topic',
]
const placeOf = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length)
const byPlace = (a: FieldChange, b: FieldChange): number => placeOf(a.field) - placeOf(b.field) || (a.field < b.field ? -1 : 1)

type LogRecord = Readonly<Record<string, unknown>> | null

/** A row of the change log as far as rules look at it. */
export interface LogRow {
  readonly subjectId: string
  readonly seq: number
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** Consequences that nobody set and nobody asks for. */
const silent: ReadonlySet<string> = new Set(['statusSince', 'createdAt', 'createdBy'])

/**
 * A row of the log field by field: tags per dimension, type fields per key. Of a creation only what was filled in. Things that
 * follow from others are left out unless `all`.
 */
export function fieldChangesOf({ before, after }: { before: LogRecord; after: LogRecord }, all = false): FieldChange[] {
  const changes: FieldChange[] = []
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    if (!all && silent.has(name)) continue
    const [old, next] = [before?.[name], after?.[name]]
    if (name === 'tags' || name === 'fields')
      changes.push(...partsOf(name === 'tags' ? 'tags' : 'field', recordOf(old), recordOf(next)))
    else changes.push({ field: name, before: old ?? null, after: next ?? null })
  }
  return changes.filter((change) => !isNothing(change.before) || !isNothing(change.after)).sort(byPlace)
}

function partsOf(kind: string, before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].map((name) => ({ field: `${kind}.${name}`, before: before[name] ?? null, after: after[name] ?? null }))
}

const recordOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {})

const isNothing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)
