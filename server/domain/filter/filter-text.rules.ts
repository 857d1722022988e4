import { models, modes, purchaseGroups } from '@/server/domain/coverage/coverage.schema'
import { isDay } from '@/server/domain/facts/moment.rules'
import {
  type Clause,
  type Filter,
  type FilterField,
  type FilterKind,
  filterFields,
  type Operator,
} from '@/server/domain/filter/filter.schema'
import { type FieldDefinition, stages, statuses } from '@/server/domain/vocabulary/vocabulary.schema'

const maxClauses = 60
const maxValues = 5000
const maxLength = 2000

const operatorsOfKind = {
  choice: ['anyOf', 'noneOf', 'empty', 'filled'],
  tags: ['anyOf', 'noneOf', 'allOf', 'empty', 'filled'],
  text: ['contains', 'lacks', 'empty', 'filled'],
  day: ['between', 'last', 'next', 'past', 'today', 'empty', 'filled'],
  instant: ['between', 'last', 'next', 'past', 'today', 'empty', 'filled'],
  number: ['between', 'empty', 'filled'],
  yesNo: ['is'],
  search: ['contains'],
  moment: ['is'],
} as const satisfies Record<FilterKind, readonly Operator[]>

export function operatorsOf(kind: FilterKind): readonly Operator[] {
  return operatorsOfKind[kind]
}

const kindOfFieldKind = {
  text: 'text',
  longText: 'text',
  url: 'text',
  claims: 'text',
  day: 'day',
  number: 'number',
  yesNo: 'yesNo',
  choice: 'choice',
  choices: 'tags',
  list: 'tags',
} as const satisfies Record<FieldDefinition['kind'], FilterKind>

/** How a field of a type is filtered. */
export function filterKindOf(kind: FieldDefinition['kind']): FilterKind {
  return kindOfFieldKind[kind]
}

/** The values that fields with a closed set take; others of theirs are no filter. */
const closedSets: Partial<Record<FilterField, readonly string[]>> = {
  status: statuses,
  stage: stages,
  group: purchaseGroups,
  counts: modes,
  lens: models,
}

export function isFilterField(name: string): boolean {
  return Object.hasOwn(filterFields, name) || /^field\.[a-z][a-zA-Z0-9]{0,39}$/.test(name)
}

function builtInKind(name: string): FilterKind | undefined {
  return Object.hasOwn(filterFields, name) ? filterFields[name as FilterField] : undefined
}

/**
 * Reads a filter from text (with or without a leading `?`) or from an address. What cannot be read narrows nothing and is
 * named in `ignored` as `name=value`; names in `others` belong to somebody else and are passed over in silence.
 */
export function parseFilter(
  input: string | URLSearchParams,
  others: ReadonlySet<string> = new Set(),
): { filter: Filter; ignored: string[] } {
  const parameters = typeof input === 'string' ? new URLSearchParams(input.trim()) : input
  const read: Filter = []
  const ignored: string[] = []
  for (const [name, value] of parameters) {
    if (others.has(name)) continue
    const clause = isFilterField(name) && read.length < maxClauses ? parseClause(name, value) : undefined
    if (clause) read.push(clause)
    else ignored.push(`${name}=${value}`)
  }
  if (read.some(({ field }) => field === 'lens')) return { filter: read, ignored }
  const isAimless = ({ field, op }: Clause) => field === 'lensPhase' && op !== 'empty' && op !== 'filled'
  return {
    filter: read.filter((clause) => !isAimless(clause)),
    ignored: [...ignored, ...read.filter(isAimless).map((clause) => `${clause.field}=${formatValue(clause)}`)],
  }
}

function parseClause(field: string, text: string): Clause | undefined {
  const clause = parseValue(field, text, builtInKind(field))
  if (!clause || clause.values.length > maxValues || clause.values.some(({ length }) => length > maxLength)) return undefined
  const allowed = closedSets[field as FilterField]
  if (!allowed || clause.values.length === 0) return clause
  const values = clause.values.filter((value) => allowed.includes(value) || (value === '-' && clause.op !== 'is'))
  return values.length === clause.values.length ? clause : undefined
}

/** Fields of types may be of any kind, which the text alone does not tell: there the value's shape decides. */
function parseValue(field: string, text: string, kind: FilterKind | undefined): Clause | undefined {
  switch (kind) {
    case 'search':
      return text.trim() === '' ? undefined : { field, op: 'contains', values: [text] }
    case 'yesNo':
      return text === 'yes' || text === 'no' ? { field, op: 'is', values: [text] } : undefined
    case 'moment':
      return text !== '' && (field !== 'asOf' || isDay(text)) ? { field, op: 'is', values: [text] } : undefined
  }
  if (text === '-') return { field, op: 'empty', values: [] }
  // A bare plus in an address arrives as a space.
  if (text === '+' || text === ' ') return { field, op: 'filled', values: [] }
  switch (kind) {
    case 'text':
      return parseText(field, text) ?? (text === '' ? undefined : { field, op: 'contains', values: [text] })
    case 'day':
    case 'instant':
      return parseDates(field, text)
    case 'choice':
      return text.startsWith('*') || text.startsWith('~') ? undefined : parseList(field, text)
    case 'tags':
      return text.startsWith('~') ? undefined : parseList(field, text)
    default:
      if (text === 'yes' || text === 'no') return { field, op: 'is', values: [text] }
      return parseText(field, text) ?? parseDates(field, text) ?? parseNumbers(field, text) ?? parseList(field, text)
  }
}

function parseText(field: string, text: string): Clause | undefined {
  if (text.startsWith('~') && text.length > 1) return { field, op: 'contains', values: [text.slice(1)] }
  if (text.startsWith('!~') && text.length > 2) return { field, op: 'lacks', values: [text.slice(2)] }
  return undefined
}

function parseDates(field: string, text: string): Clause | undefined {
  if (text === 'today') return { field, op: 'today', values: [] }
  if (text === 'before') return { field, op: 'past', values: [] }
  const [, relation, days] = /^(last|next)(\d{1,5})d$/.exec(text) ?? []
  if (relation && days) return { field, op: relation === 'last' ? 'last' : 'next', values: [String(Number(days))] }
  if (isDay(text)) return { field, op: 'between', values: [text, text] }
  return parseRange(field, text, isDay)
}

const isNumber = (text: string) => /^-?\d{1,15}(\.\d{1,10})?$/.test(text)

function parseNumbers(field: string, text: string): Clause | undefined {
  return parseRange(field, text, isNumber)
}

function parseRange(field: string, text: string, isBound: (bound: string) => boolean): Clause | undefined {
  const [from, to, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0 || from + to === '') return undefined
  return [from, to].every((bound) => bound === '' || isBound(bound)) ? { field, op: 'between', values: [from, to] } : undefined
}

function parseList(field: string, text: string): Clause | undefined {
  const sign = text.at(0)
  const op = sign === '!' ? 'noneOf' : sign === '*' ? 'allOf' : 'anyOf'
  const values = splitList(op === 'anyOf' ? text : text.slice(1))
  if (values.some((value) => value === '')) return field === 'id' && text === '' ? { field, op, values: [] } : undefined
  return { field, op, values }
}

function splitList(text: string): string[] {
  const values: string[] = []
  let value = ''
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\\' && at + 1 < text.length) value += text.charAt(++at)
    else if (char === ',') {
      values.push(value)
      value = ''
    } else value += char
  }
  return [...values, value]
}

/** The text of a filter, readable in an address; `parseFilter` gives the same filter back. */
export function formatFilter(filter: Filter): string {
  return filter.map((clause) => `${clause.field}=${escaped(formatValue(clause))}`).join('&')
}

function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%2C', ',').replaceAll('%3A', ':')
}

/** The value of a clause as it stands behind the `=`, not yet escaped for an address. */
export function formatValue({ field, op, values }: Clause): string {
  const [first = '', second = ''] = values
  switch (op) {
    case 'empty':
      return '-'
    case 'filled':
      return '+'
    case 'contains':
      return field === 'q' ? first : `~${first}`
    case 'lacks':
      return `!~${first}`
    case 'between':
      return first === second && isDay(first) ? first : `${first}..${second}`
    case 'last':
    case 'next':
      return `${op}${first}d`
    case 'past':
      return 'before'
    case 'today':
      return 'today'
    case 'is':
      return first
    case 'anyOf':
      return formatList(field, '', values)
    case 'noneOf':
      return formatList(field, '!', values)
    case 'allOf':
      return formatList(field, '*', values)
  }
}

function formatList(field: string, sign: string, values: readonly string[]): string {
  const list = values.map((value) => value.replaceAll('\\', '\\\\').replaceAll(',', '\\,')).join(',')
  const isMistakable =
    /^([!*~+]|\s|-$)/.test(list) ||
    (field.startsWith('field.') && parseValue(field, sign + list, undefined)?.op !== opOfSign[sign])
  return sign + (isMistakable && !list.startsWith('\\') ? `\\${list}` : list)
}

const opOfSign: Readonly<Record<string, Operator>> = { '': 'anyOf', '!': 'noneOf', '*': 'allOf' }
