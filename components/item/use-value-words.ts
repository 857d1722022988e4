'use client'

import { useMemo } from 'react'
import { useFormatter, useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { localeName, useItemChoices } from '@/components/item/use-item-choices'
import { useFieldName } from '@/components/shell/use-field-name'
import { useWorkspace } from '@/components/shell/workspace'
import { isDimension } from '@/server/domain/vocabulary/vocabulary.rules'
import { tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

const instants: readonly string[] = ['publishAt', 'publishedAt', 'unpublishAt', 'deletedAt', 'createdAt', 'updatedAt']
const days: readonly string[] = ['plannedFor', 'dueOn', 'reviewBy']

export interface ValueWords {
  /** "Phases", "Subject": a field by the name that the form gives it. */
  fieldName(field: string): string
  /** A value as people read it: names instead of keys, days as they are written here. */
  valueWords(field: string, value: unknown): string
}

/** Fields and values of items in words, for history and conflicts. Types may share the key of a field; `type` says whose it is. */
export function useValueWords(type: string): ValueWords {
  const text = useText('item')
  const format = useFormatter()
  const language = useLanguage()
  const localized = useLocalized()
  const { vocabulary, nameOf, timeZone } = useWorkspace()
  const { personName } = useItemChoices()
  const fieldName = useFieldName(type)

  return useMemo(() => {
    const own = vocabulary.type.filter(({ key }) => key === type)
    const definitions = new Map(
      [...vocabulary.type, ...own].flatMap(({ details }) => details.fields.map((field) => [field.key, field])),
    )
    const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
    const list = (values: readonly string[]) => values.join(', ')

    function dayWords(value: string): string {
      const [day = '', time] = value.split('T')
      const written = format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
      return time === undefined ? written : `${written}, ${time}`
    }
    function instantWords(value: unknown): string {
      // Either a moment, as in the log, or a wall clock, as in the form.
      if (typeof value === 'string' && !/Z$|[+-]\d\d:\d\d$/.test(value)) return dayWords(value)
      const at = value instanceof Date ? value : new Date(String(value))
      return Number.isNaN(at.getTime())
        ? String(value)
        : format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })
    }
    function plain(value: unknown): string {
      if (typeof value === 'boolean') return text(value ? 'yes' : 'no')
      if (typeof value === 'number') return format.number(value)
      if (Array.isArray(value)) return list(value.map(entryWords))
      return typeof value === 'string' ? value : JSON.stringify(value)
    }
    function entryWords(entry: unknown): string {
      if (typeof entry !== 'object' || entry === null || !('topic' in entry) || !('kind' in entry) || !('value' in entry))
        return String(entry)
      const kind = `claims.kind.${String(entry.kind)}`
      return `${nameOf('topic', String(entry.topic))}, ${text.has(kind) ? text(kind) : String(entry.kind)}: ${String(entry.value)}`
    }
    function fieldWords(key: string, value: unknown): string {
      const definition = definitions.get(key)
      const optionName = (option: unknown) => {
        const known = definition?.options?.find((one) => one.key === option)
        return known ? localized(known.name) : String(option)
      }
      if (definition?.kind === 'choice') return optionName(value)
      if (definition?.kind === 'choices' && Array.isArray(value)) return list(value.map(optionName))
      if (definition?.kind === 'day' && typeof value === 'string') return dayWords(value)
      return plain(value)
    }
    return {
      fieldName,
      valueWords(field, value) {
        if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
          return text('nothing')
        const [kind, key = ''] = field.split('.')
        if (kind === 'field') return fieldWords(key, value)
        const dimension = tagDimensions.find((known) => field === `tags.${known}`)
        if (dimension) return Array.isArray(value) ? list(value.map((one) => nameOf(dimension, String(one)))) : plain(value)
        if (isDimension(field)) return nameOf(field, String(value))
        if (field === 'ownerId' || field === 'createdBy' || field === 'approval') return personName(String(value))
        if (field === 'locale') return localeName(languages, String(value))
        if (instants.includes(field)) return instantWords(value)
        if (days.includes(field) && typeof value === 'string') return dayWords(value)
        return plain(value)
      },
    }
  }, [text, format, language, localized, vocabulary, nameOf, timeZone, personName, fieldName, type])
}
