'use client'

import { useMemo } from 'react'
import { useFilterFields } from '@/components/filter/use-filter-fields'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { formatDay } from '@/components/ui/day-text'
import { isDay, localDayOf } from '@/server/domain/facts/moment.rules'

const sameAs: Record<string, string> = { step: 'step', ownerId: 'owner', status: 'status' }

/** Names of fields as imports speak of them (`tags.phase`, `field.slug`, `ownerId`), and their values in words. */
export function useFieldWords() {
  const text = useText('wizard')
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const fields = useFilterFields()
  return useMemo(() => {
    const fieldOf = (name: string) => fields.get(sameAs[name] ?? name.replace(/^tags\./, ''))
    const one = (name: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return '–'
      if (typeof value === 'boolean') return text(value ? 'yes' : 'no')
      if (value instanceof Date) return formatDay(localDayOf(value.getTime(), timeZone), language)
      if (typeof value === 'object') return JSON.stringify(value)
      const said = String(value)
      // An instant is told as the day it is in the workspace, where midnight is the evening before in Greenwich.
      if (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(said)) return formatDay(localDayOf(Date.parse(said), timeZone), language)
      if (isDay(said.slice(0, 10)) && /^\d{4}-\d{2}-\d{2}(T|$)/.test(said)) return formatDay(said.slice(0, 10), language)
      return fieldOf(name)?.options?.find((option) => option.value === said)?.label ?? said
    }
    return {
      nameOf(name: string): string {
        const known = fieldOf(name)?.label
        if (known) return known
        return text.has(`target.${name}` as never) ? text(`target.${name}` as never) : name.replace(/^field\./, '')
      },
      valueOfField: (name: string, value: unknown): string =>
        Array.isArray(value) ? (value.length === 0 ? '–' : value.map((entry) => one(name, entry)).join(', ')) : one(name, value),
    }
  }, [fields, text, language, timeZone])
}
