import { and, eq, inArray } from 'drizzle-orm'
import type { Stamp, Writer } from '../database'
import { newId } from '../kit'
import { jobs, publicationFailures } from '../schema'
import type { Change } from './changes'
import { isNewsworthy } from './newsworthy'

/** The job that writes leave behind. */
export const gapRefresh = 'gaps.refresh'
/** The job that finds out who has to be told of what was written. */
export const newsDerivation = 'notifications.derive'

/** What the gap rules read, and what decides how they read it. */
const readByRules: ReadonlySet<string> = new Set(['item', 'item.text', 'term', 'target', 'rule', 'workspace'])
const slotMs = 60_000
/** News are to come soon, but several of a person's writes together. */
const newsSlotMs = 10_000

/** What a change says of itself. */
interface Logged {
  readonly subject: string
  readonly subjectId: string
  readonly after: Record<string, unknown> | null
}

/**
 * Queues what follows from any change, by whomever it is made. All writes of a minute share one job, which runs when the
 * minute is over: it sees all of them, and a write that comes while it runs belongs to the next one.
 */
export async function queueFollowUps(
  tx: Writer,
  { workspaceId, at }: Stamp,
  list: readonly Change[],
  firstSeq: number,
): Promise<void> {
  await queueSchedules(tx, workspaceId, at, list)
  if (list.some(isNewsworthy)) await queueNews(tx, workspaceId, at, firstSeq)
  if (!list.some(({ subject }) => readByRules.has(subject))) return
  const endOfMinute = new Date((Math.floor(at.getTime() / slotMs) + 1) * slotMs)
  await queueGapRefresh(tx, workspaceId, endOfMinute, at)
}

/** One job for each workspace and time. As it is not due yet, no runner is woken for it. */
export async function queueGapRefresh(tx: Writer, workspaceId: string, runAt: Date, createdAt: Date): Promise<void> {
  const dedupeKey = `${gapRefresh}/${workspaceId}/${runAt.getTime()}`
  await tx
    .insert(jobs)
    .values({ id: newId(), name: gapRefresh, workspaceId, payload: {}, runAt, dedupeKey, createdAt })
    .onConflictDoNothing({ target: jobs.dedupeKey })
}

/** The job that publishes what is due, and takes offline. */
export const publicationJob = 'publication'
const idsPerStatement = 5_000

/**
 * Whoever gives an item a time to go live or to leave, by whatever way, has the look at that time queued in the same write.
 * And an item that was held up is looked at again as soon as anything about it changes, or somebody approves it.
 */
async function queueSchedules(tx: Writer, workspaceId: string, at: Date, list: readonly Logged[]): Promise<void> {
  const changed = list.filter(({ subject }) => subject === 'item' || subject === 'approval')
  if (changed.length === 0) return
  const moments = new Set<number>()
  for (const { after } of changed) {
    for (const moment of [after?.publishAt, after?.unpublishAt]) {
      if (typeof moment === 'string') moments.add(Math.max(Date.parse(moment), at.getTime()))
    }
  }
  const ids = [...new Set(changed.map(({ subjectId }) => subjectId))]
  for (let n = 0; n < ids.length; n += idsPerStatement) {
    const heldUp = await tx
      .update(publicationFailures)
      .set({ again: true })
      .where(
        and(
          eq(publicationFailures.workspaceId, workspaceId),
          inArray(publicationFailures.itemId, ids.slice(n, n + idsPerStatement)),
        ),
      )
      .returning({ id: publicationFailures.itemId })
    if (heldUp.length > 0) moments.add(at.getTime())
  }
  await queuePublication(tx, workspaceId, moments, at)
}

/**
 * One look at what is due for each workspace and moment. The items themselves say what is due: a look sees all of it, so one too
 * many does no harm.
 */
export async function queuePublication(
  tx: Writer,
  workspaceId: string,
  moments: Iterable<number>,
  createdAt: Date,
): Promise<void> {
  for (const moment of moments) {
    const dedupeKey = `${publicationJob}/${workspaceId}/${moment}`
    const row = { id: newId(), name: publicationJob, workspaceId, payload: {}, runAt: new Date(moment), dedupeKey, createdAt }
    await tx.insert(jobs).values(row).onConflictDoNothing({ target: jobs.dedupeKey })
  }
}

/** `firstSeq`: where to begin when nobody has ever been told anything in this workspace. */
async function queueNews(tx: Writer, workspaceId: string, at: Date, firstSeq: number): Promise<void> {
  const runAt = new Date((Math.floor(at.getTime() / newsSlotMs) + 1) * newsSlotMs)
  const dedupeKey = `${newsDerivation}/${workspaceId}/${runAt.getTime()}`
  await tx
    .insert(jobs)
    .values({ id: newId(), name: newsDerivation, workspaceId, payload: { after: firstSeq - 1 }, runAt, dedupeKey, createdAt: at })
    .onConflictDoNothing({ target: jobs.dedupeKey })
}
