import { and, eq, inArray } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { checks } from '../schema'
import { recordChanges } from './changes'

export type CheckRecord = typeof checks.$inferSelect
/** An entry of a step's checklist, for one item. */
export type CheckPlace = Pick<CheckRecord, 'itemId' | 'step' | 'key'>
export interface Tick {
  readonly userId: string | null
  readonly at: Date
}

const idsPerQuery = 5_000

const subjectId = ({ itemId, step, key }: CheckPlace): string => `${itemId}/${step}/${key}`

/** The place that the log names as a tick's subject id. */
export function checkPlaceOf(id: string): CheckPlace {
  const [itemId = '', step = '', key = ''] = id.split('/')
  return { itemId, step, key }
}

const at = (workspaceId: string, { itemId, step, key }: CheckPlace) =>
  and(eq(checks.workspaceId, workspaceId), eq(checks.itemId, itemId), eq(checks.step, step), eq(checks.key, key))

const plainTick = ({ userId, at }: Tick) => ({ userId, at: at.toISOString() })

/** Everything that is ticked for these items. */
export async function listChecks(read: Reader, workspaceId: string, itemIds: readonly string[]): Promise<CheckRecord[]> {
  const found: CheckRecord[] = []
  for (let from = 0; from < itemIds.length; from += idsPerQuery) {
    const piece = itemIds.slice(from, from + idsPerQuery)
    const rows = await read
      .select()
      .from(checks)
      .where(and(eq(checks.workspaceId, workspaceId), inArray(checks.itemId, piece)))
    found.push(...rows)
  }
  return found
}

export async function findCheck(read: Reader, workspaceId: string, place: CheckPlace): Promise<CheckRecord | undefined> {
  const [row] = await read.select().from(checks).where(at(workspaceId, place))
  return row
}

/** Ticks an entry; nothing happens where it is ticked already. */
export async function addCheck(tx: Writer, stamp: Stamp, place: CheckPlace, tick: Tick, operation = 'tick'): Promise<boolean> {
  const { workspaceId } = stamp
  if (await findCheck(tx, workspaceId, place)) return false
  await tx.insert(checks).values({ workspaceId, ...place, ...tick })
  await recordChanges(tx, stamp, [
    { subject: 'check', subjectId: subjectId(place), operation, before: null, after: plainTick(tick) },
  ])
  return true
}

/** Nothing happens where nothing is ticked. */
export async function removeCheck(tx: Writer, stamp: Stamp, place: CheckPlace, operation = 'untick'): Promise<boolean> {
  const [gone] = await tx.delete(checks).where(at(stamp.workspaceId, place)).returning()
  if (!gone) return false
  await recordChanges(tx, stamp, [
    { subject: 'check', subjectId: subjectId(place), operation, before: plainTick(gone), after: null },
  ])
  return true
}
