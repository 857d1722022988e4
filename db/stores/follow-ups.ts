import type { Stamp, Writer } from '../database'
import { newId } from '../kit'
import { jobs } from '../schema'

/** The job that writes leave behind. */
export const gapRefresh = 'gaps.refresh'

/** What the gap rules read, and what decides how they read it. */
const readByRules: ReadonlySet<string> = new Set(['item', 'item.text', 'term', 'target', 'rule', 'workspace'])
const slotMs = 60_000

/**
 * Queues what follows from any change, by whomever it is made. All writes of a minute share one job, which runs when the
 * minute is over: it sees all of them, and a write that comes while it runs belongs to the next one.
 */
export async function queueFollowUps(
  tx: Writer,
  { workspaceId, at }: Stamp,
  list: readonly { readonly subject: string }[],
): Promise<void> {
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
