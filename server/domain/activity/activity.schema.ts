import { z } from 'zod'
import { actorName } from '@/server/domain/history/history.schema'
import { instant, key, whole } from '@/server/domain/wire.schema'

export const activityKinds = ['item', 'campaign', 'brief', 'approval', 'task', 'comment', 'gap', 'review'] as const
export const activityKind = z.enum(activityKinds)
export type ActivityKind = (typeof activityKinds)[number]

/** How the change log calls what the stream calls by a plain name. */
export const subjectOfKind = {
  item: 'item',
  campaign: 'term',
  brief: 'brief',
  approval: 'approval',
  task: 'task',
  comment: 'comment',
  gap: 'finding',
  review: 'reviewLink',
} as const satisfies Record<ActivityKind, string>

const id = z.string().min(1).max(64)
export const activityInput = z.object({
  limit: whole(1, 50).default(20),
  beforeSeq: whole(1, 2_000_000_000).optional(),
  /** Only what this member did. */
  person: id.optional(),
  kind: activityKind.optional(),
  campaign: key.optional(),
  phase: key.optional(),
  /** Only what belongs to this item. */
  item: id.optional(),
})
export type ActivityInput = z.infer<typeof activityInput>

/** Something that a screen is about. */
export const activityPlace = z.object({
  kind: z.enum(['item', 'brief', 'campaign', 'gap']),
  id: z.string(),
  /** Null: gone without a name. */
  name: z.string().nullable(),
  isGone: z.boolean(),
})
export type ActivityPlace = z.infer<typeof activityPlace>

/** One thing that a change set did: to how many, and to what first of all. */
export const activityLine = z.object({
  kind: activityKind,
  operation: z.string(),
  count: z.number().int(),
  /** Title of a task, label of a link. */
  name: z.string().nullable(),
  /** The beginning of what a comment said. */
  excerpt: z.string().nullable(),
  /** Who wrote a comment without having an account. */
  reviewer: z.string().nullable(),
  place: activityPlace.nullable(),
  /** Names of the changed parts, where it is one thing. */
  fields: z.array(z.string()),
})
export type ActivityLine = z.infer<typeof activityLine>

export const activityEntry = z.object({
  changeSet: z.string(),
  seq: z.number().int(),
  at: instant,
  actor: actorName,
  lines: z.array(activityLine),
})
export type ActivityEntry = z.infer<typeof activityEntry>

export const activityPage = z.object({ entries: z.array(activityEntry), nextBeforeSeq: z.number().int().nullable() })
export type ActivityPage = z.infer<typeof activityPage>
