import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { insertRows } from '../insert-rows'
import { itemBodies, itemDrafts, items, itemTags } from '../schema'
import { deleteBriefs } from './briefs'
import { recordChanges } from './changes'
import { grouped, pieces, tagRowsOf, writeBodies, writeColumns, writeTags } from './item-batches'
import { creationOf, deletionOf, differenceOf } from './item-log'
import { removeLeftovers } from './leftovers'

export type ItemRecord = typeof items.$inferSelect
export type TagRecord = Record<'phase' | 'channel' | 'persona' | 'topic' | 'question' | 'campaign', string[]>

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

export const emptyTags = (): TagRecord => ({ phase: [], channel: [], persona: [], topic: [], question: [], campaign: [] })

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
        .orderBy(asc(itemTags.position), asc(itemTags.key)),
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
    .orderBy(asc(itemTags.itemId), asc(itemTags.position), asc(itemTags.key))
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

/** Inserts new items and records their creation. */
export async function insertItems(tx: Writer, stamp: Stamp, list: readonly NewItem[], operation = 'create'): Promise<void> {
  if (list.length === 0) return
  const { workspaceId } = stamp
  await insertRows(
    tx,
    items,
    list.map(({ columns }) => ({ ...columns, workspaceId, revision: 1, updatedAt: stamp.at })),
  )
  await insertRows(
    tx,
    itemBodies,
    list.filter(({ body }) => body !== '').map(({ columns, body }) => ({ workspaceId, itemId: columns.id, body })),
  )
  await insertRows(
    tx,
    itemTags,
    list.flatMap(({ columns, tags }) => tagRowsOf(workspaceId, columns.id, tags)),
  )
  await recordChanges(
    tx,
    stamp,
    list.map((item) => creationOf(item, operation)),
  )
}

export interface ItemSave {
  /** As it was read; its revision is checked again. */
  readonly current: StoredItem
  readonly change: ItemChange
  /** Needed when the change holds a body, for the log. */
  readonly currentBody?: string
}

/**
 * Saves items, set by set rather than one by one, and records for each what changed. Nothing is written for an item whose
 * change says what is there already. `overtaken`: their revision had moved on (somebody saved first); they are left alone.
 * No item may stand in the list twice.
 */
export async function saveItems(
  tx: Writer,
  stamp: Stamp,
  saves: readonly ItemSave[],
  operation = 'edit',
): Promise<{ saved: string[]; overtaken: string[] }> {
  const differences = saves.flatMap(({ current, change, currentBody }) => {
    const difference = differenceOf(current, change, currentBody ?? '', operation)
    return difference ? [{ current, ...difference }] : []
  })
  const revisions = await listRevisions(
    tx,
    stamp.workspaceId,
    differences.map(({ current }) => current.id),
  )
  const isCurrent = ({ current }: { current: StoredItem }) => revisions.get(current.id) === current.revision
  const wanted = differences.filter(isCurrent)
  await writeColumns(tx, stamp, wanted)
  await writeTags(tx, stamp, wanted)
  await writeBodies(tx, stamp, wanted)
  if (wanted.length > 0) {
    await recordChanges(
      tx,
      stamp,
      wanted.map(({ log }) => log),
    )
  }
  return {
    saved: wanted.map(({ current }) => current.id),
    overtaken: differences.filter((difference) => !isCurrent(difference)).map(({ current }) => current.id),
  }
}

/** The revisions that items have now. */
export async function listRevisions(read: Reader, workspaceId: string, ids: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const piece of pieces(ids, idsPerQuery)) {
    const rows = await read
      .select({ id: items.id, revision: items.revision })
      .from(items)
      .where(and(eq(items.workspaceId, workspaceId), inArray(items.id, piece)))
    for (const { id, revision } of rows) found.set(id, revision)
  }
  return found
}

/**
 * Works out again what follows from an item's text. No change that anybody made, so revision and history stay; the log gets
 * an entry under `item.text`, by which facts in memory learn of it.
 */
export async function saveVague(
  tx: Writer,
  stamp: Stamp,
  list: readonly { id: string; before: string[]; after: string[] }[],
): Promise<void> {
  if (list.length === 0) return
  for (const group of grouped(list, ({ after }) => JSON.stringify(after))) {
    for (const piece of pieces(group, idsPerQuery)) {
      const ids = piece.map(({ id }) => id)
      await tx
        .update(items)
        .set({ vague: group[0]?.after ?? [] })
        .where(and(eq(items.workspaceId, stamp.workspaceId), inArray(items.id, ids)))
    }
  }
  await recordChanges(
    tx,
    stamp,
    list.map(({ id, before, after }) => ({
      subject: 'item.text',
      subjectId: id,
      operation: 'edit',
      before: { vague: before },
      after: { vague: after },
    })),
  )
}

/** Deletes items for good, with everything that hangs on them; the log keeps their last state. */
export async function purgeItems(tx: Writer, stamp: Stamp, list: readonly StoredItem[], operation = 'purge'): Promise<void> {
  if (list.length === 0) return
  const ids = list.map(({ id }) => id)
  const bodies = await findBodies(tx, stamp.workspaceId, ids)
  // Logged before the items, so that an undo, which goes backwards, has the items back first.
  await deleteBriefs(tx, stamp, ids, operation)
  await removeLeftovers(tx, stamp, 'item', ids)
  for (const piece of pieces(ids, idsPerQuery)) {
    await tx.delete(itemDrafts).where(and(eq(itemDrafts.workspaceId, stamp.workspaceId), inArray(itemDrafts.itemId, piece)))
    await tx.delete(items).where(and(eq(items.workspaceId, stamp.workspaceId), inArray(items.id, piece)))
  }
  await recordChanges(
    tx,
    stamp,
    list.map((item) => deletionOf(item, bodies.get(item.id), operation)),
  )
}

/** Ids of the items that carry one of the terms. */
export async function listTaggedItems(
  read: Reader,
  workspaceId: string,
  dimension: string,
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await read
    .selectDistinct({ id: itemTags.itemId })
    .from(itemTags)
    .where(and(eq(itemTags.workspaceId, workspaceId), eq(itemTags.dimension, dimension), inArray(itemTags.key, [...keys])))
  return rows.map((row) => row.id)
}

/** Ids of the items with one of these normalised addresses, trash included. */
export async function listIdsByUrlKey(
  read: Reader,
  workspaceId: string,
  urlKeys: readonly string[],
): Promise<{ id: string; urlKey: string | null }[]> {
  const found: { id: string; urlKey: string | null }[] = []
  for (const piece of pieces(urlKeys, idsPerQuery)) {
    const rows = await read
      .select({ id: items.id, urlKey: items.urlKey })
      .from(items)
      .where(and(eq(items.workspaceId, workspaceId), inArray(items.urlKey, piece)))
    found.push(...rows)
  }
  return found
}

/** Ids of the items that are the same content in several locales; a group is named after its first item. */
export async function listIdsOfGroup(read: Reader, workspaceId: string, groupId: string): Promise<string[]> {
  const rows = await read
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.workspaceId, workspaceId), or(eq(items.groupId, groupId), eq(items.id, groupId))))
  return rows.map(({ id }) => id)
}
