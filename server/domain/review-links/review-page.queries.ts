import type { Reader } from '@/db/database'
import { findBrief } from '@/db/stores/briefs'
import { type CommentRecord, listCommentsOf } from '@/db/stores/comments'
import { findBodies, findItem, type StoredItem } from '@/db/stores/items'
import { findReviewLinkBySecret, noteReviewLinkUse, type ReviewLinkRecord } from '@/db/stores/review-links'
import { listUserNames } from '@/db/stores/users'
import { findWorkspaceBySlug, type WorkspaceRecord } from '@/db/stores/workspaces'
import { briefContent } from '@/server/domain/briefs/brief.schema'
import { threadsOf } from '@/server/domain/comments/comment.queries'
import type { OpenContext } from '@/server/domain/members/account-context'
import { hashOfSecret } from '@/server/domain/members/link-secret'
import { seenBrief, stateOfLink } from '@/server/domain/review-links/review-link.rules'
import {
  type ReviewDoor,
  type ReviewPage,
  reviewDoor,
  type SeenComment,
  type SeenThreads,
} from '@/server/domain/review-links/review-link.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

export interface OpenReview {
  readonly link: ReviewLinkRecord
  readonly workspace: WorkspaceRecord
  readonly item: StoredItem
}

/** Undefined when the link is unknown, revoked or expired, or what it showed is gone: a stranger learns no difference. */
export async function findReview({ db, now }: OpenContext, door: ReviewDoor): Promise<OpenReview | undefined> {
  if (!reviewDoor.safeParse(door).success) return undefined
  const workspace = await findWorkspaceBySlug(db.read, door.slug)
  const link = workspace && (await findReviewLinkBySecret(db.read, workspace.id, hashOfSecret(door.token)))
  if (!workspace || !link || stateOfLink(link, now()) !== 'open') return undefined
  const item = await findItem(db.read, workspace.id, link.subjectId)
  return item && item.deletedAt === null ? { link, workspace, item } : undefined
}

/** What the page behind a review link shows, in the reader's language. */
export async function readReview(context: OpenContext, review: OpenReview, locale: Locale): Promise<ReviewPage | undefined> {
  const { db } = context
  const { link, workspace, item } = review
  const vocabulary = await loadVocabulary(db.read, workspace.id)
  const nameOf = (dimension: Dimension, key: string): string | null => {
    const term = termByKey(vocabulary, dimension, key)
    return term ? termName(term, locale) : null
  }
  const isBrief = link.subject === 'brief'
  const brief = isBrief ? await findBrief(db.read, workspace.id, item.id) : undefined
  if (isBrief && !brief) return undefined
  const body = isBrief ? null : ((await findBodies(db.read, workspace.id, [item.id])).get(item.id) ?? '')
  await noteUse(context, link)
  return {
    subject: isBrief ? 'brief' : 'item',
    workspace: workspace.name,
    timeZone: workspace.timeZone,
    title: item.title,
    language: item.locale,
    phases: item.tags.phase.flatMap((key) => nameOf('phase', key) ?? []),
    channels: item.tags.channel.flatMap((key) => nameOf('channel', key) ?? []),
    body,
    brief: brief ? seenBrief(briefContent.parse(brief.content), nameOf) : null,
    label: link.label,
    mayComment: link.mayComment,
    expiresAt: link.expiresAt,
    comments: await listSeenThreads(db.read, link),
  }
}

/** The threads that were begun through this very link, with the team's answers. */
export async function listSeenThreads(read: Reader, link: ReviewLinkRecord): Promise<SeenThreads> {
  const subject = link.subject === 'brief' ? 'brief' : 'item'
  const rows = await listCommentsOf(read, link.workspaceId, subject, [link.subjectId])
  const threads = threadsOf(rows).filter(({ head }) => head.reviewLinkId === link.id)
  const said = threads.flatMap(({ head, replies }) => [head, ...replies])
  const mentioned = said.flatMap(({ mentions }) => mentions)
  const names = await listUserNames(read, [...new Set([...said.flatMap(({ authorId }) => authorId ?? []), ...mentioned])])
  const seen = (row: CommentRecord): SeenComment => ({
    id: row.id,
    author: row.authorId === null ? row.authorName : (names.get(row.authorId) ?? null),
    isReviewer: row.reviewLinkId !== null,
    body: row.body,
    at: row.createdAt,
    isEdited: row.editedAt !== null,
    isDeleted: row.deletedAt !== null,
  })
  return {
    threads: threads.map(({ head, replies }) => ({
      id: head.id,
      isResolved: head.resolvedAt !== null,
      comments: [head, ...replies].map(seen),
    })),
    names: Object.fromEntries(mentioned.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
  }
}

const noteEveryMs = 5 * 60 * 1000

/** Now and then is enough to tell whether a link is used. */
export async function noteUse({ db, now }: OpenContext, { workspaceId, id, lastUsedAt }: ReviewLinkRecord): Promise<void> {
  const at = now()
  if (lastUsedAt !== null && at.getTime() - lastUsedAt.getTime() < noteEveryMs) return
  await db.write(workspaceId, (tx) => noteReviewLinkUse(tx, workspaceId, id, at))
}
