import { createHash } from 'node:crypto'
import type { Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { insertComment } from '@/db/stores/comments'
import { findSignInTries, saveSignInTries, sweepSignInTries } from '@/db/stores/sign-in-tries'
import { headFor } from '@/server/domain/comments/comment.commands'
import { stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { OpenContext } from '@/server/domain/members/account-context'
import type { ReviewComment, SeenThreads } from '@/server/domain/review-links/review-link.schema'
import { findReview, listSeenThreads, noteUse } from '@/server/domain/review-links/review-page.queries'

/** What a reviewer says, in a thread of this link only. Answers with all threads of the link. */
export async function addReviewComment(
  context: OpenContext,
  { name, parentId, body, ...door }: ReviewComment,
  network: string,
): Promise<SeenThreads> {
  const { db, now } = context
  const review = await findReview(context, door)
  if (!review) throw new Problem('not_found', 'review.problem.gone')
  const { link } = review
  if (!link.mayComment) throw new Problem('forbidden', 'review.problem.mayNotComment')
  await admitComment(context, link.id, network)
  const { workspaceId, subjectId } = link
  const subject = link.subject === 'brief' ? 'brief' : 'item'
  const stamp = stampOf({ actor: { kind: 'system', workspaceId, job: 'review' }, now })
  await db.write(workspaceId, async (tx) => {
    const head = await headFor(tx, workspaceId, { subject, subjectId }, parentId)
    // The team's own threads, and those of other reviewers, are as if they did not exist.
    if (head && head.reviewLinkId !== link.id) throw new Problem('not_found', 'comments.problem.noSuchComment')
    await insertComment(tx, stamp, {
      id: newId(),
      subject,
      subjectId,
      parentId: head?.id ?? null,
      body,
      // A reviewer knows no members, so nobody is named.
      mentions: [],
      authorId: null,
      authorName: name,
      reviewLinkId: link.id,
      createdAt: stamp.at,
    })
  })
  await noteUse(context, link)
  return listSeenThreads(db.read, link)
}

const windowMs = 10 * 60 * 1000
/** Enough for whoever goes through a long text; too few to bury a team. */
const allowed = { link: 60, network: 30 }

/** Throws `limit_reached` when a link, or a network with any links, says too much in ten minutes. All processes count together. */
async function admitComment({ db, now }: OpenContext, linkId: string, network: string): Promise<void> {
  const seconds = await db.write('review', async (tx) => {
    const at = now()
    await sweepSignInTries(tx, at)
    const waits = [
      await counted(tx, keyOf('link', linkId), allowed.link, at),
      await counted(tx, keyOf('network', network), allowed.network, at),
    ]
    return Math.max(...waits)
  })
  if (seconds > 0) throw new Problem('limit_reached', 'review.problem.tooFast', { minutes: Math.ceil(seconds / 60) })
}

const keyOf = (...parts: string[]) =>
  createHash('sha256')
    .update(JSON.stringify(['review', ...parts]))
    .digest('base64url')

/** The seconds to wait; 0 when this one may pass. */
async function counted(tx: Writer, key: string, most: number, at: Date): Promise<number> {
  const row = (await findSignInTries(tx, [key])).get(key)
  const endsAt = row && row.windowEndsAt > at ? row.windowEndsAt : new Date(at.getTime() + windowMs)
  const tries = row && row.windowEndsAt > at ? row.tries + 1 : 1
  if (tries > most) return Math.ceil((endsAt.getTime() - at.getTime()) / 1000)
  await saveSignInTries(tx, { key, tries, pauses: 0, windowEndsAt: endsAt, pausedUntil: null, expiresAt: endsAt })
  return 0
}
