import type { StoredItem } from '@/db/stores/items'
import type { ItemWorld } from '@/server/domain/content/item.rules'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import { tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

/** A new idea with the same words, fields and tags; without address and dates, which belong to the one alone. */
export function copyOf(source: StoredItem, body: string, { terms }: Pick<ItemWorld, 'terms'>): ItemCreate {
  const isLive = (dimension: keyof typeof terms, key: string) => terms[dimension].get(key)?.archivedAt === null
  const definitions = terms.type.get(source.type)?.details.fields ?? []
  return {
    title: source.title,
    type: source.type,
    purpose: source.purpose !== null && isLive('purpose', source.purpose) ? source.purpose : null,
    locale: source.locale,
    note: source.note,
    body,
    fields: Object.fromEntries(Object.entries(source.fields).filter(([key]) => definitions.some((field) => field.key === key))),
    tags: Object.fromEntries(
      tagDimensions.map((dimension) => [dimension, source.tags[dimension].filter((key) => isLive(dimension, key))]),
    ),
  }
}
