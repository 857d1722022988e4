import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { newId } from '../kit'
import { jobRuns, jobs } from '../schema'

export type JobRun = typeof jobRuns.$inferSelect

const failuresKeptMs = 30 * 24 * 60 * 60 * 1000

/**
 * Writes down how a run went. Of those that went well only the last of its kind is kept, so that what runs every minute
 * leaves one row; failures stay for a month.
 */
export async function noteRun(tx: Writer, run: Omit<JobRun, 'id'>): Promise<void> {
  const ofKind = and(
    eq(jobRuns.name, run.name),
    run.workspaceId === null ? isNull(jobRuns.workspaceId) : eq(jobRuns.workspaceId, run.workspaceId),
  )
  const before = new Date(run.endedAt.getTime() - failuresKeptMs)
  const isOld = lt(jobRuns.startedAt, before)
  await tx.delete(jobRuns).where(and(ofKind, run.error === null ? or(isNull(jobRuns.error), isOld) : isOld))
  await tx.insert(jobRuns).values({ ...run, id: newId() })
}

/** The runs of a workspace that are kept, newest first. */
export async function listRuns(read: Reader, workspaceId: string, limit: number): Promise<JobRun[]> {
  return read.select().from(jobRuns).where(eq(jobRuns.workspaceId, workspaceId)).orderBy(desc(jobRuns.startedAt)).limit(limit)
}

/** What waits, runs or was given up in a workspace, by kind: how many, and when the first of those that wait is due. */
export async function listQueue(read: Reader, workspaceId: string, now: Date) {
  const isRunning = sql`${jobs.failedAt} is null and ${jobs.leasedUntil} is not null and ${jobs.leasedUntil} > ${sql.param(now, jobs.leasedUntil)}`
  const isWaiting = sql`${jobs.failedAt} is null and (${jobs.leasedUntil} is null or ${jobs.leasedUntil} <= ${sql.param(now, jobs.leasedUntil)})`
  return read
    .select({
      name: jobs.name,
      failed: sql<number>`count(${jobs.failedAt})`.mapWith(Number),
      running: sql<number>`count(case when ${isRunning} then 1 end)`.mapWith(Number),
      waiting: sql<number>`count(case when ${isWaiting} then 1 end)`.mapWith(Number),
      nextAt: sql<Date | null>`min(case when ${isWaiting} then ${jobs.runAt} end)`.mapWith(jobs.runAt),
    })
    .from(jobs)
    .where(eq(jobs.workspaceId, workspaceId))
    .groupBy(jobs.name)
}

/** Jobs that were given up, or failed and will be tried again. */
export async function listTroubled(read: Reader, workspaceId: string, limit: number) {
  return read
    .select({
      id: jobs.id,
      name: jobs.name,
      attempts: jobs.attempts,
      lastError: jobs.lastError,
      failedAt: jobs.failedAt,
      runAt: jobs.runAt,
    })
    .from(jobs)
    .where(and(eq(jobs.workspaceId, workspaceId), sql`${jobs.lastError} is not null`))
    .orderBy(desc(jobs.runAt))
    .limit(limit)
}

/** Makes a job due at once, with all its attempts. False when it is not there any more. */
export async function runAgain(tx: Writer, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(jobs)
    .set({ failedAt: null, attempts: 0, runAt: now })
    .where(and(eq(jobs.workspaceId, workspaceId), eq(jobs.id, id), or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, now))))
    .returning({ id: jobs.id })
  return rows.length > 0
}

/** When a job of this kind ended last, in whatever workspace. */
export async function lastRunOf(read: Reader, name: string): Promise<Date | null> {
  const endedAt = sql<Date | null>`max(${jobRuns.endedAt})`.mapWith(jobRuns.endedAt)
  const [last] = await read.select({ endedAt }).from(jobRuns).where(eq(jobRuns.name, name))
  return last?.endedAt ?? null
}

/** How the queue of the whole installation stands. */
export async function queueHealth(read: Reader, now: Date) {
  const at = sql.param(now, jobs.runAt)
  const isDue = sql`${jobs.failedAt} is null and ${jobs.runAt} <= ${at}`
  const [queue] = await read
    .select({
      due: sql<number>`count(case when ${isDue} then 1 end)`.mapWith(Number),
      oldest: sql<Date | null>`min(case when ${isDue} then ${jobs.runAt} end)`.mapWith(jobs.runAt),
      failed: sql<number>`count(${jobs.failedAt})`.mapWith(Number),
    })
    .from(jobs)
  const [last] = await read.select({ endedAt: sql<Date | null>`max(${jobRuns.endedAt})`.mapWith(jobRuns.endedAt) }).from(jobRuns)
  return {
    lastRunAt: last?.endedAt ?? null,
    due: queue?.due ?? 0,
    failed: queue?.failed ?? 0,
    overdueSeconds: queue?.oldest ? Math.max(0, Math.round((now.getTime() - queue.oldest.getTime()) / 1000)) : 0,
  }
}
