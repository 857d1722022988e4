'use client'

import type { ReactNode } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { keysOf, textOf } from '@/components/item/form-values'
import { MomentField } from '@/components/item/moment-field'
import { useItemChoices } from '@/components/item/use-item-choices'
import type { ItemForm } from '@/components/item/use-item-form'
import { type GrowingDimension, useNewTerm } from '@/components/item/use-new-term'
import { useWorkspace } from '@/components/shell/workspace'
import { Combobox } from '@/components/ui/combobox'
import { DateInput } from '@/components/ui/date-input'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { TextLink } from '@/components/ui/link-button'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { TextArea } from '@/components/ui/text-area'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import type { TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  form: ItemForm
  disabled: boolean
}

/** The right half of the form: whose the item is, where it belongs, and when. */
export function ItemProperties({ form, disabled }: Props) {
  const text = useText('item')
  const choices = useItemChoices()
  const { can } = useWorkspace()
  const { values, set, touch, errorOf } = form
  const mayPublish = can('item.publish')
  const single = (name: string) => ({
    label: text(`field.${name}`),
    name,
    disabled,
    value: textOf(values[name]) || null,
    onValueChange: (next: string | null) => set(name, next),
    onBlur: () => touch(name),
    error: errorOf(name),
  })
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Combobox {...single('ownerId')} items={choices.owners} knownItems={ownerOf(values.ownerId, choices.personName)} />
      <TagField form={form} dimension="phase" disabled={disabled} />
      <TagField form={form} dimension="channel" disabled={disabled} />
      <Combobox {...single('purpose')} items={choices.terms('purpose')} knownItems={choices.known('purpose')} />
      <TagField form={form} dimension="persona" disabled={disabled} />
      <TagField form={form} dimension="topic" disabled={disabled} />
      <TagField form={form} dimension="question" disabled={disabled} />
      <div>
        <TagField form={form} dimension="campaign" disabled={disabled} />
        <CampaignLinks campaigns={keysOf(values['tags.campaign'])} />
      </div>
      <Combobox
        {...single('locale')}
        items={choices.locales}
        knownItems={textOf(values.locale) === '' ? [] : [choices.localeOption(textOf(values.locale))]}
        onCreate={(typed) => {
          set('locale', typed)
          touch('locale')
        }}
      />
      <Group title={text('group.dates')}>
        <DateTimeField form={form} name="plannedFor" disabled={disabled} help={text('plannedForHelp')} />
        <DayField form={form} name="dueOn" disabled={disabled} />
        <MomentField
          form={form}
          name="publishAt"
          disabled={disabled || (!mayPublish && textOf(values.publishAt) === '')}
          help={mayPublish ? text('publishAtHelp') : text('mayNotSchedule')}
        />
        <MomentField form={form} name="publishedAt" disabled={disabled} />
        <MomentField form={form} name="unpublishAt" disabled={disabled || (!mayPublish && textOf(values.unpublishAt) === '')} />
        <DayField form={form} name="reviewBy" disabled={disabled} help={text('reviewByHelp')} />
      </Group>
      <TextArea
        label={text('field.note')}
        name="note"
        disabled={disabled}
        value={textOf(values.note)}
        onValueChange={(next) => set('note', next)}
        error={errorOf('note')}
      />
    </div>
  )
}

const ownerOf = (id: unknown, nameOf: (id: string) => string) =>
  typeof id === 'string' && id !== '' ? [{ value: id, label: nameOf(id) }] : []

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-t pt-4">
      <legend className="sr-only">{title}</legend>
      {children}
    </fieldset>
  )
}

function CampaignLinks({ campaigns }: { campaigns: readonly string[] }) {
  const text = useText('item')
  const { base, term, nameOf } = useWorkspace()
  const known = campaigns.filter((key) => term('campaign', key))
  if (known.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 text-xs">
      {known.map((key) => (
        <li key={key}>
          <TextLink prefetch={false} href={`${base}/campaigns/${key}`} className="inline-flex min-h-6 items-center">
            {text('toCampaign', { name: nameOf('campaign', key) })}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

const isGrowing = (dimension: TagDimension): dimension is GrowingDimension => dimension !== 'phase'

function TagField({ form, dimension, disabled }: Props & { dimension: TagDimension }) {
  const text = useText('item')
  const choices = useItemChoices()
  const newTerm = useNewTerm()
  const name = `tags.${dimension}`
  const value = keysOf(form.values[name])
  const phases = keysOf(form.values['tags.phase'])
  return (
    <MultiCombobox
      label={text(`field.${dimension}`)}
      name={name}
      disabled={disabled}
      items={dimension === 'question' ? choices.questions(phases) : choices.terms(dimension)}
      knownItems={choices.known(dimension)}
      value={value}
      onValueChange={(next) => form.set(name, next)}
      onBlur={() => form.touch(name)}
      error={form.errorOf(name)}
      {...(newTerm && isGrowing(dimension)
        ? {
            onCreate: (words: string) => {
              void newTerm(dimension, words, phases[0]).then((key) => {
                if (key !== null) form.set(name, [...value, key])
              })
            },
          }
        : {})}
    />
  )
}

interface DateProps extends Props {
  name: string
  help?: string
}

function useDates(form: ItemForm, name: string) {
  const text = useText('item')
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  return {
    label: text(`field.${name}`),
    locale: language,
    today: localDayOf(Date.now(), timeZone),
    value: textOf(form.values[name]) || null,
    onValueChange: (next: string | null) => {
      form.set(name, next)
      form.touch(name)
    },
    error: form.errorOf(name),
  }
}

function DayField({ form, name, disabled, help }: DateProps) {
  return <DateInput {...useDates(form, name)} name={name} disabled={disabled} help={help} />
}

function DateTimeField({ form, name, disabled, help }: DateProps) {
  const text = useText('item')
  const dates = useDates(form, name)
  return (
    <DateTimeInput
      {...dates}
      name={name}
      disabled={disabled}
      help={help}
      dayLabel={text('dayOf', { field: dates.label })}
      timeLabel={text('timeOf', { field: dates.label })}
    />
  )
}
