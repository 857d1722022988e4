import { z } from 'zod'
import { itemEdit } from '@/server/domain/content/item.schema'
import { filterText } from '@/server/domain/content/item-list.schema'
import { publicationWish } from '@/server/domain/publication/publication.schema'
import { tagDimension } from '@/server/domain/vocabulary/vocabulary.schema'
import { key, whole } from '@/server/domain/wire.schema'

/** As many items as one selection takes. */
export const mostSelected = 200_000
/** More than this, and the edit runs as a job with progress. */
export const mostAtOnce = 5_000

export const shiftable = ['plannedFor', 'dueOn', 'publishAt', 'publishedAt', 'unpublishAt', 'reviewBy'] as const

/** One edit for many items: its parts are done in this order. Tags have three verbs; everything else is set. */
export const bulkEdit = z
  .object({
    tags: z
      .array(z.object({ dimension: tagDimension, action: z.enum(['add', 'remove', 'replace']), keys: z.array(key).max(200) }))
      .max(15),
    set: itemEdit.pick({
      type: true,
      purpose: true,
      step: true,
      locale: true,
      ownerId: true,
      note: true,
      plannedFor: true,
      dueOn: true,
      publishAt: true,
      publishedAt: true,
      unpublishAt: true,
      reviewBy: true,
    }),
    /** Dates that are set move by days; a time of day stays, also over the turn of the clocks. Empty dates stay empty. */
    shift: z.object({ fields: z.array(z.enum(shiftable)).min(1), days: z.number().int().min(-3660).max(3660) }),
    trash: z.enum(['trash', 'restore']),
    /** Stands alone: it is nothing that goes together with other edits. */
    publication: publicationWish,
    /** Looked at and found right: a new day of review. */
    review: z.literal('valid'),
  })
  .partial()
  .strict()
export type BulkEdit = z.infer<typeof bulkEdit>

/** Either these items or all that a filter means, of which the person has seen this many. */
export const freezeInput = z.union([
  z.object({ ids: z.array(z.string()).min(1).max(20_000) }),
  z.object({ filter: filterText, expectedCount: whole(0, mostSelected) }),
])
export type FreezeInput = z.infer<typeof freezeInput>

/** `filter` is null for a list of items. The dialog repeats filter and count. */
export const frozen = z.object({ selectionId: z.string(), count: z.number().int(), filter: z.string().nullable() })
export type Frozen = z.infer<typeof frozen>

export const bulkInput = z.object({ selectionId: z.string(), expectedCount: whole(0, mostSelected), edit: bulkEdit })
export type BulkInput = z.infer<typeof bulkInput>

export const bulkFailure = z.object({
  id: z.string(),
  title: z.string().nullable(),
  messageKey: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type BulkFailure = z.infer<typeof bulkFailure>

export const bulkResult = z.object({
  /** For one undo of everything; null when nothing changed. */
  changeSet: z.string().nullable(),
  done: z.number().int(),
  /** Were so already. */
  skipped: z.number().int(),
  /** At most 500; `failedCount` tells how many in all. */
  failed: z.array(bulkFailure),
  failedCount: z.number().int(),
  /** Approvals that the edit has made void. */
  voided: z.number().int(),
})
export type BulkResult = z.infer<typeof bulkResult>

/** What a bulk edit has come to. `waiting` and `running` go on by themselves, also over a restart; `failed` has stopped for good. */
export const bulkProgress = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  seen: z.number().int(),
  total: z.number().int(),
  result: bulkResult,
})
export type BulkProgress = z.infer<typeof bulkProgress>
