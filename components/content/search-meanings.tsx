'use client'

import { useText } from '@/components/i18n/use-text'
import { useMeanings } from '@/components/shell/use-meanings'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import type { Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** A searched word may be what somebody calls a phase or a channel: then the filter by it is one press away. */
export function SearchMeanings({ filter, onChange }: Props) {
  const text = useText('table.meaning')
  const fieldText = useText('filter.field')
  const { nameOf } = useWorkspace()
  const word = filter.find(({ field }) => field === 'q')?.values[0] ?? ''
  const meanings = useMeanings(word).flatMap(({ dimension, keys }) => keys.map((key) => ({ dimension, key })))
  if (meanings.length === 0) return null
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      {text(meanings.length === 1 ? 'one' : 'many', { word })}
      {meanings.map(({ dimension, key }) => (
        <Button
          key={`${dimension} ${key}`}
          size="sm"
          onClick={() =>
            onChange([...filter.filter(({ field }) => field !== 'q'), { field: dimension, op: 'anyOf', values: [key] }])
          }
        >
          {text('filter', { field: fieldText(dimension), name: nameOf(dimension, key) })}
        </Button>
      ))}
    </p>
  )
}
