import type { Item, ItemEdit, TagSets } from '@/server/domain/content/item.schema'
import type { FieldChange, ImportOptions, ImportRow, MatchedBy } from '@/server/domain/exchange/exchange.schema'
import { dayIn } from '@/server/domain/exchange/zone.rules'
import { tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a comparison reads of an item; the body may be left away where no column brings one. */
export type ComparedItem = Omit<Item, 'body'> & { readonly body?: string }

export interface Difference {
  readonly edit: ItemEdit
  readonly changes: readonly FieldChange[]
}

const plain = [
  'title',
  'type',
  'purpose',
  'step',
  'locale',
  'ownerId',
  'note',
  'body',
  'groupId',
  'plannedFor',
  'dueOn',
  'reviewBy',
] as const
const instants = ['publishAt', 'publishedAt', 'unpublishAt'] as const

/** Field by field, what a row would change on an item. Only fields the row speaks of are looked at. */
export function compareRow(
  row: ImportRow,
  item: ComparedItem,
  matchedBy: MatchedBy,
  options: Pick<ImportOptions, 'tags'>,
  zone: string,
): Difference {
  const { edit: said } = row
  const edit: ItemEdit = {}
  const changes: FieldChange[] = []
  const change = (field: string, before: unknown, after: unknown, part: ItemEdit) => {
    changes.push({ field, before, after })
    Object.assign(edit, part)
  }
  for (const field of plain) {
    const after = said[field]
    if (after === undefined || same(after, item[field])) continue
    change(field, item[field] ?? null, after, { [field]: after })
  }
  // Found by its address, another spelling of the same address is no news.
  if (said.url !== undefined && !same(said.url, item.url) && !(matchedBy === 'address' && said.url !== null)) {
    change('url', item.url, said.url, { url: said.url })
  }
  for (const field of instants) {
    const after = said[field]
    if (after === undefined || sameInstant(after, item[field], row.dayOnly.includes(field), zone)) continue
    change(field, item[field], after, { [field]: after })
  }
  if (said.step && said.step !== item.step && !item.publishedAt && !said.publishedAt && row.defaults.publishedAt) {
    change('publishedAt', null, row.defaults.publishedAt, { publishedAt: row.defaults.publishedAt })
  }
  compareTags(said.tags, item.tags, options, (dimension, after) =>
    change(`tags.${dimension}`, item.tags[dimension], after, { tags: { ...edit.tags, [dimension]: after } }),
  )
  for (const [key, after] of Object.entries(said.fields ?? {})) {
    const before = Object.hasOwn(item.fields, key) ? item.fields[key] : undefined
    if (!same(after, before))
      change(`field.${key}`, before ?? null, after, { fields: { ...(edit.fields ?? item.fields), [key]: after } })
  }
  return { edit, changes }
}

function compareTags(
  said: ItemEdit['tags'],
  has: TagSets,
  options: Pick<ImportOptions, 'tags'>,
  change: (dimension: keyof TagSets, after: string[]) => void,
) {
  for (const dimension of tagDimensions) {
    const keys = said?.[dimension]
    if (!keys) continue
    const before = has[dimension]
    const after = options.tags === 'add' ? [...new Set([...before, ...keys])] : keys
    const isSame = after.length === before.length && after.every((key) => before.includes(key))
    if (!isSame) change(dimension, after)
  }
}

function sameInstant(a: Date | null, b: Date | null, isDayOnly: boolean, zone: string): boolean {
  if (a === null || b === null) return a === b
  return a.getTime() === b.getTime() || (isDayOnly && dayIn(a, zone) === dayIn(b, zone))
}

/** Empty text, empty list, nothing and null are all the same emptiness. */
function same(a: unknown, b: unknown): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b)
  return a === b || (typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b))
}

const isBlank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Databases give the keys of an object back in an order of their own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
