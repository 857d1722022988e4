'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { TextInput } from '@/components/ui/text-input'
import type { Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  filter: Filter
  onChange: (filter: Filter, how: 'deliberate' | 'typing') => void
}

const restMs = 200

const queryOf = (filter: Filter): string => filter.find(({ field }) => field === 'q')?.values[0] ?? ''

/** Full-text search over title, body and fields; the list follows while one types. */
export function SearchField({ filter, onChange }: Props) {
  const text = useText('table')
  const field = useRef<HTMLInputElement>(null)
  const query = queryOf(filter)
  const [typed, setTyped] = useState({ text: query, from: query })
  // The address changed by itself (back, a cleared filter): it counts.
  if (typed.from !== query) setTyped({ text: query, from: query })
  const latest = useRef({ filter, onChange })
  useEffect(() => {
    latest.current = { filter, onChange }
  })
  useEffect(() => {
    if (typed.text.trim() === typed.from) return
    const timer = setTimeout(() => {
      const { filter: current, onChange: change } = latest.current
      const rest = current.filter((clause) => clause.field !== 'q')
      const words = typed.text.trim()
      change(
        words === '' ? rest : [...rest, { field: 'q', op: 'contains', values: [words] }],
        queryOf(current) === '' ? 'deliberate' : 'typing',
      )
    }, restMs)
    return () => clearTimeout(timer)
  }, [typed])
  useShortcut('search', () => field.current?.focus())
  return (
    <TextInput
      ref={field}
      type="search"
      label={text('search')}
      labelHidden
      placeholder={text('searchHint')}
      icon={<Search />}
      className="w-56"
      value={typed.text}
      onValueChange={(next) => setTyped({ text: next, from: typed.from })}
      autoComplete="off"
    />
  )
}
