'use client'

import { useCallback, useMemo } from 'react'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'

/** "Phases", "Subject": a field of an item by the name that the form gives it. Types may share a key; `type` says whose it is. */
export function useFieldName(type?: string): (field: string) => string {
  const text = useText('item')
  const localized = useLocalized()
  const { vocabulary } = useWorkspace()
  const names = useMemo(() => {
    const own = vocabulary.type.filter(({ key }) => key === type)
    return new Map([...vocabulary.type, ...own].flatMap(({ details }) => details.fields.map(({ key, name }) => [key, name])))
  }, [vocabulary, type])
  return useCallback(
    (field) => {
      const [kind, key = ''] = field.split('.')
      const own = names.get(key)
      if (kind === 'field') return own ? localized(own) : key
      const name = `field.${kind === 'tags' ? key : field}`
      return text.has(name) ? text(name) : field
    },
    [text, localized, names],
  )
}
