import { and, asc, eq, inArray, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { newId } from '../kit'
import { jobs } from '../schema'

export type JobRecord = typeof jobs.$inferSelect

/** Which run of a job is meant: a lease that ran out was taken by somebody with a higher `attempts`. */
export type LeasedJob = Pick<JobRecord, 'id' | 'attempts'>

export interface NewJob {
  readonly name: string
  /** Null: of the whole installation. */
  readonly workspaceId: string | null
  readonly payload: unknown
  readonly runAt: Date
  /** While a job with this key waits or runs, another is not queued. */
  readonly dedupeKey?: string
}

const slot = Symbol.for('etappe.jobs.enqueued')
const holder = globalThis as typeof globalThis & { [slot]?: () => void }

/** Has the process's runner look for work when something is queued here, rather than at its next round. `undefined` ends it. */
export function onEnqueued(listener: (() => void) | undefined): void {
  if (listener) holder[slot] = listener
  else delete holder[slot]
}

/** Queues follow-up work in the same write as its cause. Returns the id, or undefined when one with the same key is there already. */
export async function enqueueJob(tx: Writer, job: NewJob): Promise<string | undefined> {
  const [row] = await tx
    .insert(jobs)
    .values({ ...job, id: newId(), dedupeKey: job.dedupeKey ?? null, createdAt: new Date() })
    .onConflictDoNothing({ target: jobs.dedupeKey })
    .returning({ id: jobs.id })
  holder[slot]?.()
  return row?.id
}

/** Which kinds of jobs a runner looks for: these, or all but these. */
export type Lane = { readonly only: readonly string[] } | { readonly except: readonly string[] }
const everything: Lane = { except: [] }

const isDue = (now: Date, lane: Lane) =>
  and(
    isNull(jobs.failedAt),
    lte(jobs.runAt, now),
    or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, now)),
    'only' in lane ? inArray(jobs.name, [...lane.only]) : notInArray(jobs.name, [...lane.except]),
  )

/** Whether `leaseJob` would find something: cheaper than taking the writer's turn to see. */
export async function hasDueJob(read: Reader, now: Date, lane: Lane = everything): Promise<boolean> {
  const [due] = await read.select({ id: jobs.id }).from(jobs).where(isDue(now, lane)).limit(1)
  return due !== undefined
}

/** Takes the oldest job that is due, for `leaseMs`. Undefined when there is none. */
export async function leaseJob(tx: Writer, now: Date, leaseMs: number, lane: Lane = everything): Promise<JobRecord | undefined> {
  const [due] = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(isDue(now, lane))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(1)
  if (!due) return undefined
  const [leased] = await tx
    .update(jobs)
    .set({ leasedUntil: new Date(now.getTime() + leaseMs), attempts: sql`${jobs.attempts} + 1` })
    .where(eq(jobs.id, due.id))
    .returning()
  return leased
}

const stillMine = ({ id, attempts }: LeasedJob) => and(eq(jobs.id, id), eq(jobs.attempts, attempts))

/** False when the lease was lost to another runner. */
export async function renewLease(tx: Writer, job: LeasedJob, until: Date): Promise<boolean> {
  const rows = await tx.update(jobs).set({ leasedUntil: until }).where(stillMine(job)).returning({ id: jobs.id })
  return rows.length > 0
}

/** The job is done and gone. False when the lease was lost to another runner. */
export async function finishJob(tx: Writer, job: LeasedJob): Promise<boolean> {
  const rows = await tx.delete(jobs).where(stillMine(job)).returning({ id: jobs.id })
  return rows.length > 0
}

/** Puts a job off to `retryAt`, or gives it up for good (it stays, with its error, for the operator to see). */
export async function failJob(
  tx: Writer,
  job: LeasedJob,
  failure: { error: string; at: Date; retryAt: Date | null },
): Promise<boolean> {
  const { error, at, retryAt } = failure
  const rows = await tx
    .update(jobs)
    .set({
      lastError: error.slice(0, 2000),
      leasedUntil: null,
      ...(retryAt ? { runAt: retryAt } : { failedAt: at, dedupeKey: null }),
    })
    .where(stillMine(job))
    .returning({ id: jobs.id })
  return rows.length > 0
}

/** Gives a job back untouched, as when the program stops in the middle of it: the run does not count as an attempt. */
export async function releaseJob(tx: Writer, job: LeasedJob): Promise<void> {
  await tx
    .update(jobs)
    .set({ leasedUntil: null, attempts: sql`${jobs.attempts} - 1` })
    .where(stillMine(job))
}
