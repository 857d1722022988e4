import { findItem } from '@/db/stores/items'
import { listReviewLinks as listStored, type ReviewLinkRecord } from '@/db/stores/review-links'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { stateOfLink } from '@/server/domain/review-links/review-link.rules'
import { type ReviewLink, reviewSubjects } from '@/server/domain/review-links/review-link.schema'

/** The review links of an item and its brief, newest first. */
export async function listReviewLinks({ actor, db, now }: Context, itemId: string): Promise<ReviewLink[]> {
  authorize(actor, 'reviewLink.make')
  if (!(await findItem(db.read, actor.workspaceId, itemId))) throw new Problem('not_found', 'content.problem.noSuchItem')
  const rows = await listStored(db.read, actor.workspaceId, [itemId])
  const names = await listUserNames(
    db.read,
    rows.flatMap(({ createdBy }) => createdBy ?? []),
  )
  return rows.map((row) => linkOf(row, names, now()))
}

/** What members see of a link: everything but what opens it. */
export function linkOf(row: ReviewLinkRecord, names: ReadonlyMap<string, string>, now: Date): ReviewLink {
  const { id, label, mayComment, createdBy, createdAt, expiresAt, lastUsedAt } = row
  return {
    id,
    subject: reviewSubjects.find((known) => known === row.subject) ?? 'item',
    label,
    mayComment,
    state: stateOfLink(row, now),
    createdBy: createdBy === null ? null : (names.get(createdBy) ?? null),
    createdAt,
    expiresAt,
    lastUsedAt,
  }
}
