'use client'

import { useText } from '@/components/i18n/use-text'
import { BodyEditor } from '@/components/item/body-editor'
import { textOf } from '@/components/item/form-values'
import { SameAddress } from '@/components/item/same-address'
import { TypeField } from '@/components/item/type-field'
import { useItemChoices } from '@/components/item/use-item-choices'
import type { ItemForm } from '@/components/item/use-item-form'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'

/** The left half of the form: what the item says. */
export function ItemFields({ form, disabled }: { form: ItemForm; disabled: boolean }) {
  const text = useText('item')
  const { termsWith } = useItemChoices()
  const { values, set, touch, errorOf, definitions } = form
  const lang = textOf(values.locale) || undefined
  // Claims are about topics and stand apart; everything else comes before the text.
  const [before, after] = [
    definitions.filter(({ kind }) => kind !== 'claims'),
    definitions.filter(({ kind }) => kind === 'claims'),
  ]
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextInput
          label={text('field.title')}
          name="title"
          required
          disabled={disabled}
          lang={lang}
          maxLength={500}
          autoComplete="off"
          value={textOf(values.title)}
          onValueChange={(next) => set('title', next)}
          onBlur={() => touch('title')}
          error={errorOf('title')}
        />
        <Select
          label={text('field.type')}
          name="type"
          required
          disabled={disabled}
          placeholder={text('chooseType')}
          items={termsWith('type', textOf(values.type))}
          value={textOf(values.type) || null}
          onValueChange={(next) => set('type', next)}
          onBlur={() => touch('type')}
          error={errorOf('type')}
        />
      </div>
      <div>
        <TextInput
          label={text('field.url')}
          name="url"
          type="url"
          inputMode="url"
          help={text('urlHelp')}
          disabled={disabled}
          value={textOf(values.url)}
          onValueChange={(next) => set('url', next)}
          onBlur={() => touch('url')}
          error={errorOf('url')}
        />
        <SameAddress url={textOf(values.url)} except={form.item?.id ?? null} />
      </div>
      {before.map((definition) => (
        <TypeField key={definition.key} form={form} definition={definition} disabled={disabled} />
      ))}
      <BodyEditor
        key={form.item?.id ?? 'new'}
        value={textOf(values.body)}
        onChange={(next) => set('body', next)}
        onBlur={() => touch('body')}
        error={errorOf('body')}
        lang={lang}
        disabled={disabled}
      />
      {after.map((definition) => (
        <TypeField key={definition.key} form={form} definition={definition} disabled={disabled} />
      ))}
    </div>
  )
}
