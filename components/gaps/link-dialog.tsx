'use client'

import { type RefObject, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useItemSearch } from '@/components/shell/use-item-search'
import { useWorkspace } from '@/components/shell/workspace'
import { Combobox } from '@/components/ui/combobox'
import { FormDialog } from '@/components/ui/form-dialog'
import type { NamedItem } from '@/server/domain/gaps/gap-list.schema'

interface Props {
  /** What is on the way already, offered before anything is searched for. */
  proposed: readonly NamedItem[]
  onLink: (item: { id: string; title: string }) => void
  onClose: () => void
  finalFocus: RefObject<HTMLElement | null>
}

/** An item that is there already and will close the gap. */
export function LinkDialog({ proposed, onLink, onClose, finalFocus }: Props) {
  const text = useText('gaps.link')
  const { nameOf } = useWorkspace()
  const [query, setQuery] = useState('')
  const [first] = proposed
  const only = first && proposed.length === 1 ? { value: first.id, label: first.title } : null
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(only)
  const found = useItemSearch(query)
  const items = query.trim() === '' ? proposed.map(({ id, title, type }) => ({ id, title, hint: nameOf('type', type) })) : found
  return (
    <FormDialog
      size="sm"
      title={text('title')}
      description={text('description')}
      finalFocus={finalFocus}
      action={text('submit')}
      disabled={chosen === null}
      onSubmit={() => chosen && onLink({ id: chosen.value, title: chosen.label })}
      onClose={onClose}
    >
      <Combobox
        label={text('item')}
        placeholder={text('placeholder')}
        filter={false}
        onQueryChange={setQuery}
        items={items.map(({ id, title, hint }) => ({ value: id, label: title, hint }))}
        knownItems={chosen ? [chosen] : []}
        value={chosen?.value ?? null}
        onValueChange={(id) => {
          const item = items.find((one) => one.id === id)
          setChosen(item ? { value: item.id, label: item.title } : null)
        }}
      />
    </FormDialog>
  )
}
