import { type JobRun, listQueue, listRuns, listTroubled } from '@/db/stores/job-runs'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import type { JobKind, JobOverview } from '@/server/domain/jobs/job.schema'

const mostRuns = 300
const mostTold = 50

/** What the program does by itself in a workspace: when last, when next, and what went wrong. */
export async function getJobOverview(context: Context): Promise<JobOverview> {
  const { actor, db, now } = context
  authorize(actor, 'job.read')
  const [runs, queue, troubled] = await Promise.all([
    listRuns(db.read, actor.workspaceId, mostRuns),
    listQueue(db.read, actor.workspaceId, now()),
    listTroubled(db.read, actor.workspaceId, mostTold),
  ])
  const names = [...new Set([...runs, ...queue].map(({ name }) => name))].sort()
  const kinds = names.map((name): JobKind => {
    const queued = queue.find((row) => row.name === name)
    return {
      name,
      lastRun: lastRunOf(runs.find((run) => run.name === name)),
      isRunning: (queued?.running ?? 0) > 0,
      waiting: queued?.waiting ?? 0,
      nextAt: queued?.nextAt ?? null,
      givenUp: queued?.failed ?? 0,
    }
  })
  return {
    kinds,
    troubled: troubled.map(({ id, name, attempts, lastError, failedAt, runAt }) => ({
      id,
      name,
      attempts,
      error: lastError ?? '',
      retryAt: failedAt === null ? runAt : null,
    })),
  }
}

function lastRunOf(run: JobRun | undefined): JobKind['lastRun'] {
  if (!run) return null
  const { startedAt, endedAt, error, done } = run
  return { startedAt, tookMs: endedAt.getTime() - startedAt.getTime(), error, done }
}
