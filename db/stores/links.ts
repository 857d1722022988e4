import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { links } from '../schema'

export type LinkRecord = typeof links.$inferSelect

/** By the hash of its secret, used and expired ones included. */
export async function findLink(read: Reader, kind: LinkRecord['kind'], secretHash: string): Promise<LinkRecord | undefined> {
  const [row] = await read
    .select()
    .from(links)
    .where(and(eq(links.kind, kind), eq(links.secretHash, secretHash)))
  return row
}

/** Invitations of a workspace that can still be accepted, oldest first. */
export async function listOpenInvites(read: Reader, workspaceId: string, now: Date): Promise<LinkRecord[]> {
  return read
    .select()
    .from(links)
    .where(and(eq(links.kind, 'invite'), eq(links.workspaceId, workspaceId), isNull(links.usedAt), gt(links.expiresAt, now)))
    .orderBy(asc(links.createdAt), asc(links.id))
}

export async function insertLink(tx: Writer, row: Omit<LinkRecord, 'usedAt'>): Promise<void> {
  await tx.insert(links).values(row)
}

/** Uses a link up. False when it was used, or revoked, before: whoever asks second gets nothing. */
export async function takeLink(tx: Writer, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(links)
    .set({ usedAt: at })
    .where(and(eq(links.id, id), isNull(links.usedAt), gt(links.expiresAt, at)))
    .returning()
  return rows.length > 0
}

/** False when there is no such open invitation in the workspace. */
export async function deleteInvite(tx: Writer, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(links)
    .where(and(eq(links.kind, 'invite'), eq(links.workspaceId, workspaceId), eq(links.id, id), isNull(links.usedAt)))
    .returning()
  return rows.length > 0
}

/** Earlier links to set a user's password stop working when a new one is made or the password is set. */
export async function deletePasswordLinks(tx: Writer, userId: string): Promise<void> {
  await tx.delete(links).where(and(eq(links.kind, 'password'), eq(links.userId, userId), isNull(links.usedAt)))
}
