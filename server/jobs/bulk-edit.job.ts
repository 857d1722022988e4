import { z } from 'zod'
import { runQueuedBulk } from '@/server/domain/content/bulk.commands'
import { JobInterrupted, job } from '@/server/jobs/job'

/** A bulk edit of more items than one request should wait for. */
export const bulkEdit = job({
  name: 'content.bulk',
  payload: z.object({ selectionId: z.string() }),
  async run(context, { selectionId }) {
    const isDone = await runQueuedBulk(context, selectionId, () => context.stopping.aborted)
    if (!isDone) throw new JobInterrupted()
  },
})
