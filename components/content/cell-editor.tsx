'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import type { CellValue, Column } from '@/components/content/columns'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Combobox } from '@/components/ui/combobox'
import { DateInput } from '@/components/ui/date-input'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { NumberInput } from '@/components/ui/number-input'
import type { Option } from '@/components/ui/option'
import { TextInput } from '@/components/ui/text-input'

export type AfterEdit = 'stay' | 'down' | 'right' | 'left'

interface Props {
  column: Column
  value: CellValue
  /** What was typed to begin with, where typing began the edit. */
  typed: string
  fields: ReadonlyMap<string, FieldView>
  onSave: (value: CellValue, then: AfterEdit) => void
  onCancel: () => void
  /** Absent where the person may not add to this vocabulary. */
  onCreateTerm?: ((name: string) => Promise<string | null>) | undefined
}

/** An editor in the place of its cell: Enter saves and goes down, Tab saves and goes right, Escape leaves it as it was. */
export function CellEditor({ column, value, typed, fields, onSave, onCancel, onCreateTerm }: Props) {
  const text = useText('table')
  const language = useLanguage()
  const { term } = useWorkspace()
  const frame = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<CellValue>(typed === '' || Array.isArray(value) ? value : typed)
  const latest = useRef(draft)
  const change = (next: CellValue) => {
    latest.current = next
    setDraft(next)
  }
  const options: Option[] = (column.choices ? (fields.get(column.choices)?.options ?? []) : []).filter(
    ({ value: key }) => key !== 'me' && !key.endsWith('*') && (column.choices === null || !isArchived(column.choices, key)),
  )
  function isArchived(dimension: string, key: string): boolean {
    if (!['phase', 'channel', 'persona', 'topic', 'question', 'purpose', 'type', 'step'].includes(dimension)) return false
    return term(dimension as 'phase', key)?.archivedAt != null
  }

  const onKeys = (event: KeyboardEvent) => {
    const isListOpen = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      onSave(latest.current, event.shiftKey ? 'left' : 'right')
    } else if (event.key === 'Enter' && (!isListOpen || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      // The date fields read what was typed on Enter themselves, so their value is there one turn later.
      setTimeout(() => onSave(latest.current, 'down'))
    } else if (event.key === 'Escape' && !isListOpen) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    } else event.stopPropagation()
  }
  /** Leaving the editor by mouse saves; going into its own list or calendar does not leave it. */
  const onBlur = () => {
    setTimeout(() => {
      const active = document.activeElement
      if (
        frame.current?.isConnected &&
        !frame.current.contains(active) &&
        !active?.closest('[data-base-ui-portal], [role=dialog], [role=listbox]')
      )
        onSave(latest.current, 'stay')
    })
  }

  const label = column.label
  const common = { label, labelHidden: true, autoFocus: true } as const
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the fields inside pass through here.
    <div ref={frame} className="absolute inset-x-0 top-0 z-20 min-w-max bg-sheet" onKeyDown={onKeys} onBlur={onBlur}>
      {column.kind === 'tags' ? (
        <MultiCombobox
          {...common}
          bare
          defaultOpen
          className="w-72"
          items={options}
          value={Array.isArray(draft) ? [...draft] : []}
          onValueChange={change}
          onCreate={
            onCreateTerm
              ? (name) => {
                  void onCreateTerm(name).then((key) => {
                    if (key) change([...(Array.isArray(latest.current) ? latest.current : []), key])
                  })
                }
              : undefined
          }
        />
      ) : column.kind === 'choice' ? (
        <Combobox
          {...common}
          bare
          defaultOpen
          className="w-60"
          clearable={column.clearable}
          items={options}
          value={typeof draft === 'string' ? draft : null}
          onValueChange={(next) => {
            change(next)
            if (next !== null || column.clearable) onSave(next, 'stay')
          }}
        />
      ) : column.kind === 'day' ? (
        <DateInput
          {...common}
          bare
          className="w-44"
          locale={language}
          value={typeof draft === 'string' ? draft : null}
          onValueChange={change}
        />
      ) : column.kind === 'dayTime' || column.kind === 'instant' ? (
        <DateTimeInput
          {...common}
          className="w-72"
          locale={language}
          dayLabel={label}
          timeLabel={text('timeOf', { field: label })}
          value={typeof draft === 'string' ? draft : null}
          onValueChange={change}
        />
      ) : column.kind === 'number' ? (
        <NumberInput
          {...common}
          className="w-40"
          locale={language}
          value={typeof draft === 'number' ? draft : null}
          onValueChange={change}
        />
      ) : column.kind === 'yesNo' ? (
        <Combobox
          {...common}
          bare
          defaultOpen
          className="w-40"
          items={[
            { value: 'yes', label: text('yes') },
            { value: 'no', label: text('no') },
          ]}
          value={draft === null ? null : draft === true ? 'yes' : 'no'}
          onValueChange={(next) => onSave(next === null ? null : next === 'yes', 'stay')}
        />
      ) : (
        <TextInput
          {...common}
          className="w-full min-w-80"
          value={Array.isArray(draft) ? draft.join('\n') : draft === null ? '' : String(draft)}
          onValueChange={change}
          maxLength={column.id === 'title' ? 500 : undefined}
        />
      )}
    </div>
  )
}
