import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Stamp, Writer } from '../database'
import { insertRows } from '../insert-rows'
import { itemBodies, items, itemTags } from '../schema'
import type { Difference } from './item-log'
import type { StoredItem, TagRecord } from './items'
import { canonical } from './same'

/** SQLite takes 32,766 parameters a statement, PostgreSQL 65,535: lists are cut below that. */
const idsPerStatement = 5_000
const rowsPerStatement = 400
/** So many different values in one save, and rows are written whole instead of one statement per value. */
const mostGroups = 12

export type Wanted = Difference & { readonly current: StoredItem }

export function pieces<T>(list: readonly T[], size: number): T[][] {
  const out: T[][] = []
  for (let at = 0; at < list.length; at += size) out.push(list.slice(at, at + size))
  return out
}

export function grouped<T>(list: readonly T[], keyOf: (entry: T) => string): T[][] {
  return [...Map.groupBy(list, keyOf).values()]
}

export function tagRowsOf(workspaceId: string, itemId: string, tags: Partial<TagRecord>) {
  return Object.entries(tags).flatMap(([dimension, keys]) =>
    (keys ?? []).map((key, position) => ({ workspaceId, itemId, dimension, key, position })),
  )
}

/** Revision and columns: one statement for all items that get the same values; where they differ, whole rows. */
export async function writeColumns(tx: Writer, stamp: Stamp, wanted: readonly Wanted[]): Promise<void> {
  const { workspaceId, at } = stamp
  const groups = grouped(wanted, ({ columns }) => canonical(columns))
  if (groups.length > mostGroups) return writeRows(tx, stamp, wanted)
  for (const group of groups) {
    for (const piece of pieces(group, idsPerStatement)) {
      const ids = piece.map(({ current }) => current.id)
      await tx
        .update(items)
        .set({ ...columnsOf(group[0]?.columns), revision: sql`${items.revision} + 1`, updatedAt: at })
        .where(and(eq(items.workspaceId, workspaceId), inArray(items.id, ids)))
    }
  }
}

function columnsOf(columns: Partial<StoredItem> = {}) {
  const { tags: _apart, ...row } = columns
  return row
}

/** The rows exist, so each insert turns into an update; only the columns that some item changes are set. */
async function writeRows(tx: Writer, stamp: Stamp, wanted: readonly Wanted[]): Promise<void> {
  const { workspaceId, at } = stamp
  const names = new Set(['revision', 'updatedAt', ...wanted.flatMap(({ columns }) => Object.keys(columns))])
  const set: Record<string, SQL> = {}
  for (const [name, column] of Object.entries(getTableColumns(items))) {
    if (names.has(name)) set[name] = sql.raw(`excluded."${snake(column.name)}"`)
  }
  for (const piece of pieces(wanted, rowsPerStatement)) {
    const rows = piece.map(({ current, columns }) => ({
      ...columnsOf(current),
      ...columnsOf(columns),
      workspaceId,
      revision: current.revision + 1,
      updatedAt: at,
    }))
    await tx
      .insert(items)
      .values(rows as (typeof items.$inferInsert)[])
      .onConflictDoUpdate({ target: [items.workspaceId, items.id], set })
  }
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Only what differs: tags that go are deleted term by term, tags that come are inserted together. */
export async function writeTags(tx: Writer, { workspaceId }: Stamp, wanted: readonly Wanted[]): Promise<void> {
  const going: { dimension: string; key: string; itemId: string }[] = []
  const coming: ReturnType<typeof tagRowsOf> = []
  for (const { current, tags } of wanted) {
    for (const [dimension, keys] of Object.entries(tags) as [keyof TagRecord, string[]][]) {
      const known = new Set(current.tags[dimension])
      const next = new Set(keys)
      for (const key of known) if (!next.has(key)) going.push({ dimension, key, itemId: current.id })
      coming.push(...tagRowsOf(workspaceId, current.id, { [dimension]: keys }).filter(({ key }) => !known.has(key)))
    }
  }
  for (const group of grouped(going, ({ dimension, key }) => `${dimension}/${key}`)) {
    for (const piece of pieces(group, idsPerStatement)) {
      const { dimension = '', key = '' } = piece[0] ?? {}
      const ids = piece.map(({ itemId }) => itemId)
      await tx
        .delete(itemTags)
        .where(
          and(
            eq(itemTags.workspaceId, workspaceId),
            eq(itemTags.dimension, dimension),
            eq(itemTags.key, key),
            inArray(itemTags.itemId, ids),
          ),
        )
    }
  }
  await insertRows(tx, itemTags, coming)
}

export async function writeBodies(tx: Writer, { workspaceId }: Stamp, wanted: readonly Wanted[]): Promise<void> {
  const rows = wanted.flatMap(({ current, body }) => (body === undefined ? [] : [{ workspaceId, itemId: current.id, body }]))
  for (const piece of pieces(rows, rowsPerStatement)) {
    await tx
      .insert(itemBodies)
      .values(piece)
      .onConflictDoUpdate({ target: [itemBodies.workspaceId, itemBodies.itemId], set: { body: sql.raw('excluded.body') } })
  }
}
