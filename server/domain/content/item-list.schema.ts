import { z } from 'zod'
import { item } from '@/server/domain/content/item.schema'
import { sort } from '@/server/domain/filter/filter.schema'
import { status } from '@/server/domain/vocabulary/vocabulary.schema'
import { whole } from '@/server/domain/wire.schema'

/** A filter as it stands in the address; see filter.schema.ts. */
export const filterText = z.string().max(200_000)

/** A page either behind a cursor (stable when items come and go) or at an offset (a jump with the scroll bar). */
export const itemListInput = z.object({
  filter: filterText.default(''),
  sort: sort.default([]),
  limit: whole(1, 200).default(50),
  cursor: z.string().max(20_000).optional(),
  offset: whole(0, 10_000_000).default(0),
})
export type ItemListInput = z.infer<typeof itemListInput>

export const itemList = z.object({
  rows: z.array(item),
  total: z.number().int(),
  /** Position of the first row in the whole. */
  offset: z.number().int(),
  /** Null at the end. */
  nextCursor: z.string().nullable(),
  /** Parts of the filter that could not be read, as `name=value`; they narrow nothing. */
  ignored: z.array(z.string()),
})
export type ItemList = z.infer<typeof itemList>

/** An item in a few words: for the palette and for the hint that an address is taken. */
export const itemHint = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  status,
  url: z.string().nullable(),
  isInTrash: z.boolean(),
})
export type ItemHint = z.infer<typeof itemHint>
