import type { FieldValues, TagSets } from '@/server/domain/content/item.schema'
import { fieldChangesOf, type LogRow } from '@/server/domain/history/field-changes.rules'

const instants: ReadonlySet<string> = new Set([
  'publishAt',
  'publishedAt',
  'unpublishAt',
  'statusSince',
  'createdAt',
  'deletedAt',
])

/** An item with entries of the log, given newest first, rolled back. The creation is where it begins. */
export function itemBefore<T extends { fields: FieldValues; tags: TagSets; note: string }>(
  current: T,
  body: string,
  later: readonly LogRow[],
): { item: T; body: string } {
  const columns: Record<string, unknown> = {}
  const fields: FieldValues = { ...current.fields }
  const tags: Record<string, unknown> = { ...current.tags }
  let text = body
  for (const row of later) {
    if (row.before === null) break
    for (const { field, before } of fieldChangesOf(row, true)) {
      const [kind, name = ''] = field.split('.')
      if (field === 'body') text = typeof before === 'string' ? before : ''
      else if (kind === 'tags') tags[name] = before ?? []
      else if (kind === 'field') {
        if (before === null) delete fields[name]
        else fields[name] = before
      } else if (instants.has(field)) columns[field] = typeof before === 'string' ? new Date(before) : null
      else columns[field] = field === 'note' ? (before ?? '') : before
    }
  }
  return { item: { ...current, ...columns, fields, tags: { ...current.tags, ...tags } }, body: text }
}
