import { z } from 'zod'
import { instant } from '@/server/domain/wire.schema'

/** As it was seen: an item that somebody has saved since does not go live. For one item. */
const revision = z.number().int().positive().optional()

/** What is to be done with items. An absent date of a schedule stays, null clears it. */
export const publicationWish = z.discriminatedUnion('act', [
  z.object({ act: z.literal('publish'), revision }).strict(),
  z.object({ act: z.literal('unpublish') }).strict(),
  z
    .object({
      act: z.literal('schedule'),
      revision,
      publishAt: instant.nullable().optional(),
      unpublishAt: instant.nullable().optional(),
    })
    .strict(),
  /** Neither goes live nor leaves by itself any more. */
  z.object({ act: z.literal('clear') }).strict(),
])
export type PublicationWish = z.infer<typeof publicationWish>

/** How each wish is called in the history. */
export const publicationOperations = {
  publish: 'publish',
  unpublish: 'unpublish',
  schedule: 'schedule',
  clear: 'unschedule',
} as const

/** An item that was due and stayed as it is, with the reason in words of a message. */
export const publicationFailure = z.object({
  itemId: z.string(),
  title: z.string(),
  act: z.enum(['publish', 'unpublish']),
  dueAt: z.date(),
  at: z.date(),
  messageKey: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type PublicationFailure = z.infer<typeof publicationFailure>
