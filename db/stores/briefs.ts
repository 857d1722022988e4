import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { insertRows } from '../insert-rows'
import { briefs } from '../schema'
import { type Change, recordChanges } from './changes'
import { sameValue } from './same'

export type BriefRecord = typeof briefs.$inferSelect
export interface NewBrief {
  readonly itemId: string
  readonly content: Record<string, unknown>
}

const idsPerQuery = 500

export async function findBrief(read: Reader, workspaceId: string, itemId: string): Promise<BriefRecord | undefined> {
  const [row] = await read
    .select()
    .from(briefs)
    .where(and(eq(briefs.workspaceId, workspaceId), eq(briefs.itemId, itemId)))
  return row
}

/** The briefs of these items, those that have one. */
export async function listBriefs(read: Reader, workspaceId: string, itemIds: readonly string[]): Promise<BriefRecord[]> {
  const found: BriefRecord[] = []
  for (let at = 0; at < itemIds.length; at += idsPerQuery) {
    const piece = itemIds.slice(at, at + idsPerQuery)
    const rows = await read
      .select()
      .from(briefs)
      .where(and(eq(briefs.workspaceId, workspaceId), inArray(briefs.itemId, piece)))
      .orderBy(asc(briefs.itemId))
    found.push(...rows)
  }
  return found
}

const creationOf = ({ itemId, content }: NewBrief, operation: string): Change => ({
  subject: 'brief',
  subjectId: itemId,
  operation,
  before: null,
  after: { ...content },
})

export async function insertBriefs(tx: Writer, stamp: Stamp, list: readonly NewBrief[], operation = 'create'): Promise<void> {
  if (list.length === 0) return
  const { workspaceId, at } = stamp
  await insertRows(
    tx,
    briefs,
    list.map(({ itemId, content }) => ({ workspaceId, itemId, content, revision: 1, updatedAt: at })),
  )
  await recordChanges(
    tx,
    stamp,
    list.map((row) => creationOf(row, operation)),
  )
}

/** Writes what differs. Returns undefined when somebody else saved first, and the row itself when nothing differs. */
export async function updateBrief(
  tx: Writer,
  stamp: Stamp,
  current: BriefRecord,
  change: Record<string, unknown>,
  operation = 'edit',
): Promise<BriefRecord | undefined> {
  const names = Object.keys(change).filter((name) => !sameValue(current.content[name], change[name]))
  if (names.length === 0) return current
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
  const [saved] = await tx
    .update(briefs)
    .set({ content: { ...current.content, ...pick(change) }, revision: sql`${briefs.revision} + 1`, updatedAt: stamp.at })
    .where(
      and(eq(briefs.workspaceId, stamp.workspaceId), eq(briefs.itemId, current.itemId), eq(briefs.revision, current.revision)),
    )
    .returning()
  if (!saved) return undefined
  await recordChanges(tx, stamp, [
    { subject: 'brief', subjectId: current.itemId, operation, before: pick(current.content), after: pick(change) },
  ])
  return saved
}

/** The log keeps the last state whole, so that even this can be undone. */
export async function deleteBriefs(tx: Writer, stamp: Stamp, itemIds: readonly string[], operation = 'delete'): Promise<number> {
  const gone = await listBriefs(tx, stamp.workspaceId, itemIds)
  for (let at = 0; at < gone.length; at += idsPerQuery) {
    const piece = gone.slice(at, at + idsPerQuery).map(({ itemId }) => itemId)
    await tx.delete(briefs).where(and(eq(briefs.workspaceId, stamp.workspaceId), inArray(briefs.itemId, piece)))
  }
  if (gone.length === 0) return 0
  await recordChanges(
    tx,
    stamp,
    gone.map(({ itemId, content }) => ({ subject: 'brief', subjectId: itemId, operation, before: { ...content }, after: null })),
  )
  return gone.length
}
