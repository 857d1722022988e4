import { listFailures } from '@/db/stores/publication'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import type { PublicationFailure } from '@/server/domain/publication/publication.schema'

const mostTold = 200

/** Items that were due and could not go live or leave, newest first; of one item where it is named. */
export async function listPublicationFailures(context: Context, itemId?: string): Promise<PublicationFailure[]> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const rows = await listFailures(db.read, actor.workspaceId, mostTold, itemId)
  return rows.map(({ act, workspaceId: _workspace, again: _again, ...row }) => ({
    ...row,
    act: act === 'unpublish' ? 'unpublish' : 'publish',
  }))
}
