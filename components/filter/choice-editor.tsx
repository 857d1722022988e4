'use client'

import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useText } from '@/components/i18n/use-text'
import { CheckboxBox } from '@/components/ui/checkbox'
import { matchesQuery, type Option } from '@/components/ui/option'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  field: FieldView
  values: readonly string[]
  onChange: (values: string[]) => void
}

const searchFrom = 6

/** Some of many, ticked in a list that typing narrows; arrows walk over it. */
export function ChoiceEditor({ field, values, onChange }: Props) {
  const text = useText('filter')
  const [query, setQuery] = useState('')
  const options: readonly Option[] = [...(field.options ?? []), { value: '-', label: text('none') }]
  const known = new Set(options.map(({ value }) => value))
  // What stands in the address counts, also when nothing goes by that name any more.
  const lost = values.filter((value) => !known.has(value)).map((value): Option => ({ value, label: value }))
  const shown = [...options, ...lost].filter((option) => matchesQuery(option, query))
  const toggle = (value: string, isOn: boolean) => onChange(isOn ? [...values, value] : values.filter((other) => other !== value))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" onKeyDown={walk}>
      <legend className="sr-only">{field.label}</legend>
      {options.length >= searchFrom ? (
        <TextInput
          label={text('findValue')}
          labelHidden
          icon={<Search />}
          placeholder={text('findValue')}
          value={query}
          onValueChange={setQuery}
          autoComplete="off"
          onKeyDown={(event) => {
            const [only] = shown
            if (event.key === 'Enter' && only && query !== '') {
              toggle(only.value, !values.includes(only.value))
              setQuery('')
            }
          }}
        />
      ) : null}
      <ul className="-mx-1 max-h-72 overflow-y-auto overscroll-contain px-1">
        {shown.map((option) => (
          <li key={option.value}>
            <ChoiceRow option={option} isOn={values.includes(option.value)} onToggle={(isOn) => toggle(option.value, isOn)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="px-1 text-sm text-ink-3">{text('noValue')}</p> : null}
    </fieldset>
  )
}

function ChoiceRow({ option, isOn, onToggle }: { option: Option; isOn: boolean; onToggle: (isOn: boolean) => void }) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-h-7 items-center gap-2.5 rounded px-1.5 py-0.5 hover:bg-ink/5">
      <CheckboxBox id={id} checked={isOn} onCheckedChange={(checked) => onToggle(checked)} />
      {option.letter === undefined ? null : (
        <span aria-hidden className="w-3 shrink-0 text-xs font-semibold text-ink-2">
          {option.letter}
        </span>
      )}
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.hint ? <span className="shrink-0 text-xs text-ink-3">{option.hint}</span> : null}
    </label>
  )
}

function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=text], input:not([type]), [role=checkbox]')]
  const active = document.activeElement
  const at = active instanceof HTMLElement ? stops.indexOf(active) : -1
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
