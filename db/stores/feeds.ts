import { and, asc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { feeds } from '../schema'
import { recordChanges } from './changes'

export type FeedRecord = typeof feeds.$inferSelect
export type NewFeed = Pick<FeedRecord, 'id' | 'viewId' | 'userId' | 'secretHash' | 'locale'>

const at = (workspaceId: string, id: string) => and(eq(feeds.workspaceId, workspaceId), eq(feeds.id, id))

/** Those that can still be read, oldest first: one person's, or with null everybody's. */
export async function listOpenFeeds(read: Reader, workspaceId: string, userId: string | null): Promise<FeedRecord[]> {
  return read
    .select()
    .from(feeds)
    .where(
      and(eq(feeds.workspaceId, workspaceId), isNull(feeds.revokedAt), ...(userId === null ? [] : [eq(feeds.userId, userId)])),
    )
    .orderBy(asc(feeds.createdAt), asc(feeds.id))
}

export async function findOpenFeed(read: Reader, workspaceId: string, id: string): Promise<FeedRecord | undefined> {
  const [row] = await read
    .select()
    .from(feeds)
    .where(and(at(workspaceId, id), isNull(feeds.revokedAt)))
  return row
}

/** By the hash of its secret. */
export async function findFeedBySecret(read: Reader, workspaceId: string, secretHash: string): Promise<FeedRecord | undefined> {
  const [row] = await read
    .select()
    .from(feeds)
    .where(and(eq(feeds.workspaceId, workspaceId), eq(feeds.secretHash, secretHash), isNull(feeds.revokedAt)))
  return row
}

// The log tells that there is a feed and for whom, never its secret.
const logged = ({ viewId, userId }: FeedRecord) => ({ viewId, userId })

export async function insertFeed(tx: Writer, stamp: Stamp, row: NewFeed): Promise<FeedRecord> {
  const [saved] = await tx
    .insert(feeds)
    .values({ ...row, workspaceId: stamp.workspaceId, createdAt: stamp.at })
    .returning()
  if (!saved) throw new Error('the feed was not inserted')
  await recordChanges(tx, stamp, [
    { subject: 'feed', subjectId: saved.id, operation: 'create', before: null, after: logged(saved) },
  ])
  return saved
}

export async function revokeFeed(tx: Writer, stamp: Stamp, current: FeedRecord): Promise<void> {
  await tx
    .update(feeds)
    .set({ revokedAt: stamp.at })
    .where(and(at(stamp.workspaceId, current.id), isNull(feeds.revokedAt)))
  await recordChanges(tx, stamp, [
    { subject: 'feed', subjectId: current.id, operation: 'delete', before: logged(current), after: null },
  ])
}

/** That it was read is nobody's change, so the log does not hear of it. */
export async function touchFeed(tx: Writer, { workspaceId, id }: FeedRecord, readAt: Date, ifBefore: Date): Promise<void> {
  await tx
    .update(feeds)
    .set({ lastReadAt: readAt })
    .where(and(at(workspaceId, id), or(isNull(feeds.lastReadAt), lt(feeds.lastReadAt, ifBefore))))
}
