'use client'

import { type RefObject, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useItemSearch } from '@/components/shell/use-item-search'
import { Combobox } from '@/components/ui/combobox'
import { FormDialog } from '@/components/ui/form-dialog'

interface Props {
  onLink: (item: { id: string; title: string }) => void
  onClose: () => void
  finalFocus: RefObject<HTMLElement | null>
}

/** An item that is there already and will close the gap. */
export function LinkDialog({ onLink, onClose, finalFocus }: Props) {
  const text = useText('gaps.link')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const items = useItemSearch(query)
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
