'use client'

import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
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
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { isForType } from '@/server/domain/workflow/workflow.rules'

const dimensions = ['phase', 'channel', 'persona', 'topic', 'question', 'campaign', 'purpose', 'type', 'step'] as const
const isDimension = (name: string | null): name is (typeof dimensions)[number] => dimensions.some((known) => known === name)

const none: readonly Option[] = []

export type AfterEdit = 'stay' | 'down' | 'right' | 'left'

interface Props {
  column: Column
  value: CellValue
  /** Of the item: some steps are for some types only. */
  type: string
  /** What was typed to begin with, where typing began the edit. */
  typed: string
  fields: ReadonlyMap<string, FieldView>
  onSave: (value: CellValue, then: AfterEdit) => void
  onCancel: () => void
  /** Absent where the person may not add to this vocabulary. */
  onCreateTerm?: ((name: string) => Promise<string | null>) | undefined
}

/** An editor in the place of its cell: Enter saves and goes down, Tab saves and goes right, Escape leaves it as it was. */
export function CellEditor({ column, value, type, typed, fields, onSave, onCancel, onCreateTerm }: Props) {
  const text = useText('table')
  const language = useLanguage()
  const { term } = useWorkspace()
  const frame = useRef<HTMLFieldSetElement>(null)
  const [draft, setDraft] = useState<CellValue>(typed === '' || Array.isArray(value) ? value : typed)
  const latest = useRef(draft)
  const isLeaving = useRef<boolean>(false)
  const isLooking = useRef<boolean>(false)
  // A sign that began the edit takes the place of what stood there.
  useLayoutEffect(() => {
    const field = frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    if (typed === '') field?.select()
    else field?.setSelectionRange(field.value.length, field.value.length)
  }, [typed])
  const change = (next: CellValue) => {
    latest.current = next
    setDraft(next)
  }
  const all: readonly Option[] = (column.choices ? fields.get(column.choices)?.options : undefined) ?? none
  const options = useMemo(() => {
    const live = (key: string) => !isDimension(column.choices) || term(column.choices, key)?.archivedAt == null
    const fits = (key: string) => {
      const step = column.choices === 'step' && key !== value ? term('step', key) : undefined
      return !step || isForType(step, type)
    }
    return all.filter(({ value: key }) => key !== 'me' && !key.endsWith('*') && live(key) && fits(key))
  }, [all, column.choices, value, type, term])

  /** Date fields read what was typed when they are left, so the value is there one turn later; what they cannot read stays. */
  const finish = (then: AfterEdit) => {
    const field = document.activeElement
    isLeaving.current = true
    if (field instanceof HTMLElement) field.blur()
    setTimeout(() => {
      isLeaving.current = false
      if (!frame.current?.querySelector('[aria-invalid=true]')) onSave(latest.current, then)
      else if (field instanceof HTMLElement) field.focus()
    })
  }
  /** Before the fields hear it: Enter takes an option only when somebody looked for one, otherwise it is the end of the edit. */
  const onKeysFirst = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const isListOpen = target?.getAttribute('aria-expanded') === 'true'
    if (isListOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) isLooking.current = true
    const isPicking = isListOpen && isLooking.current && target?.hasAttribute('aria-activedescendant')
    const isEnd = event.ctrlKey || event.metaKey || (target instanceof HTMLInputElement && !isPicking)
    if (event.key === 'Enter') isLooking.current = false
    if (event.key !== 'Tab' && !(event.key === 'Enter' && isEnd)) return
    event.preventDefault()
    event.stopPropagation()
    finish(event.key === 'Enter' ? 'down' : event.shiftKey ? 'left' : 'right')
  }
  const onKeys = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Escape' || (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'))
      return
    event.preventDefault()
    onCancel()
  }
  /** Leaving the editor by mouse saves; going into its own list or calendar does not leave it. */
  const onBlur = () => {
    setTimeout(() => {
      const active = document.activeElement
      if (
        !isLeaving.current &&
        frame.current?.isConnected &&
        !frame.current.contains(active) &&
        !active?.closest('[data-base-ui-portal], [role=dialog], [role=listbox]') &&
        !frame.current.querySelector('[aria-invalid=true], [aria-expanded=true]')
      )
        onSave(latest.current, 'stay')
    })
  }

  const label = column.label
  const isLong = column.id === 'note' || column.field?.kind === 'list' || column.field?.kind === 'longText'
  const common = { label, labelHidden: true, autoFocus: true } as const
  return (
    <fieldset
      ref={frame}
      aria-label={label}
      className="absolute inset-x-0 top-0 z-20 min-w-max bg-sheet"
      onInput={() => {
        isLooking.current = true
      }}
      onKeyDownCapture={onKeysFirst}
      onKeyDown={onKeys}
      onBlur={onBlur}
    >
      {column.kind === 'tags' ? (
        <MultiCombobox
          {...common}
          bare
          defaultOpen
          className="w-72"
          items={options}
          knownItems={all}
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
          knownItems={all}
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
          hasFractions
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
      ) : isLong ? (
        <TextArea
          {...common}
          className="w-96 max-w-[80vw]"
          rows={3}
          help={text('longHelp')}
          value={Array.isArray(draft) ? draft.join('\n') : draft === null ? '' : String(draft)}
          onValueChange={(written) => {
            const lines = column.field?.kind === 'list' ? written.split('\n') : null
            latest.current = lines ? lines.map((line) => line.trim()).filter(Boolean) : written
            setDraft(lines ?? written)
          }}
        />
      ) : (
        <TextInput
          {...common}
          className="w-full min-w-80"
          value={draft === null ? '' : String(draft)}
          onValueChange={change}
          maxLength={column.id === 'title' ? 500 : undefined}
        />
      )}
    </fieldset>
  )
}
