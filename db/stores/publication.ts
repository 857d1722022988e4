import { and, asc, eq, inArray, isNotNull, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { changes, items, jobs, publicationFailures } from '../schema'
import { recordChanges } from './changes'
import { publicationJob, queuePublication } from './follow-ups'

export type PublicationFailure = typeof publicationFailures.$inferSelect
export type PublicationAct = 'publish' | 'unpublish'

const failureOf = (act: PublicationAct) =>
  and(
    eq(publicationFailures.workspaceId, items.workspaceId),
    eq(publicationFailures.itemId, items.id),
    eq(publicationFailures.act, act),
  )

/** Due and not known to be held up. `liveSteps`: the steps in which an item is live, for those that are to leave. */
export async function listDue(
  read: Reader,
  workspaceId: string,
  now: Date,
  wish: { act: PublicationAct; liveSteps: readonly string[]; except: readonly string[]; limit: number },
): Promise<string[]> {
  const { act, liveSteps, except, limit } = wish
  if (act === 'unpublish' && liveSteps.length === 0) return []
  const moment = act === 'publish' ? items.publishAt : items.unpublishAt
  const rows = await read
    .select({ id: items.id })
    .from(items)
    .leftJoin(publicationFailures, failureOf(act))
    .where(
      and(
        eq(items.workspaceId, workspaceId),
        isNotNull(moment),
        lte(moment, now),
        or(isNull(publicationFailures.itemId), eq(publicationFailures.again, true)),
        act === 'unpublish' ? inArray(items.step, [...liveSteps]) : undefined,
        // What leaves is gone already while it lies in the trash.
        act === 'unpublish' ? isNull(items.deletedAt) : undefined,
        except.length > 0 ? notInArray(items.id, [...except]) : undefined,
      ),
    )
    .orderBy(asc(moment), asc(items.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Items whose time to go live passed before `before` without anything known to be in the way, in all workspaces. */
export async function countOverdue(read: Reader, before: Date): Promise<number> {
  const [row] = await read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(items)
    .leftJoin(publicationFailures, failureOf('publish'))
    .where(and(isNotNull(items.publishAt), lte(items.publishAt, before), isNull(publicationFailures.itemId)))
  return row?.count ?? 0
}

/** Workspaces in which anything is scheduled. */
export async function listScheduling(read: Reader): Promise<string[]> {
  const rows = await read
    .selectDistinct({ workspaceId: items.workspaceId })
    .from(items)
    .where(or(isNotNull(items.publishAt), isNotNull(items.unpublishAt)))
  return rows.map(({ workspaceId }) => workspaceId)
}

/** Notes why an item that is due stays as it is. The log is told once for each reason. */
export async function noteFailure(
  tx: Writer,
  stamp: Stamp,
  failure: Pick<PublicationFailure, 'itemId' | 'dueAt' | 'messageKey' | 'details'> & { act: PublicationAct },
): Promise<void> {
  const { workspaceId, at } = stamp
  const [known] = await tx
    .select()
    .from(publicationFailures)
    .where(placeOf(workspaceId, failure.itemId, failure.act))
  const row = { ...failure, workspaceId, again: false, at: known && isSame(known, failure) ? known.at : at }
  const { act: _act, itemId, workspaceId: _workspace, ...set } = row
  await tx
    .insert(publicationFailures)
    .values(row)
    .onConflictDoUpdate({
      target: [publicationFailures.workspaceId, publicationFailures.itemId, publicationFailures.act],
      set,
    })
  if (known && isSame(known, failure)) return
  const { act, dueAt, messageKey, details } = failure
  const after = { act, dueAt: dueAt.toISOString(), messageKey, details }
  await recordChanges(tx, stamp, [{ subject: 'publication', subjectId: itemId, operation: 'fail', before: null, after }])
}

const isSame = (known: PublicationFailure, { dueAt, messageKey }: Pick<PublicationFailure, 'dueAt' | 'messageKey'>): boolean =>
  known.messageKey === messageKey && known.dueAt.getTime() === dueAt.getTime()

const placeOf = (workspaceId: string, itemId: string, act: PublicationAct) =>
  and(eq(publicationFailures.workspaceId, workspaceId), eq(publicationFailures.itemId, itemId), eq(publicationFailures.act, act))

export async function forgetFailure(tx: Writer, workspaceId: string, itemId: string, act: PublicationAct): Promise<void> {
  await tx.delete(publicationFailures).where(placeOf(workspaceId, itemId, act))
}

/** Of items that were changed and are due no more. Called when everything that is due has been looked at. */
export async function forgetSettled(tx: Writer, workspaceId: string, now: Date): Promise<void> {
  const rows = await tx
    .select({
      itemId: publicationFailures.itemId,
      act: publicationFailures.act,
      publishAt: items.publishAt,
      end: items.unpublishAt,
    })
    .from(publicationFailures)
    .innerJoin(items, and(eq(items.workspaceId, publicationFailures.workspaceId), eq(items.id, publicationFailures.itemId)))
    .where(and(eq(publicationFailures.workspaceId, workspaceId), eq(publicationFailures.again, true)))
  for (const { itemId, act, publishAt, end } of rows) {
    const moment = act === 'publish' ? publishAt : end
    if (moment === null || moment > now || act === 'unpublish')
      await forgetFailure(tx, workspaceId, itemId, act as PublicationAct)
  }
}

/** An entry of an item that was given another date since is history. */
const isHeldUp = or(
  and(eq(publicationFailures.act, 'publish'), eq(items.publishAt, publicationFailures.dueAt)),
  and(eq(publicationFailures.act, 'unpublish'), eq(items.unpublishAt, publicationFailures.dueAt)),
)
const itemOfFailure = and(eq(items.workspaceId, publicationFailures.workspaceId), eq(items.id, publicationFailures.itemId))

/** How much is held up now, in all workspaces. */
export async function countHeldUp(read: Reader): Promise<number> {
  const [row] = await read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(publicationFailures)
    .innerJoin(items, itemOfFailure)
    .where(isHeldUp)
  return row?.count ?? 0
}

/** What is held up now, newest first. */
export async function listFailures(
  read: Reader,
  workspaceId: string,
  limit: number,
  itemId?: string,
): Promise<(PublicationFailure & { title: string })[]> {
  const rows = await read
    .select({ failure: publicationFailures, title: items.title, publishAt: items.publishAt, unpublishAt: items.unpublishAt })
    .from(publicationFailures)
    .innerJoin(items, itemOfFailure)
    .where(
      and(
        eq(publicationFailures.workspaceId, workspaceId),
        itemId === undefined ? undefined : eq(publicationFailures.itemId, itemId),
        isHeldUp,
      ),
    )
    .orderBy(sql`${publicationFailures.at} desc`, asc(publicationFailures.itemId))
    .limit(limit)
  return rows.map(({ failure, title }) => ({ ...failure, title }))
}

/** Who gave these items their time to go live or to leave, as the log names them; the last one counts. */
export async function listSchedulers(
  read: Reader,
  workspaceId: string,
  itemIds: readonly string[],
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map()
  const rows = await read
    .select({ itemId: changes.subjectId, actor: changes.actor, after: changes.after })
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.subject, 'item'), inArray(changes.subjectId, [...itemIds])))
    .orderBy(asc(changes.seq))
  const isScheduled = (after: (typeof rows)[number]['after']) =>
    typeof after?.publishAt === 'string' || typeof after?.unpublishAt === 'string'
  return new Map(rows.filter(({ after }) => isScheduled(after)).map(({ itemId, actor }) => [itemId, actor]))
}

/** Has held-up items looked at once more; without ids: all of the workspace. For what changes beside the item, such as an approval. */
export async function tryPublishingAgain(tx: Writer, workspaceId: string, now: Date, itemIds?: readonly string[]): Promise<void> {
  await tx
    .update(publicationFailures)
    .set({ again: true })
    .where(
      and(
        eq(publicationFailures.workspaceId, workspaceId),
        itemIds === undefined ? undefined : inArray(publicationFailures.itemId, [...itemIds]),
      ),
    )
  await queuePublication(tx, workspaceId, [now.getTime()], now)
}

/**
 * From here on a write that makes something due queues a look of its own. Taken in the workspace's turn, before looking: what was
 * written earlier is seen by this look, what comes later is not held back by its key.
 */
export async function releaseQueued(tx: Writer, workspaceId: string, now: Date): Promise<void> {
  await tx
    .update(jobs)
    .set({ dedupeKey: null })
    .where(and(eq(jobs.name, publicationJob), eq(jobs.workspaceId, workspaceId), lte(jobs.runAt, now)))
}
