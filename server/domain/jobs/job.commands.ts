import { runAgain } from '@/db/stores/job-runs'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'

/** Tries a job that failed at once, with all its attempts. */
export async function runJobAgain(context: Context, id: string): Promise<void> {
  const { actor, db, now } = context
  authorize(actor, 'job.run')
  const isThere = await db.write('global', async (tx) => runAgain(tx, actor.workspaceId, id, now()))
  if (!isThere) throw new Problem('not_found', 'jobs.problem.gone')
}
