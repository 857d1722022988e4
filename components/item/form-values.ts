import { instantOfWall, wallValueOf } from '@/components/item/wall-value'
import {
  type Claim,
  claimKinds,
  type Item,
  type ItemCreate,
  type ItemEdit,
  type TagSets,
} from '@/server/domain/content/item.schema'
import { type Term, tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a control of the form holds: text, keys, or a wall-clock day and time in the workspace's zone (`wallValueOf`). */
export type FormValue = string | number | boolean | null | readonly string[] | readonly Claim[]

/** By the names that faults and conflicts use as well: a column, `tags.<dimension>`, `field.<key>` or `body`. */
export type FormValues = Readonly<Record<string, FormValue>>

const texts = ['title', 'type', 'step', 'purpose', 'url', 'locale', 'ownerId', 'note', 'plannedFor', 'dueOn', 'reviewBy'] as const
const instants = ['publishAt', 'publishedAt', 'unpublishAt'] as const
export const isInstantName = (name: string): name is (typeof instants)[number] => instants.some((known) => known === name)

export function valuesOfItem(item: Item, zone: string): FormValues {
  const values: Record<string, FormValue> = { body: item.body }
  for (const name of texts) values[name] = item[name]
  for (const name of instants) values[name] = item[name] ? wallValueOf(item[name], zone) : null
  for (const dimension of tagDimensions) values[`tags.${dimension}`] = item.tags[dimension]
  for (const [key, value] of Object.entries(item.fields)) if (isFormValue(value)) values[`field.${key}`] = value
  return values
}

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' &&
  value !== null &&
  'topic' in value &&
  'kind' in value &&
  'value' in value &&
  claimKinds.some((kind) => kind === value.kind)

function isFormValue(value: unknown): value is FormValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  return Array.isArray(value) && (value.every((entry) => typeof entry === 'string') || value.every(isClaim))
}

/** What a stored draft holds, without what an older version of the program may have left in it. */
export function readValues(stored: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, FormValue] => isFormValue(entry[1])))
}

const isNothing = (value: FormValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

export function sameValue(one: FormValue | undefined, other: FormValue | undefined): boolean {
  return isNothing(one) ? isNothing(other) : JSON.stringify(one) === JSON.stringify(other)
}

/** What differs from `base`, with empty values written out. */
export function changesOf(base: FormValues, values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(base[name], value)))
}

/**
 * The changes but those that say yes to all of the item: a step in which it is approved or live, a time at which it goes live.
 * Nobody says yes to what they have not seen.
 */
export function withoutYes(changes: FormValues, steps: readonly Pick<Term<'step'>, 'key' | 'details'>[]): FormValues {
  const to = steps.find(({ key }) => key === changes.step)?.details
  const isYes = (name: string, value: FormValue) =>
    name === 'step' ? to?.approval != null || to?.kind === 'published' : name === 'publishAt' && !isNothing(value)
  return Object.fromEntries(Object.entries(changes).filter(([name, value]) => !isYes(name, value)))
}

export const filledOf = (values: FormValues): FormValues => changesOf({}, values)

export const textOf = (value: FormValue | undefined): string => (typeof value === 'string' ? value : '')
export const keysOf = (value: FormValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []
export const claimsOf = (value: FormValue | undefined): Claim[] =>
  Array.isArray(value) ? value.filter((entry): entry is Claim => isClaim(entry)) : []

/** Fields that another type's form has left behind are not sent: the type at hand does not know them. */
export function sendable(changes: FormValues, fieldKeys: ReadonlySet<string>): FormValues {
  return Object.fromEntries(
    Object.entries(changes).filter(([name]) => !name.startsWith('field.') || fieldKeys.has(name.slice('field.'.length))),
  )
}

/** The save that makes of an item what the form shows. */
export function editOf(changes: FormValues, zone: string): ItemEdit {
  const edit: Record<string, unknown> = {}
  const tags: Partial<TagSets> = {}
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(changes)) {
    const dimension = tagDimensions.find((known) => name === `tags.${known}`)
    if (dimension) tags[dimension] = keysOf(value)
    else if (name.startsWith('field.')) fields[name.slice('field.'.length)] = isNothing(value) ? null : value
    else if (isInstantName(name)) edit[name] = textOf(value) === '' ? null : instantOfWall(textOf(value), zone)
    else if (['title', 'type', 'step', 'note', 'body'].includes(name)) edit[name] = textOf(value)
    else edit[name] = textOf(value).trim() === '' ? null : textOf(value).trim()
  }
  return {
    ...edit,
    ...(Object.keys(tags).length > 0 ? { tags } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  }
}

export function createOf(values: FormValues, zone: string): ItemCreate {
  return { ...editOf(filledOf(values), zone), title: textOf(values.title), type: textOf(values.type) }
}

const emptyTags: FormValues = Object.fromEntries(tagDimensions.map((dimension) => [`tags.${dimension}`, []]))

/** The form of an item that does not exist yet; `given` is what the address or the workspace says of it. */
export function newValues(given: FormValues): FormValues {
  return { title: '', type: '', body: '', note: '', ...emptyTags, ...given }
}
