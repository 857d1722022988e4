import { type FormValues, keysOf, textOf } from '@/components/item/form-values'
import { type ItemFault, readField } from '@/server/domain/content/fields.rules'
import { address, contentLocale } from '@/server/domain/content/item.schema'
import type { FieldDefinition } from '@/server/domain/vocabulary/vocabulary.schema'

const fault = (field: string, messageKey: string, details: ItemFault['details'] = {}): ItemFault => ({
  field,
  messageKey,
  details,
})

/** What the form can tell by itself; the rest the server says on saving. Only title and type are required. */
export function faultsOf(values: FormValues, definitions: readonly FieldDefinition[]): ItemFault[] {
  const faults: ItemFault[] = []
  const title = textOf(values.title).trim()
  if (title === '') faults.push(fault('title', 'item.problem.titleMissing'))
  if (title.length > 500) faults.push(fault('title', 'content.problem.field.tooLong', { max: 500 }))
  if (textOf(values.type) === '') faults.push(fault('type', 'item.problem.typeMissing'))
  const url = textOf(values.url).trim()
  if (url !== '' && !address.safeParse(url).success) faults.push(fault('url', 'content.problem.badAddress'))
  const locale = textOf(values.locale)
  if (locale !== '' && !contentLocale.safeParse(locale).success) faults.push(fault('locale', 'item.problem.badLocale'))
  for (const definition of definitions) {
    const name = `field.${definition.key}`
    const read = readField(definition, values[name], () => true)
    if ('messageKey' in read) faults.push(fault(name, read.messageKey, { field: definition.key, max: read.max ?? null }))
  }
  const [from, until] = [textOf(values.publishAt), textOf(values.unpublishAt)]
  if (from !== '' && until !== '' && until <= from) faults.push(fault('unpublishAt', 'content.problem.endsBeforeStart'))
  return faults
}

/** What keeps an item from counting although nothing is wrong with it; said before it goes live. */
export function remarksOf(values: FormValues): ('noPhase' | 'noChannel' | 'noPurpose' | 'noOwner')[] {
  return [
    ...(keysOf(values['tags.phase']).length === 0 ? (['noPhase'] as const) : []),
    ...(keysOf(values['tags.channel']).length === 0 ? (['noChannel'] as const) : []),
    ...(textOf(values.purpose) === '' ? (['noPurpose'] as const) : []),
    ...(textOf(values.ownerId) === '' ? (['noOwner'] as const) : []),
  ]
}
