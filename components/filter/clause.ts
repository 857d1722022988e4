import type { FieldView } from '@/components/filter/use-filter-fields'
import type { Clause, Operator } from '@/server/domain/filter/filter.schema'
import { isDimension } from '@/server/domain/vocabulary/vocabulary.rules'

/** Whether a condition says anything yet; an unfinished one stays with the person and out of the address. */
export function isComplete({ op, values }: Clause): boolean {
  switch (op) {
    case 'empty':
    case 'filled':
    case 'past':
    case 'today':
      return true
    case 'between':
      return values.some((value) => value !== '')
    case 'last':
    case 'next':
      return Number(values[0]) > 0
    default:
      return values.length > 0 && values[0]?.trim() !== ''
  }
}

/** What a new condition on a field begins with. */
export function startOf({ name, kind, options }: FieldView): Clause {
  switch (kind) {
    case 'choice':
    case 'tags':
      // Lists of free texts have nothing to choose from.
      return options ? { field: name, op: 'anyOf', values: [] } : { field: name, op: 'filled', values: [] }
    case 'text':
    case 'search':
      return { field: name, op: 'contains', values: [] }
    case 'day':
    case 'instant':
      return { field: name, op: 'last', values: ['30'] }
    case 'number':
      return { field: name, op: 'between', values: ['', ''] }
    case 'yesNo':
      return { field: name, op: 'is', values: ['yes'] }
    case 'moment':
      return { field: name, op: 'is', values: options?.[0] ? [options[0].value] : [] }
  }
}

/** Fields whose options are all there is; languages and people may be known only to the items. */
const isClosed = (name: string): boolean => isDimension(name) || ['status', 'group', 'counts', 'stage'].includes(name)

type Fields = ReadonlyMap<string, FieldView>

/** The values of a condition that go by no name: mistyped in an address, or deleted since. */
export function unknownValues({ field, values }: Clause, fields: Fields): string[] {
  const options = isClosed(field) ? fields.get(field)?.options : undefined
  if (!options) return []
  const known = new Set(options.map(({ value }) => value))
  return values.filter((value) => value !== '-' && !known.has(value))
}

/** The filter without them, and without conditions that then say nothing. */
export function withoutUnknown(filter: readonly Clause[], fields: Fields): Clause[] {
  return filter
    .map((clause) => {
      const unknown = unknownValues(clause, fields)
      return { ...clause, values: clause.values.filter((value) => !unknown.includes(value)) }
    })
    .filter(isComplete)
}

const listOperators: readonly Operator[] = ['anyOf', 'noneOf', 'allOf']
const textOperators: readonly Operator[] = ['contains', 'lacks']
const dayCounts: readonly Operator[] = ['last', 'next']

/** The same condition with another relation; what was chosen is kept where it still makes sense. */
export function withOperator(clause: Clause, op: Operator): Clause {
  const isAlike = [listOperators, textOperators, dayCounts].some((alike) => alike.includes(clause.op) && alike.includes(op))
  if (isAlike) return { ...clause, op }
  switch (op) {
    case 'between':
      return { ...clause, op, values: ['', ''] }
    case 'last':
    case 'next':
      return { ...clause, op, values: ['30'] }
    default:
      return { ...clause, op, values: [] }
  }
}
