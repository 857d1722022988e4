import { z } from 'zod'
import { instant, key } from '@/server/domain/wire.schema'
import { cleanText } from '@/server/domain/written-text.rules'

export const commentSubjects = ['item', 'brief', 'gap', 'campaign'] as const
const id = z.string().min(1).max(200)

/** What is talked about: an item or its brief by the item's id, a gap by its id, a campaign by its key. */
export const commentAbout = z.union([
  z.object({ subject: z.enum(['item', 'brief', 'gap']), subjectId: id }),
  z.object({ subject: z.literal('campaign'), subjectId: key }),
])
export type CommentAbout = z.infer<typeof commentAbout>

export const longestComment = 5_000
/** Plain text; members are named as `@[id]`. */
export const commentBody = z.string().overwrite(cleanText).trim().min(1).max(longestComment)

export const commentAdd = z.object({ about: commentAbout, parentId: id.nullable().default(null), body: commentBody }).strict()
export type CommentAdd = z.infer<typeof commentAdd>

export const commentEdit = z.object({ id, revision: z.number().int(), body: commentBody })
export type CommentEdit = z.infer<typeof commentEdit>

export const commentResolve = z.object({ id, resolved: z.boolean() })

/** Null name: somebody who is gone. A reviewer has the name he gave himself, and the label of his link. */
export const commentAuthor = z.union([
  z.object({ kind: z.literal('member'), id: z.string(), name: z.string().nullable() }),
  z.object({ kind: z.literal('reviewer'), name: z.string(), label: z.string().nullable() }),
])

export const comment = z.object({
  id: z.string(),
  author: commentAuthor,
  /** Empty when deleted. */
  body: z.string(),
  createdAt: instant,
  editedAt: instant.nullable(),
  isDeleted: z.boolean(),
  revision: z.number().int(),
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
})
export type Comment = z.infer<typeof comment>

export const thread = z.object({
  head: comment,
  replies: z.array(comment),
  resolvedAt: instant.nullable(),
  resolvedBy: z.string().nullable(),
  mayResolve: z.boolean(),
  /** Whoever holds this review link reads every answer here. */
  reviewLabel: z.string().nullable(),
})
export type Thread = z.infer<typeof thread>

export const threadList = z.object({
  /** Oldest first. */
  threads: z.array(thread),
  /** Threads that are not resolved. */
  open: z.number().int(),
  /** Names of the members who are named in texts, by id. */
  names: z.record(z.string(), z.string()),
})
export type ThreadList = z.infer<typeof threadList>

export const commentVersion = z.object({ body: z.string(), until: instant })
export type CommentVersion = z.infer<typeof commentVersion>

export const commentMade = z.object({ id: z.string(), changeSet: z.string() })
export const commentChanged = z.object({ changeSet: z.string().nullable() })
