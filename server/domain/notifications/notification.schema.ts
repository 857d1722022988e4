import { z } from 'zod'
import { day, instant, key, localized } from '@/server/domain/wire.schema'

/** What somebody can be told of. */
export const newsKinds = [
  'assigned',
  'mentioned',
  'answered',
  'due',
  'approved',
  'approvalVoided',
  'publishFailed',
  'gapOpened',
  'freshness',
  'hookStopped',
] as const
export const newsKind = z.enum(newsKinds)
export type NewsKind = z.infer<typeof newsKind>

/** How it reaches the person: not at all, in the program, there and in the digest, there and by a mail of its own. */
export const ways = ['off', 'program', 'digest', 'mail'] as const
export const way = z.enum(ways)
export type Way = z.infer<typeof way>

/** What a member has set; what is absent follows the defaults of `choices.rules.ts`. */
export const choices = z.object({
  ways: z.partialRecord(newsKind, way).default({}),
  /** Phases whose new gaps the member wants to hear of. */
  phases: z.array(key).max(200).default([]),
  /** Of all gaps that must be closed, whatever their phase; absent: as is usual for the role. */
  mustGaps: z.boolean().optional(),
  /** Nothing goes out by e-mail. */
  isMailOff: z.boolean().default(false),
})
export type Choices = z.infer<typeof choices>

/** What the program keeps beside the choices: the day of the last digest, and the last refusal of the person's address. */
export const keptChoices = choices.extend({
  digestOn: day.optional(),
  refused: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable().default(null),
})
export type KeptChoices = z.infer<typeof keptChoices>

export const choicesEdit = z
  .object({
    ways: z.partialRecord(newsKind, way),
    phases: z.array(key).max(200),
    mustGaps: z.boolean(),
    isMailOff: z.boolean(),
  })
  .partial()
  .strict()
export type ChoicesEdit = z.infer<typeof choicesEdit>

export const choicesView = z.object({
  ways: z.record(newsKind, way),
  phases: z.array(z.string()),
  mustGaps: z.boolean(),
  isMailOff: z.boolean(),
  /** Whether this installation sends mail at all. */
  canMail: z.boolean(),
  /** Why the last mail to this person did not arrive. */
  refused: z.object({ at: instant, reason: z.string() }).nullable(),
})
export type ChoicesView = z.infer<typeof choicesView>

/** What a sentence needs beside the kind. Written by the program only, so a row of another version is read as far as it goes. */
export const newsDetails = z.object({
  /** How many things it is about; the first of them is the subject. */
  count: z.number().int().min(1).default(1).catch(1),
  title: z.string().optional().catch(undefined),
  /** Where it is called otherwise in each language. */
  names: localized.optional().catch(undefined),
  /** A reviewer without an account, who wrote it. */
  reviewer: z.string().optional().catch(undefined),
  /** Of live items to be checked that nobody owns, told to those who lead. */
  isOwnerless: z.boolean().optional().catch(undefined),
  /** The comment is on what is the person's own, rather than in a thread where they wrote. */
  isTheirs: z.boolean().optional().catch(undefined),
  /** The beginning of a comment. */
  excerpt: z.string().optional().catch(undefined),
  rule: z.string().optional().catch(undefined),
  phase: z.string().nullable().optional().catch(undefined),
  /** The first of several gaps, and the phases of all of them; a phase of null is none. */
  gaps: z
    .array(z.object({ id: z.string(), rule: z.string(), phase: z.string().nullable() }))
    .optional()
    .catch(undefined),
  phases: z.array(z.string().nullable()).optional().catch(undefined),
  /** Where a comment or a task stands. */
  place: z.object({ subject: z.string(), id: z.string() }).optional().catch(undefined),
  /** Of what is due: how much today, and how much since earlier. */
  today: z.number().int().optional().catch(undefined),
  overdue: z.number().int().optional().catch(undefined),
  /** Why a hook was stopped, as the other side said it. */
  reason: z.string().optional().catch(undefined),
  /** Why a publication failed. */
  problem: z
    .object({ messageKey: z.string(), details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })
    .optional()
    .catch(undefined),
  /** Items to be looked at again, the first few, and what was told. */
  items: z
    .array(z.object({ id: z.string(), title: z.string(), reviewBy: z.string() }))
    .optional()
    .catch(undefined),
  told: z.array(z.string()).optional().catch(undefined),
})
export type NewsDetails = z.infer<typeof newsDetails>

/** A row of the list of notifications. */
export const notification = z.object({
  id: z.string(),
  kind: newsKind,
  subject: z.string(),
  subjectId: z.string(),
  details: newsDetails.omit({ told: true }),
  /** Null: the program itself. */
  by: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  at: instant,
  readAt: instant.nullable(),
})
export type Notification = z.infer<typeof notification>

export const notificationList = z.object({
  rows: z.array(notification),
  unread: z.number().int(),
  /** Where the next page begins; null at the end. */
  next: z.string().nullable(),
})
export type NotificationList = z.infer<typeof notificationList>

export const notificationListInput = z.object({
  kind: newsKind.nullable().default(null),
  onlyUnread: z.boolean().default(false),
  before: z.string().max(80).nullable().default(null),
})
export type NotificationListInput = z.infer<typeof notificationListInput>

export const readMark = z.object({ ids: z.array(z.string().max(80)).min(1).max(200), isRead: z.boolean().default(true) })
export type ReadMark = z.infer<typeof readMark>
