'use client'

import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { ClaimsEditor } from '@/components/item/claims-editor'
import { claimsOf, keysOf, textOf } from '@/components/item/form-values'
import type { ItemForm } from '@/components/item/use-item-form'
import { DateInput } from '@/components/ui/date-input'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { FieldDefinition } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  form: ItemForm
  definition: FieldDefinition
  disabled: boolean
}

/** A field that the item's type asks for, by its kind. */
export function TypeField({ form, definition, disabled }: Props) {
  const text = useText('item')
  const localized = useLocalized()
  const language = useLanguage()
  const { key, kind, options = [] } = definition
  const name = `field.${key}`
  const value = form.values[name] ?? null
  const choices = options.map((option) => ({ value: option.key, label: localized(option.name) }))
  const none = { value: '', label: text('notSaid') }
  const common = {
    name,
    label: localized(definition.name),
    help: definition.help ? localized(definition.help) : undefined,
    error: form.errorOf(name),
    disabled,
    onBlur: () => form.touch(name),
  }
  switch (kind) {
    case 'text':
    case 'url':
      return (
        <TextInput
          {...common}
          {...(kind === 'url' ? { type: 'url', inputMode: 'url' } : {})}
          value={textOf(value)}
          onValueChange={(next) => form.set(name, next)}
        />
      )
    case 'longText':
      return <TextArea {...common} value={textOf(value)} onValueChange={(next) => form.set(name, next)} />
    case 'list':
      return <ListField {...common} help={common.help ?? text('onePerLine')} form={form} name={name} />
    case 'day':
      return (
        <DateInput {...common} locale={language} value={textOf(value) || null} onValueChange={(next) => form.set(name, next)} />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          hasFractions
          locale={language}
          value={typeof value === 'number' ? value : null}
          onValueChange={(next) => form.set(name, next)}
        />
      )
    case 'yesNo':
      return (
        <Select
          {...common}
          items={[none, { value: 'yes', label: text('yes') }, { value: 'no', label: text('no') }]}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onValueChange={(next) => form.set(name, next === '' ? null : next === 'yes')}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          items={[none, ...choices]}
          value={textOf(value)}
          onValueChange={(next) => form.set(name, next === '' ? null : next)}
        />
      )
    case 'choices':
      return <MultiCombobox {...common} items={choices} value={keysOf(value)} onValueChange={(next) => form.set(name, next)} />
    case 'claims':
      return <ClaimsEditor {...common} value={claimsOf(value)} onValueChange={(next) => form.set(name, next)} />
  }
}

/** Entries one below the other. Empty lines stay while they are typed; they are no entries when it is saved. */
function ListField({ form, name, ...field }: { form: ItemForm; name: string } & Omit<Parameters<typeof TextArea>[0], 'form'>) {
  return (
    <TextArea
      {...field}
      name={name}
      rows={2}
      value={keysOf(form.values[name]).join('\n')}
      onValueChange={(next) => form.set(name, next === '' ? [] : next.split('\n'))}
    />
  )
}
