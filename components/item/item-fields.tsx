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
import type { FieldDefinition } from '@/server/domain/vocabulary/vocabulary.schema'

/** What readers meet before the text stands before it here; what is about the text comes after it. */
const readFirst: ReadonlySet<string> = new Set(['subject', 'preheader', 'excerpt', 'headlines', 'descriptions', 'callToAction'])

const isWide = ({ kind }: FieldDefinition): boolean => kind === 'longText' || kind === 'list' || kind === 'claims'

/** The left half of the form: what the item says. */
export function ItemFields({ form, disabled }: { form: ItemForm; disabled: boolean }) {
  const text = useText('item')
  const { termsWith } = useItemChoices()
  const { values, set, touch, errorOf, definitions } = form
  const lang = textOf(values.locale) || undefined
  const before = definitions.filter(({ key }) => readFirst.has(key))
  const after = definitions.filter(({ key }) => !readFirst.has(key))
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
          autoFocus={form.item === null}
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
      {after.length > 0 ? (
        <div className="grid items-start gap-x-4 gap-y-5 border-t pt-5 sm:grid-cols-2">
          {after.map((definition) => (
            <div key={definition.key} className={isWide(definition) ? 'sm:col-span-2' : undefined}>
              <TypeField form={form} definition={definition} disabled={disabled} />
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
