'use client'

import { useCallback } from 'react'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { formatDay } from '@/components/ui/day-text'
import { isDay } from '@/server/domain/facts/moment.rules'
import type { Clause } from '@/server/domain/filter/filter.schema'

const namedValues = 3

const languageName = (code: string, inLanguage: string) =>
  new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(code) ?? code

/** Says a condition in a few words: `Language is German`. */
export function useClauseWords(fields: ReadonlyMap<string, FieldView>): (clause: Clause) => string {
  const text = useText('filter')
  const language = useLanguage()
  return useCallback(
    ({ field: name, op, values }: Clause) => {
      const field = fields.get(name)
      const label = field?.label ?? name.replace(/^field\./, '')
      const nameOf = (value: string) => {
        if (value === '-') return text('none')
        if (isDay(value)) return formatDay(value, language)
        const known = field?.options?.find((option) => option.value === value)?.label
        if (known === undefined && name === 'locale' && value.endsWith('*'))
          return text('anyRegion', { language: languageName(value.slice(0, -1), language) })
        return known ?? value
      }
      const list = () => {
        if (name === 'id' || name === 'import') return ''
        const shown = values.slice(0, namedValues).map(nameOf).join(', ')
        return values.length > namedValues ? text('andMore', { values: shown, count: values.length - namedValues }) : shown
      }
      if (name === 'id') return text('chip.id', { count: values.length })
      if (name === 'import') return text('chip.import')
      if (name === 'q') return text('chip.search', { value: values[0] ?? '' })
      const [first = '', second = ''] = values
      switch (op) {
        case 'is':
          if (field?.kind === 'yesNo') return text(first === 'yes' ? 'chip.yes' : 'chip.no', { field: label })
          return text('chip.anyOf', { field: label, count: 1, values: nameOf(first) })
        case 'anyOf':
        case 'noneOf':
        case 'allOf':
          return text(`chip.${name === 'campaignsOff' ? 'off' : op}`, { field: label, count: values.length, values: list() })
        case 'contains':
        case 'lacks':
          return text(`chip.${op}`, { field: label, value: first })
        case 'between':
          if (first === second) return text('chip.on', { field: label, from: nameOf(first) })
          if (second === '') return text('chip.from', { field: label, from: nameOf(first) })
          if (first === '') return text('chip.until', { field: label, to: nameOf(second) })
          return text('chip.between', { field: label, from: nameOf(first), to: nameOf(second) })
        case 'last':
        case 'next':
          return text(`chip.${op}`, { field: label, days: Number(first) })
        case 'empty':
        case 'filled':
        case 'past':
        case 'today':
          return text(`chip.${op}`, { field: label })
      }
    },
    [fields, text, language],
  )
}
