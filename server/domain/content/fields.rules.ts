import { address, type Claim, claim, type FieldValues } from '@/server/domain/content/item.schema'
import type { FieldDefinition } from '@/server/domain/vocabulary/vocabulary.schema'
import { day } from '@/server/domain/wire.schema'

/** Something about an item that cannot be so: `field` is a key of the item, `tags.<dimension>` or `field.<key>`. */
export interface ItemFault {
  readonly field: string
  readonly messageKey: string
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

const mostText = 2_000
const mostLongText = 100_000
const mostEntries = 200
const mostClaims = 50

type Reading = { readonly value: unknown } | { readonly messageKey: string; readonly max?: number }

const empty: Reading = { value: undefined }
const bad = (what: string, max?: number): Reading => ({ messageKey: `content.problem.field.${what}`, ...(max ? { max } : {}) })

/**
 * A type's field as it is stored; `value` is undefined when nothing is left of it (`null`, blank text, an empty list), and the
 * field is then not stored at all. `No` is a value.
 */
export function readField(definition: FieldDefinition, value: unknown, isTopic: (key: string) => boolean): Reading {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return empty
  switch (definition.kind) {
    case 'text':
      return readText(value, mostText)
    case 'longText':
      return readText(value, mostLongText)
    case 'url': {
      const read = address.safeParse(value)
      return read.success ? { value: read.data } : bad('notAnAddress')
    }
    case 'day':
      return day.safeParse(value).success ? { value } : bad('notADay')
    case 'number': {
      const number = typeof value === 'string' ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? { value: number } : bad('notANumber')
    }
    case 'yesNo':
      return typeof value === 'boolean' ? { value } : bad('notYesNo')
    case 'choice':
      return typeof value === 'string' && isOption(definition, value) ? { value } : bad('notAChoice')
    case 'choices': {
      const keys = readList(value)
      if (!keys?.every((key) => isOption(definition, key))) return bad('notAChoice')
      const options = definition.options?.map(({ key }) => key) ?? keys
      return listOf(options.filter((key) => keys.includes(key)))
    }
    case 'list': {
      const entries = readList(value)
      if (!entries) return bad('notAList')
      return entries.length > mostEntries ? bad('tooMany', mostEntries) : listOf(entries)
    }
    case 'claims':
      return readClaims(value, isTopic)
  }
}

function readText(value: unknown, max: number): Reading {
  if (typeof value !== 'string') return bad('notText')
  return value.length > max ? bad('tooLong', max) : { value: value.trim() }
}

const isOption = ({ options }: FieldDefinition, key: string): boolean => !options || options.some((option) => option.key === key)

/** Blank entries and repetitions say nothing. Undefined when it is no list of texts. */
function readList(value: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  if (!list.every((entry): entry is string => typeof entry === 'string' && entry.length <= mostText)) return undefined
  return [...new Set(list.map((entry) => entry.trim()).filter((entry) => entry !== ''))]
}

const listOf = (list: readonly unknown[]): Reading => (list.length === 0 ? empty : { value: list })

function readClaims(value: unknown, isTopic: (key: string) => boolean): Reading {
  const read = claim.array().safeParse(value)
  if (!read.success) return bad('notClaims')
  if (read.data.length > mostClaims) return bad('tooMany', mostClaims)
  if (!read.data.every(({ topic }) => isTopic(topic))) return bad('noSuchTopic')
  const distinct = new Map<string, Claim>(read.data.map((one) => [JSON.stringify([one.topic, one.kind, one.value]), one]))
  return listOf([...distinct.values()])
}

/**
 * The fields of an item after a change that names some of them. Values that another type's form has left behind are kept,
 * unseen, so that a change of type loses nothing and can be taken back; new values need a definition.
 */
export function patchFields(
  current: FieldValues,
  patch: FieldValues,
  definitions: readonly FieldDefinition[],
  isTopic: (key: string) => boolean,
): { fields: FieldValues; faults: ItemFault[] } {
  const fields: FieldValues = { ...current }
  const faults: ItemFault[] = []
  for (const [key, value] of Object.entries(patch)) {
    const definition = definitions.find((known) => known.key === key)
    const field = `field.${key}`
    if (!definition) {
      if (value === null || value === undefined) delete fields[key]
      else if (JSON.stringify(value) !== JSON.stringify(current[key])) {
        faults.push({ field, messageKey: 'content.problem.field.unknown', details: { field: key } })
      }
      continue
    }
    const read = readField(definition, value, isTopic)
    if ('messageKey' in read) {
      faults.push({ field, messageKey: read.messageKey, details: { field: key, max: read.max ?? null } })
    } else if (read.value === undefined) delete fields[key]
    else fields[key] = read.value
  }
  return { fields, faults }
}

const readable: ReadonlySet<FieldDefinition['kind']> = new Set(['text', 'longText', 'url', 'list', 'claims'])

/** The words in an item's fields, as full text and vague phrases are looked for in them. `readableFields` says in which. */
export function textsOfFields(fields: FieldValues, readableKeys: ReadonlySet<string>): string[] {
  return Object.entries(fields).flatMap(([key, value]) => (readableKeys.has(key) ? textsOf(value) : []))
}

export function readableFields(
  types: readonly { readonly details: { readonly fields: readonly FieldDefinition[] } }[],
): Set<string> {
  return new Set(types.flatMap(({ details }) => details.fields.filter(({ kind }) => readable.has(kind)).map(({ key }) => key)))
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [entry]
    return typeof entry === 'object' && entry !== null && 'value' in entry ? [String(entry.value)] : []
  })
}
