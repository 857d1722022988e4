'use client'

import { useText } from '@/components/i18n/use-text'
import { DetailFields } from '@/components/settings/detail-fields'
import type { TermChange } from '@/components/settings/term-draft'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { ListedDimension } from '@/server/domain/vocabulary/term.schema'
import type { Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'

interface Props<D extends ListedDimension> {
  dimension: D
  value: Pick<Term<D>, 'name' | 'synonyms' | 'details'>
  onChange: (change: Omit<TermChange<D>, 'revision'>) => void
  disabled?: boolean
  isNew?: boolean
}

/** Name in both languages, what belongs to the dimension, and other words for it. */
export function TermForm<D extends ListedDimension>({ dimension, value, onChange, disabled, isNew }: Props<D>) {
  const text = useText('settings.term')
  return (
    <div className="flex flex-col gap-4">
      <NameFields
        isLong={dimension === 'question'}
        name={value.name}
        disabled={disabled}
        onChange={(name) => onChange({ name })}
      />
      <DetailFields<D>
        dimension={dimension}
        details={value.details}
        disabled={disabled}
        isNew={isNew}
        onChange={(details: Partial<TermDetails<D>>) => onChange({ details })}
      />
      {dimension === 'question' ? null : (
        <MultiCombobox
          label={text('synonyms')}
          help={text('synonymsHelp')}
          value={value.synonyms}
          items={[]}
          disabled={disabled}
          onCreate={(word) => onChange({ synonyms: [...value.synonyms, word] })}
          onValueChange={(synonyms) => onChange({ synonyms })}
        />
      )}
    </div>
  )
}

interface NameFieldsProps {
  name: Localized
  isLong?: boolean
  disabled?: boolean
  onChange: (name: Localized) => void
}

export function NameFields({ name, isLong = false, disabled, onChange }: NameFieldsProps) {
  const text = useText('settings.term')
  const Input = isLong ? TextArea : TextInput
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Input
        label={text('nameDe')}
        value={name.de}
        maxLength={500}
        disabled={disabled}
        onValueChange={(de: string) => onChange({ ...name, de })}
      />
      <Input
        label={text('nameEn')}
        value={name.en}
        maxLength={500}
        disabled={disabled}
        onValueChange={(en: string) => onChange({ ...name, en })}
      />
    </div>
  )
}
