import { deleteDraft, putDraft } from '@/db/stores/drafts'
import { authorize } from '@/server/domain/access/authorize'
import { typistOf } from '@/server/domain/content/draft.queries'
import type { Draft, DraftSave } from '@/server/domain/content/draft.schema'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'

/** Bodies may be a million characters long; anything beyond twice that is no draft. */
const mostCharacters = 2_500_000

export async function saveDraft(context: Context, input: DraftSave): Promise<Pick<Draft, 'savedAt'>> {
  const { actor, db, now } = context
  authorize(actor, 'item.editOwn')
  if (JSON.stringify(input.edit).length > mostCharacters) throw new Problem('limit_reached', 'content.problem.draftTooLong')
  const savedAt = now()
  const { workspaceId } = actor
  await db.write(workspaceId, async (tx) => putDraft(tx, { ...input, workspaceId, userId: typistOf(actor), savedAt }))
  return { savedAt }
}

export async function discardDraft({ actor, db }: Context, itemId: string): Promise<void> {
  authorize(actor, 'item.editOwn')
  await db.write(actor.workspaceId, async (tx) => deleteDraft(tx, actor.workspaceId, typistOf(actor), itemId))
}
