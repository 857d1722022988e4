import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { reviewLinks } from '../schema'
import { recordChanges } from './changes'
import { pieces } from './item-batches'

export type ReviewLinkRecord = typeof reviewLinks.$inferSelect

const idsPerQuery = 5_000

/** Of an item and its brief, newest first, revoked and expired ones included. */
export async function listReviewLinks(
  read: Reader,
  workspaceId: string,
  itemIds: readonly string[],
): Promise<ReviewLinkRecord[]> {
  const found: ReviewLinkRecord[] = []
  for (const ids of pieces(itemIds, idsPerQuery)) {
    const rows = await read
      .select()
      .from(reviewLinks)
      .where(and(eq(reviewLinks.workspaceId, workspaceId), inArray(reviewLinks.subjectId, [...ids])))
      .orderBy(desc(reviewLinks.createdAt), desc(reviewLinks.id))
    found.push(...rows)
  }
  return found
}

export async function findReviewLink(read: Reader, workspaceId: string, id: string): Promise<ReviewLinkRecord | undefined> {
  const [row] = await read
    .select()
    .from(reviewLinks)
    .where(and(eq(reviewLinks.workspaceId, workspaceId), eq(reviewLinks.id, id)))
  return row
}

/** By the hash of its secret, revoked and expired ones included. */
export async function findReviewLinkBySecret(
  read: Reader,
  workspaceId: string,
  secretHash: string,
): Promise<ReviewLinkRecord | undefined> {
  const [row] = await read
    .select()
    .from(reviewLinks)
    .where(and(eq(reviewLinks.workspaceId, workspaceId), eq(reviewLinks.secretHash, secretHash)))
  return row
}

/** The log never holds what opens a door, not even its hash. */
const logged = ({ workspaceId: _workspace, id: _id, secretHash: _hash, lastUsedAt: _used, ...link }: ReviewLinkRecord) => ({
  ...link,
})

export async function insertReviewLink(
  tx: Writer,
  stamp: Stamp,
  row: Omit<ReviewLinkRecord, 'workspaceId' | 'revokedAt' | 'lastUsedAt'>,
): Promise<ReviewLinkRecord> {
  const [saved] = await tx
    .insert(reviewLinks)
    .values({ ...row, workspaceId: stamp.workspaceId })
    .returning()
  if (!saved) throw new Error('the review link was not inserted')
  await recordChanges(tx, stamp, [
    { subject: 'reviewLink', subjectId: saved.id, operation: 'create', before: null, after: logged(saved) },
  ])
  return saved
}

export async function revokeReviewLink(tx: Writer, stamp: Stamp, current: ReviewLinkRecord): Promise<ReviewLinkRecord> {
  const [saved] = await tx
    .update(reviewLinks)
    .set({ revokedAt: stamp.at })
    .where(and(eq(reviewLinks.workspaceId, stamp.workspaceId), eq(reviewLinks.id, current.id)))
    .returning()
  if (!saved) throw new Error('the review link was not there any more')
  await recordChanges(tx, stamp, [
    {
      subject: 'reviewLink',
      subjectId: current.id,
      operation: 'revoke',
      before: { revokedAt: null, label: current.label },
      after: { revokedAt: stamp.at, label: current.label },
    },
  ])
  return saved
}

/** That it was used is no change anybody made, so it stays out of the log. */
export async function noteReviewLinkUse(tx: Writer, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx
    .update(reviewLinks)
    .set({ lastUsedAt: at })
    .where(and(eq(reviewLinks.workspaceId, workspaceId), eq(reviewLinks.id, id)))
}

export async function dropReviewLinks(tx: Writer, stamp: Stamp, list: readonly ReviewLinkRecord[]): Promise<void> {
  if (list.length === 0) return
  for (const piece of pieces(list, idsPerQuery)) {
    const ids = piece.map(({ id }) => id)
    await tx.delete(reviewLinks).where(and(eq(reviewLinks.workspaceId, stamp.workspaceId), inArray(reviewLinks.id, ids)))
  }
  await recordChanges(
    tx,
    stamp,
    list.map((link) => ({
      subject: 'reviewLink',
      subjectId: link.id,
      operation: 'delete',
      before: logged(link),
      after: null,
    })),
  )
}
