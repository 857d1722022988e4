'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useItemSearch } from '@/components/shell/use-item-search'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Combobox } from '@/components/ui/combobox'

interface Props {
  /** The one the brief is of, which does not lead to itself. */
  itemId: string
  value: string | null
  onValueChange: (value: string | null) => void
}

/** The item that whoever has read this one goes on to. */
export function NextItem({ itemId, value, onValueChange }: Props) {
  const text = useText('briefs.next')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const [query, setQuery] = useState('')
  const found = useItemSearch(query).filter(({ id }) => id !== itemId)
  const { data: chosen, error } = useQuery(
    trpc.content.get.queryOptions(value === null ? skipToken : { workspace: slug, id: value }, { retry: false }),
  )
  return (
    <Combobox
      className="sm:col-span-2"
      label={text('item')}
      help={text('itemHelp')}
      placeholder={text('noItem')}
      filter={false}
      onQueryChange={setQuery}
      items={found.map(({ id, title, hint }) => ({ value: id, label: title, hint }))}
      knownItems={value === null ? [] : [{ value, label: chosen?.title ?? (error ? text('itemGone') : '') }]}
      value={value}
      onValueChange={onValueChange}
    />
  )
}
