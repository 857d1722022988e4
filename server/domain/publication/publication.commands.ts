import { tryPublishingAgain } from '@/db/stores/publication'
import { authorize } from '@/server/domain/access/authorize'
import { editMany } from '@/server/domain/content/bulk.commands'
import type { BulkResult } from '@/server/domain/content/bulk.schema'
import type { Context } from '@/server/domain/context'

type Schedule = { revision?: number | undefined; publishAt?: Date | null | undefined; unpublishAt?: Date | null | undefined }

/**
 * Live now. Each item succeeds or fails for itself, and one undo takes all of it back. `revision`: the one in which a single item
 * was seen; it stays offline if somebody has saved it since.
 */
export async function publishItems(context: Context, ids: readonly string[], revision?: number): Promise<BulkResult> {
  authorize(context.actor, 'item.publish')
  return editMany(context, ids, { publication: { act: 'publish', revision } })
}

/** Offline now, and back to the last step before going live. */
export async function unpublishItems(context: Context, ids: readonly string[]): Promise<BulkResult> {
  authorize(context.actor, 'item.publish')
  return editMany(context, ids, { publication: { act: 'unpublish' } })
}

/** Live, offline or both by itself at a time. A date that is left out stays; null clears it. */
export async function schedulePublication(context: Context, ids: readonly string[], schedule: Schedule): Promise<BulkResult> {
  authorize(context.actor, 'item.publish')
  return editMany(context, ids, { publication: { act: 'schedule', ...schedule } })
}

/** Neither live nor offline by itself any more. */
export async function clearSchedule(context: Context, ids: readonly string[]): Promise<BulkResult> {
  authorize(context.actor, 'item.publish')
  return editMany(context, ids, { publication: { act: 'clear' } })
}

/** Looks once more at what was due and held up: these items, or all of the workspace. */
export async function retryPublication(context: Context, ids?: readonly string[]): Promise<void> {
  const { actor, db, now } = context
  authorize(actor, 'item.publish')
  await db.write(actor.workspaceId, async (tx) => tryPublishingAgain(tx, actor.workspaceId, now(), ids))
}
