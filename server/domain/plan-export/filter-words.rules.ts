import { isDay } from '@/server/domain/facts/moment.rules'
import type { Clause, Filter } from '@/server/domain/filter/filter.schema'

/** How the reader's language says it. */
export interface FilterWords {
  readonly word: (key: string, values?: Record<string, string | number>) => string
  readonly day: (day: string) => string
  readonly fieldName: (field: string) => string
  readonly valueName: (field: string, value: string) => string
}

const namedValues = 5

/** A filter in a sentence: "Phase is Retention; Owner is Anna". Empty when there is none. */
export const filterInWords = (filter: Filter, words: FilterWords): string =>
  filter.map((clause) => clauseInWords(clause, words)).join('; ')

function clauseInWords({ field, op, values }: Clause, { word, day, fieldName, valueName }: FilterWords): string {
  const said = (value: string) => (value === '-' ? word('filter.none') : isDay(value) ? day(value) : valueName(field, value))
  const chip = (name: string, more: Record<string, string | number> = {}) =>
    word(`filter.chip.${name}`, { field: fieldName(field), ...more })
  const [first = '', second = ''] = values
  if (field === 'id') return chip('id', { count: values.length })
  if (field === 'import') return chip('import')
  if (field === 'q') return chip('search', { value: first })
  switch (op) {
    case 'is':
      if (first === 'yes' || first === 'no') return chip(first)
      return chip('anyOf', { count: 1, values: said(first) })
    case 'anyOf':
    case 'noneOf':
    case 'allOf': {
      const shown = values.slice(0, namedValues).map(said).join(', ')
      const rest = values.length - namedValues
      return chip(field === 'campaignsOff' ? 'off' : op, {
        count: values.length,
        values: rest > 0 ? word('filter.andMore', { values: shown, count: rest }) : shown,
      })
    }
    case 'contains':
    case 'lacks':
      return chip(op, { value: first })
    case 'between':
      if (first === second) return chip('on', { from: said(first) })
      if (second === '') return chip('from', { from: said(first) })
      if (first === '') return chip('until', { to: said(second) })
      return chip('between', { from: said(first), to: said(second) })
    case 'last':
    case 'next':
      return chip(op, { days: Number(first) })
    case 'empty':
    case 'filled':
    case 'past':
    case 'today':
      return chip(op)
  }
}
