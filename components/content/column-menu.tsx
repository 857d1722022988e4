'use client'

import { Columns3 } from 'lucide-react'
import { useState } from 'react'
import type { ColumnLayout } from '@/components/content/use-columns'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { matchesQuery } from '@/components/ui/option'
import { Popover } from '@/components/ui/popover'
import { TextInput } from '@/components/ui/text-input'

/** Which columns stand in the table. Their order and widths are changed at the headings. */
export function ColumnMenu({ layout }: { layout: ColumnLayout }) {
  const text = useText('table')
  const [query, setQuery] = useState('')
  const shown = new Set(layout.shown.map(({ id }) => id))
  const found = layout.all.filter(({ id, label }) => id !== 'title' && matchesQuery({ value: id, label }, query))
  return (
    <Popover title={text('columns')} className="w-72" trigger={<Button icon={<Columns3 />}>{text('columns')}</Button>}>
      <div className="flex flex-col gap-2">
        <TextInput
          label={text('findColumn')}
          labelHidden
          placeholder={text('findColumn')}
          value={query}
          onValueChange={setQuery}
          autoComplete="off"
        />
        <ul className="-mx-1 max-h-80 overflow-y-auto overscroll-contain px-1">
          {found.map(({ id, label }) => (
            <li key={id} className="py-0.5">
              <Checkbox label={label} value={shown.has(id)} onValueChange={() => layout.toggle(id)} />
            </li>
          ))}
        </ul>
        <Button variant="quiet" size="sm" onClick={layout.reset}>
          {text('usualColumns')}
        </Button>
      </div>
    </Popover>
  )
}
