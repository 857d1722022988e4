import { z } from 'zod'
import { commentBody } from '@/server/domain/comments/comment.schema'
import { linkToken } from '@/server/domain/members/account.schema'
import { instant } from '@/server/domain/wire.schema'
import { cleanText } from '@/server/domain/written-text.rules'

const id = z.string().min(1).max(64)
export const reviewSubjects = ['item', 'brief'] as const
export const usualReviewDays = 14
export const longestReviewDays = 90

export const reviewLinkMake = z
  .object({
    subject: z.enum(reviewSubjects),
    subjectId: id,
    /** For whom it is. */
    label: z.string().overwrite(cleanText).trim().min(1).max(120),
    days: z.number().int().min(1).max(longestReviewDays).default(usualReviewDays),
    mayComment: z.boolean().default(true),
  })
  .strict()
export type ReviewLinkMake = z.infer<typeof reviewLinkMake>

export const reviewLinkStates = ['open', 'expired', 'revoked'] as const
export const reviewLink = z.object({
  id: z.string(),
  subject: z.enum(reviewSubjects),
  label: z.string(),
  mayComment: z.boolean(),
  state: z.enum(reviewLinkStates),
  createdBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
})
export type ReviewLink = z.infer<typeof reviewLink>

/** The secret is seen this once. The address is `/review/<workspace>/<secret>`. */
export const reviewLinkMade = z.object({ link: reviewLink, token: z.string() })
export type ReviewLinkMade = z.infer<typeof reviewLinkMade>

export const reviewDoor = z.object({ slug: z.string().min(1).max(80), token: linkToken })
export type ReviewDoor = z.infer<typeof reviewDoor>

export const reviewComment = reviewDoor
  .extend({
    name: z.string().overwrite(cleanText).trim().min(1).max(80),
    parentId: id.nullable().default(null),
    body: commentBody,
  })
  .strict()
export type ReviewComment = z.infer<typeof reviewComment>

/** A comment as a reviewer sees it. */
export const seenComment = z.object({
  id: z.string(),
  /** Null: a member who is gone. */
  author: z.string().nullable(),
  /** Written by somebody with this link. */
  isReviewer: z.boolean(),
  body: z.string(),
  at: instant,
  isEdited: z.boolean(),
  isDeleted: z.boolean(),
})
export type SeenComment = z.infer<typeof seenComment>
export const seenThread = z.object({ id: z.string(), isResolved: z.boolean(), comments: z.array(seenComment) })
export type SeenThread = z.infer<typeof seenThread>
/** `names`: of the members named in the texts, by id. */
export const seenThreads = z.object({ threads: z.array(seenThread), names: z.record(z.string(), z.string()) })
export type SeenThreads = z.infer<typeof seenThreads>

/** A part of a brief: one text, or several. */
export interface SeenField {
  readonly field: string
  readonly texts: readonly string[]
}

/** All that a reviewer learns. Nothing else of the workspace goes to that page. */
export interface ReviewPage {
  readonly subject: (typeof reviewSubjects)[number]
  readonly workspace: string
  readonly timeZone: string
  readonly title: string
  readonly language: string | null
  readonly phases: readonly string[]
  readonly channels: readonly string[]
  /** Null for a brief. */
  readonly body: string | null
  /** Null for an item. */
  readonly brief: readonly SeenField[] | null
  readonly label: string
  readonly mayComment: boolean
  readonly expiresAt: Date
  readonly comments: SeenThreads
}
