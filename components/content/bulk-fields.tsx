'use client'

import { type BulkDate, type BulkDraft, type BulkKind, bulkDates, isBulkSet, isBulkTag } from '@/components/content/bulk-kind'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { ZonedTimeInput } from '@/components/shell/zoned-time-input'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { FieldGroup } from '@/components/ui/field'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { NumberInput } from '@/components/ui/number-input'
import type { Option } from '@/components/ui/option'
import { Segmented } from '@/components/ui/segmented'

interface Props {
  kind: BulkKind
  draft: BulkDraft
  onChange: (draft: BulkDraft) => void
  fields: ReadonlyMap<string, FieldView>
}

const actions = ['add', 'remove', 'replace'] as const

/** The form of one kind of bulk edit. Add, remove and replace are three words, never guessed. */
export function BulkFields({ kind, draft, onChange, fields }: Props) {
  const text = useText('bulk')
  const column = useText('table.column')
  const language = useLanguage()
  const { term } = useWorkspace()
  const optionsOf = (name: string): Option[] =>
    (fields.get(name)?.options ?? []).filter(({ value }) => value !== 'me' && !value.endsWith('*')).map((option) => option)

  if (isBulkTag(kind)) {
    const options = optionsOf(kind).filter(({ value }) => draft.action === 'remove' || term(kind, value)?.archivedAt === null)
    return (
      <div className="flex flex-col gap-4">
        <Segmented
          label={text('action')}
          value={draft.action}
          onValueChange={(action) => onChange({ ...draft, action })}
          items={actions.map((value) => ({ value, label: text(`actions.${value}`) }))}
        />
        <MultiCombobox
          label={column(kind)}
          help={text(`actionHelp.${draft.action}`)}
          items={options}
          value={[...draft.keys]}
          onValueChange={(keys) => onChange({ ...draft, keys })}
        />
      </div>
    )
  }
  if (isBulkSet(kind)) {
    const name = kind === 'status' ? 'step' : kind
    const isRequired = kind === 'status' || kind === 'type'
    return (
      <Combobox
        label={column(kind)}
        required={isRequired}
        clearable={!isRequired}
        help={isRequired ? undefined : text('emptyHelp')}
        items={optionsOf(name)}
        value={draft.value}
        onValueChange={(value) => onChange({ ...draft, value })}
      />
    )
  }
  if (kind === 'shift') {
    const toggle = (date: BulkDate, isOn: boolean) =>
      onChange({ ...draft, dates: isOn ? [...draft.dates, date] : draft.dates.filter((other) => other !== date) })
    return (
      <div className="flex flex-col gap-4">
        <NumberInput
          label={text('days')}
          help={text('daysHelp')}
          locale={language}
          min={-3660}
          max={3660}
          value={draft.days}
          onValueChange={(days) => onChange({ ...draft, days })}
        />
        <FieldGroup label={text('dates')}>
          <div className="grid grid-cols-1 gap-1.5 sm:grid-cols-2">
            {bulkDates.map((date) => (
              <Checkbox
                key={date}
                label={column(date)}
                value={draft.dates.includes(date)}
                onValueChange={(isOn) => toggle(date, isOn)}
              />
            ))}
          </div>
        </FieldGroup>
      </div>
    )
  }
  if (kind === 'schedule') {
    return (
      <div className="flex flex-col gap-4">
        {(['publishAt', 'unpublishAt'] as const).map((name) => (
          <ZonedTimeInput
            key={name}
            label={text(name === 'publishAt' ? 'goesLive' : 'leaves')}
            dayLabel={`${text(name === 'publishAt' ? 'goesLive' : 'leaves')}: ${text('dayOf')}`}
            timeLabel={`${text(name === 'publishAt' ? 'goesLive' : 'leaves')}: ${text('timeOf')}`}
            value={draft[name]}
            onValueChange={(moment) => onChange({ ...draft, [name]: moment })}
          />
        ))}
        <p className="text-ink-2">{text('scheduleHelp')}</p>
      </div>
    )
  }
  return <p>{text(`explain.${kind}`)}</p>
}
