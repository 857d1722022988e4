'use client'

import { useCallback } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useFieldName } from '@/components/shell/use-field-name'
import { useWorkspace } from '@/components/shell/workspace'
import type { UndoRefusal } from '@/server/domain/history/history.schema'

/** What an undo left alone, in lines: "“Guide”: Title (changed by Ben)". Fields of one thing with one cause share a line. */
export function useRefusalWords(): (refused: readonly UndoRefusal[]) => string[] {
  const text = useText('shell.undo')
  const fieldName = useFieldName()
  const { actor } = useWorkspace()
  const userId = actor.kind === 'member' ? actor.userId : null
  return useCallback(
    (refused) => {
      const why = ({ by, messageKey }: UndoRefusal): string => {
        const reason = `why.${messageKey.split('.').at(-1)}`
        if (messageKey.endsWith('.changedSince') && by)
          return by.kind === 'job'
            ? text('program')
            : by.id === userId
              ? text('byYou')
              : text('by', { who: by.name ?? text('somebody') })
        return text(text.has(reason) ? reason : 'why.changedSince')
      }
      const groups = Map.groupBy(refused, (one) => [one.subject, one.id, one.messageKey, one.by?.id].join(' '))
      return [...groups.values()].flatMap((group) => {
        const [first] = group
        if (!first) return []
        const name = first.name ?? text('thing')
        const fields = first.subject === 'item' ? group.flatMap(({ field }) => (field === null ? [] : fieldName(field))) : []
        const what = fields.length > 0 ? text('fields', { fields: fields.join(', '), name }) : name
        return text('line', { what, why: why(first) })
      })
    },
    [text, fieldName, userId],
  )
}
