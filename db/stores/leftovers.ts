import type { Stamp, Writer } from '../database'
import { dropComments, listCommentsOf, updateComment } from './comments'
import { dropReviewLinks, listReviewLinks } from './review-links'
import { deleteTasks, listTasksOf, updateTask } from './tasks'

/**
 * Takes away what hangs on things that go for good: tasks, comments, review links. Call it before they go: an undo puts back in
 * the opposite order.
 */
export async function removeLeftovers(
  tx: Writer,
  stamp: Stamp,
  subject: 'item' | 'campaign',
  ids: readonly string[],
): Promise<void> {
  await deleteTasks(tx, stamp, await listTasksOf(tx, stamp.workspaceId, subject, ids), 'purge')
  for (const about of subject === 'item' ? (['item', 'brief'] as const) : ([subject] as const))
    await dropComments(tx, stamp, await listCommentsOf(tx, stamp.workspaceId, about, ids))
  if (subject === 'item') await dropReviewLinks(tx, stamp, await listReviewLinks(tx, stamp.workspaceId, ids))
}

/** When a campaign goes over into another, what hangs on it comes along. */
export async function moveLeftovers(tx: Writer, stamp: Stamp, from: string, into: string): Promise<void> {
  const change = { subjectId: into }
  for (const task of await listTasksOf(tx, stamp.workspaceId, 'campaign', [from]))
    await updateTask(tx, stamp, task, change, 'move')
  for (const comment of await listCommentsOf(tx, stamp.workspaceId, 'campaign', [from]))
    await updateComment(tx, stamp, comment, change, 'move')
}
