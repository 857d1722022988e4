import { findItem } from '@/db/stores/items'
import { authorize } from '@/server/domain/access/authorize'
import { editMany } from '@/server/domain/content/bulk.commands'
import type { Context } from '@/server/domain/context'
import type { Confirmation } from '@/server/domain/freshness/freshness.schema'

/** Looked at and found right, while it is live: the next look is an interval from today. Authors do it for what is theirs. */
export async function confirmValid(context: Context, ids: readonly string[]): Promise<Confirmation> {
  authorize(context.actor, 'item.editOwn')
  const result = await editMany(context, ids, { review: 'valid' })
  const [id] = ids
  const only = result.done === 1 && ids.length === 1 && id !== undefined
  const item = only ? await findItem(context.db.read, context.actor.workspaceId, id) : undefined
  return { ...result, reviewBy: item?.reviewBy ?? null }
}
