import { findDraft, listDrafts as listStored } from '@/db/stores/drafts'
import { type Actor, actorName } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import type { Draft } from '@/server/domain/content/draft.schema'
import type { Context } from '@/server/domain/context'

/** Drafts are a person's own. */
export const typistOf = (actor: Actor): string => (actor.kind === 'member' ? actor.userId : actorName(actor))

/** Null when nothing unsaved is kept. */
export async function getDraft({ actor, db }: Context, itemId: string): Promise<Draft | null> {
  authorize(actor, 'item.editOwn')
  const found = await findDraft(db.read, actor.workspaceId, typistOf(actor), itemId)
  if (!found) return null
  const { baseRevision, edit, savedAt } = found
  return { itemId, baseRevision, edit, savedAt }
}

/** Everything of the asker's that is typed and not saved, newest first. */
export async function listDrafts({ actor, db }: Context): Promise<Draft[]> {
  authorize(actor, 'item.editOwn')
  const rows = await listStored(db.read, actor.workspaceId, typistOf(actor))
  return rows.map(({ itemId, baseRevision, edit, savedAt }) => ({ itemId, baseRevision, edit, savedAt }))
}
