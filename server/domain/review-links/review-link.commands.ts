import { newId } from '@/db/kit'
import { findBrief } from '@/db/stores/briefs'
import { findItem } from '@/db/stores/items'
import {
  findReviewLink,
  insertReviewLink,
  listReviewLinks,
  type ReviewLinkRecord,
  revokeReviewLink as revokeStored,
} from '@/db/stores/review-links'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { newSecret } from '@/server/domain/members/link-secret'
import { linkOf } from '@/server/domain/review-links/review-link.queries'
import { stateOfLink } from '@/server/domain/review-links/review-link.rules'
import type { ReviewLink, ReviewLinkMade, ReviewLinkMake } from '@/server/domain/review-links/review-link.schema'

const mostOpen = 20
const dayMs = 24 * 60 * 60 * 1000

/** A link for somebody without an account. The answer is the only time its secret is seen. */
export async function makeReviewLink(context: Context, { days, ...wish }: ReviewLinkMake): Promise<ReviewLinkMade> {
  const { actor, db, now } = context
  authorize(actor, 'reviewLink.make')
  const { token, secretHash } = newSecret()
  const at = now()
  const row = await db.write(actor.workspaceId, async (tx) => {
    const item = await findItem(tx, actor.workspaceId, wish.subjectId)
    if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
    if (item.deletedAt !== null) throw new Problem('conflict', 'content.problem.inTrash')
    if (wish.subject === 'brief' && !(await findBrief(tx, actor.workspaceId, item.id)))
      throw new Problem('not_found', 'review.problem.noBrief')
    const known = await listReviewLinks(tx, actor.workspaceId, [item.id])
    const open = known.filter((link) => stateOfLink(link, at) === 'open')
    if (open.length >= mostOpen) throw new Problem('limit_reached', 'review.problem.tooMany', { limit: mostOpen })
    const createdBy = actor.kind === 'member' ? actor.userId : null
    const expiresAt = new Date(at.getTime() + days * dayMs)
    return insertReviewLink(tx, stampOf(context), { ...wish, id: newId(), secretHash, createdBy, createdAt: at, expiresAt })
  })
  return { link: await told(context, row), token }
}

/** From here on it leads nowhere. What was said through it stays. */
export async function revokeReviewLink(context: Context, id: string): Promise<ReviewLink> {
  const { actor, db } = context
  authorize(actor, 'reviewLink.make')
  const row = await db.write(actor.workspaceId, async (tx) => {
    const current = await findReviewLink(tx, actor.workspaceId, id)
    if (!current) throw new Problem('not_found', 'review.problem.noSuchLink')
    return current.revokedAt === null ? revokeStored(tx, stampOf(context), current) : current
  })
  return told(context, row)
}

async function told({ db, now }: Context, row: ReviewLinkRecord): Promise<ReviewLink> {
  return linkOf(row, await listUserNames(db.read, row.createdBy === null ? [] : [row.createdBy]), now())
}
