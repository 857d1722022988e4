import { and, eq, lt } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { selections } from '../schema'

export type SelectionRecord = typeof selections.$inferSelect

/** A selection is no change of the workspace, so the log knows nothing of it. */
export async function insertSelection(tx: Writer, row: Omit<SelectionRecord, 'progress'>): Promise<void> {
  await tx.insert(selections).values(row)
}

export async function findSelection(read: Reader, workspaceId: string, id: string): Promise<SelectionRecord | undefined> {
  const [row] = await read
    .select()
    .from(selections)
    .where(and(eq(selections.workspaceId, workspaceId), eq(selections.id, id)))
  return row
}

export async function setSelectionProgress(tx: Writer, workspaceId: string, id: string, progress: unknown): Promise<void> {
  await tx
    .update(selections)
    .set({ progress })
    .where(and(eq(selections.workspaceId, workspaceId), eq(selections.id, id)))
}

/** Selections that nobody will use any more. */
export async function deleteSelectionsBefore(tx: Writer, workspaceId: string, before: Date): Promise<void> {
  await tx.delete(selections).where(and(eq(selections.workspaceId, workspaceId), lt(selections.createdAt, before)))
}
