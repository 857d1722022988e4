'use client'

import { type RefObject, useRef, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useItemSearch } from '@/components/shell/use-item-search'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog } from '@/components/ui/dialog'

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
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={text('title')}
      description={text('description')}
      initialFocus={field}
      finalFocus={finalFocus}
      footer={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button
            variant="primary"
            disabled={chosen === null}
            onClick={() => chosen && onLink({ id: chosen.value, title: chosen.label })}
          >
            {text('submit')}
          </Button>
        </>
      }
    >
      <Combobox
        ref={field}
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
    </Dialog>
  )
}
