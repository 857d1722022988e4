import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { itemBodies, items, itemTags } from '../schema'
import { recordChanges } from './changes'

export type ItemRecord = typeof items.$inferSelect
export type TagRecord = Record<'phase' | 'channel' | 'persona' | 'topic' | 'question', string[]>

/** An item as the stores hand it out: its row and its tags. The body lies apart. */
export interface StoredItem extends ItemRecord {
  tags: TagRecord
}

/** What a save changes: columns, tag sets (each replaces the whole set), body. Absent parts stay. */
export interface ItemChange {
  columns: Partial<Omit<ItemRecord, 'workspaceId' | 'id' | 'revision' | 'createdAt' | 'createdBy' | 'updatedAt'>>
  tags?: Partial<TagRecord>
  body?: string
}

export interface NewItem {
  columns: Omit<ItemRecord, 'workspaceId' | 'revision' | 'updatedAt'>
  tags: TagRecord
  body: string
}

/** SQLite takes 32,766 parameters a statement, PostgreSQL 65,535: lists are cut below that. */
const idsPerQuery = 5_000
const rowsPerInsert = 400

export const emptyTags = (): TagRecord => ({ phase: [], channel: [], persona: [], topic: [], question: [] })

function pieces<T>(list: readonly T[], size: number): T[][] {
  const out: T[][] = []
  for (let at = 0; at < list.length; at += size) out.push(list.slice(at, at + size))
  return out
}

type TagRow = Pick<typeof itemTags.$inferSelect, 'itemId' | 'dimension' | 'key'>

function withTags(rows: readonly ItemRecord[], tagRows: readonly TagRow[]): StoredItem[] {
  const byItem = new Map<string, StoredItem>(rows.map((row) => [row.id, { ...row, tags: emptyTags() }]))
  for (const { itemId, dimension, key } of tagRows) byItem.get(itemId)?.tags[dimension as keyof TagRecord]?.push(key)
  return [...byItem.values()]
}

const tagColumns = { itemId: itemTags.itemId, dimension: itemTags.dimension, key: itemTags.key }

/** The items of these ids that exist, in no particular order, those in the trash included. */
export async function listItemsById(read: Reader, workspaceId: string, ids: readonly string[]): Promise<StoredItem[]> {
  const found: StoredItem[] = []
  for (const piece of pieces(ids, idsPerQuery)) {
    const [rows, tags] = await Promise.all([
      read
        .select()
        .from(items)
        .where(and(eq(items.workspaceId, workspaceId), inArray(items.id, piece))),
      read
        .select(tagColumns)
        .from(itemTags)
        .where(and(eq(itemTags.workspaceId, workspaceId), inArray(itemTags.itemId, piece)))
        .orderBy(asc(itemTags.position)),
    ])
    found.push(...withTags(rows, tags))
  }
  return found
}

/** All items page by page in the order of ids: `after` is the last id seen, `''` to begin. */
export async function listItemsAfter(read: Reader, workspaceId: string, after: string, limit: number): Promise<StoredItem[]> {
  const rows = await read
    .select()
    .from(items)
    .where(and(eq(items.workspaceId, workspaceId), gt(items.id, after)))
    .orderBy(asc(items.id))
    .limit(limit)
  const last = rows.at(-1)
  if (!last) return []
  const tags = await read
    .select(tagColumns)
    .from(itemTags)
    .where(and(eq(itemTags.workspaceId, workspaceId), gt(itemTags.itemId, after), sql`${itemTags.itemId} <= ${last.id}`))
    .orderBy(asc(itemTags.itemId), asc(itemTags.position))
  return withTags(rows, tags)
}

export async function findItem(read: Reader, workspaceId: string, id: string): Promise<StoredItem | undefined> {
  return (await listItemsById(read, workspaceId, [id]))[0]
}

/** Bodies by item id; items without a body are absent. */
export async function findBodies(read: Reader, workspaceId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const piece of pieces(ids, idsPerQuery)) {
    const rows = await read
      .select({ id: itemBodies.itemId, body: itemBodies.body })
      .from(itemBodies)
      .where(and(eq(itemBodies.workspaceId, workspaceId), inArray(itemBodies.itemId, piece)))
    for (const row of rows) found.set(row.id, row.body)
  }
  return found
}

function tagRowsOf(workspaceId: string, itemId: string, tags: Partial<TagRecord>) {
  return Object.entries(tags).flatMap(([dimension, keys]) => (keys ?? []).map((key, position) => ({ workspaceId, itemId, dimension, key, position })))
}

/** Inserts new items and records their creation. */
export async function insertItems(tx: Writer, stamp: Stamp, list: readonly NewItem[], operation = 'create'): Promise<void> {
  const { workspaceId } = stamp
  for (const piece of pieces(list, rowsPerInsert)) {
    await tx.insert(items).values(piece.map(({ columns }) => ({ ...columns, workspaceId, revision: 1, updatedAt: stamp.at })))
    const bodies = piece.filter(({ body }) => body !== '').map(({ columns, body }) => ({ workspaceId, itemId: columns.id, body }))
    if (bodies.length > 0) await tx.insert(itemBodies).values(bodies)
    for (const tags of pieces(piece.flatMap(({ columns, tags }) => tagRowsOf(workspaceId, columns.id, tags)), 2_000)) await tx.insert(itemTags).values(tags)
  }
  await recordChanges(
    tx,
    stamp,
    list.map(({ columns, tags, body }) => ({
      subject: 'item',
      subjectId: columns.id,
      operation,
      before: null,
      after: { ...plain(columns), tags, ...(body === '' ? {} : { body }) },
    })),
  )
}

/** Columns that are worked out from others, so no history of their own. */
const derived = new Set(['urlKey', 'vague', 'statusSince', 'workspaceId', 'id', 'revision', 'updatedAt'])

/** A record as it stands in the log: without derived columns, instants as ISO text. */
function plain(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name]) => !derived.has(name))
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  )
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a instanceof Date ? a.toISOString() : a) === JSON.stringify(b instanceof Date ? b.toISOString() : b)

export interface ItemSave {
  /** As it was read in this write: its revision is checked again. */
  readonly current: StoredItem
  readonly change: ItemChange
  /** Needed when the change holds a body, for the log. */
  readonly currentBody?: string
}

/**
 * Saves items and records for each what changed. Nothing is written for an item whose change says what is there already.
 * Returns the ids whose revision had moved on (somebody saved first); those are left alone.
 */
export async function saveItems(tx: Writer, stamp: Stamp, saves: readonly ItemSave[], operation = 'edit'): Promise<{ saved: string[]; overtaken: string[] }> {
  const { workspaceId } = stamp
  const saved: string[] = []
  const overtaken: string[] = []
  const log: Parameters<typeof recordChanges>[2][number][] = []
  for (const { current, change, currentBody } of saves) {
    const columns = Object.fromEntries(Object.entries(change.columns).filter(([name, value]) => value !== undefined && !same(value, current[name as keyof ItemRecord])))
    const tags = Object.fromEntries(Object.entries(change.tags ?? {}).filter(([dimension, keys]) => keys && !same(keys, current.tags[dimension as keyof TagRecord])))
    const bodyChanged = change.body !== undefined && change.body !== (currentBody ?? '')
    const dimensions = Object.keys(tags)
    if (Object.keys(columns).length === 0 && dimensions.length === 0 && !bodyChanged) continue
    const [row] = await tx
      .update(items)
      .set({ ...columns, revision: sql`${items.revision} + 1`, updatedAt: stamp.at })
      .where(and(eq(items.workspaceId, workspaceId), eq(items.id, current.id), eq(items.revision, current.revision)))
      .returning({ id: items.id })
    if (!row) {
      overtaken.push(current.id)
      continue
    }
    if (dimensions.length > 0) {
      await tx.delete(itemTags).where(and(eq(itemTags.workspaceId, workspaceId), eq(itemTags.itemId, current.id), inArray(itemTags.dimension, dimensions)))
      const rows = tagRowsOf(workspaceId, current.id, tags as Partial<TagRecord>)
      if (rows.length > 0) await tx.insert(itemTags).values(rows)
    }
    if (bodyChanged) {
      const body = change.body ?? ''
      await tx.insert(itemBodies).values({ workspaceId, itemId: current.id, body }).onConflictDoUpdate({ target: [itemBodies.workspaceId, itemBodies.itemId], set: { body } })
    }
    saved.push(current.id)
    const before = plain(Object.fromEntries(Object.keys(columns).map((name) => [name, current[name as keyof ItemRecord]])))
    const after = plain(columns)
    log.push({
      subject: 'item',
      subjectId: current.id,
      operation,
      before: {
        ...before,
        ...(dimensions.length > 0 ? { tags: Object.fromEntries(dimensions.map((d) => [d, current.tags[d as keyof TagRecord]])) } : {}),
        ...(bodyChanged ? { body: currentBody ?? '' } : {}),
      },
      after: { ...after, ...(dimensions.length > 0 ? { tags } : {}), ...(bodyChanged ? { body: change.body } : {}) },
    })
  }
  if (log.length > 0) await recordChanges(tx, stamp, log)
  return { saved, overtaken }
}

/** Deletes items for good, with everything that hangs on them; the log keeps their last state. */
export async function purgeItems(tx: Writer, stamp: Stamp, list: readonly StoredItem[], operation = 'purge'): Promise<void> {
  if (list.length === 0) return
  const bodies = await findBodies(tx, stamp.workspaceId, list.map(({ id }) => id))
  for (const piece of pieces(list.map(({ id }) => id), idsPerQuery)) {
    await tx.delete(items).where(and(eq(items.workspaceId, stamp.workspaceId), inArray(items.id, piece)))
  }
  await recordChanges(
    tx,
    stamp,
    list.map(({ tags, ...columns }) => ({
      subject: 'item',
      subjectId: columns.id,
      operation,
      before: { ...plain(columns), tags, ...(bodies.has(columns.id) ? { body: bodies.get(columns.id) } : {}) },
      after: null,
    })),
  )
}

/** How many items carry each term of a dimension, trash included: keys that nothing carries are absent. */
export async function countTagUse(read: Reader, workspaceId: string, dimension: string): Promise<Map<string, number>> {
  const rows = await read
    .select({ key: itemTags.key, n: sql<number>`count(*)`.mapWith(Number) })
    .from(itemTags)
    .where(and(eq(itemTags.workspaceId, workspaceId), eq(itemTags.dimension, dimension)))
    .groupBy(itemTags.key)
  return new Map(rows.map((row) => [row.key, row.n]))
}

/** Ids of the items that carry one of the terms. */
export async function listTaggedItems(read: Reader, workspaceId: string, dimension: string, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await read
    .selectDistinct({ id: itemTags.itemId })
    .from(itemTags)
    .where(and(eq(itemTags.workspaceId, workspaceId), eq(itemTags.dimension, dimension), inArray(itemTags.key, [...keys])))
  return rows.map((row) => row.id)
}
