import { and, desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { itemDrafts } from '../schema'

export type DraftRecord = typeof itemDrafts.$inferSelect

const at = (workspaceId: string, userId: string, itemId: string) =>
  and(eq(itemDrafts.workspaceId, workspaceId), eq(itemDrafts.userId, userId), eq(itemDrafts.itemId, itemId))

export async function findDraft(
  read: Reader,
  workspaceId: string,
  userId: string,
  itemId: string,
): Promise<DraftRecord | undefined> {
  const [row] = await read
    .select()
    .from(itemDrafts)
    .where(at(workspaceId, userId, itemId))
  return row
}

/** A person's drafts, newest first. */
export async function listDrafts(read: Reader, workspaceId: string, userId: string): Promise<DraftRecord[]> {
  return read
    .select()
    .from(itemDrafts)
    .where(and(eq(itemDrafts.workspaceId, workspaceId), eq(itemDrafts.userId, userId)))
    .orderBy(desc(itemDrafts.savedAt))
}

/** What somebody is typing is no change of the item, so the log knows nothing of it. */
export async function putDraft(tx: Writer, draft: DraftRecord): Promise<void> {
  const { baseRevision, edit, savedAt } = draft
  await tx
    .insert(itemDrafts)
    .values(draft)
    .onConflictDoUpdate({
      target: [itemDrafts.workspaceId, itemDrafts.userId, itemDrafts.itemId],
      set: { baseRevision, edit, savedAt },
    })
}

export async function deleteDraft(tx: Writer, workspaceId: string, userId: string, itemId: string): Promise<void> {
  await tx.delete(itemDrafts).where(at(workspaceId, userId, itemId))
}
