import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { items, itemTags, vocabulary } from '../schema'
import { recordChanges } from './changes'
import { removeLeftovers } from './leftovers'
import { sameValue } from './same'

export type TermRecord = typeof vocabulary.$inferSelect
export type NewTerm = Omit<TermRecord, 'workspaceId' | 'revision' | 'archivedAt'> & { archivedAt?: Date | null }
export type TermChange = Partial<
  Pick<TermRecord, 'nameEn' | 'nameDe' | 'position' | 'synonyms' | 'details' | 'archivedAt' | 'source'>
>

const subjectId = (term: { dimension: string; key: string }): string => `${term.dimension}/${term.key}`

/** Every term of the workspace, by dimension, position and key. */
export async function listTerms(read: Reader, workspaceId: string): Promise<TermRecord[]> {
  return read
    .select()
    .from(vocabulary)
    .where(eq(vocabulary.workspaceId, workspaceId))
    .orderBy(asc(vocabulary.dimension), asc(vocabulary.position), asc(vocabulary.key))
}

export async function findTerm(
  read: Reader,
  workspaceId: string,
  dimension: string,
  key: string,
): Promise<TermRecord | undefined> {
  const [row] = await read
    .select()
    .from(vocabulary)
    .where(and(eq(vocabulary.workspaceId, workspaceId), eq(vocabulary.dimension, dimension), eq(vocabulary.key, key)))
  return row
}

export async function insertTerms(tx: Writer, stamp: Stamp, terms: readonly NewTerm[]): Promise<void> {
  if (terms.length === 0) return
  const { workspaceId } = stamp
  for (let at = 0; at < terms.length; at += 200)
    await tx.insert(vocabulary).values(terms.slice(at, at + 200).map((term) => ({ ...term, workspaceId })))
  await recordChanges(
    tx,
    stamp,
    terms.map((term) => ({
      subject: 'term',
      subjectId: subjectId(term),
      operation: 'create',
      before: null,
      after: { ...term, archivedAt: term.archivedAt ?? null },
    })),
  )
}

/** Returns undefined when somebody else saved first. */
export async function updateTerm(
  tx: Writer,
  stamp: Stamp,
  current: TermRecord,
  change: TermChange,
  operation = 'edit',
): Promise<TermRecord | undefined> {
  const names = (Object.keys(change) as (keyof TermChange)[]).filter((name) => !sameValue(change[name], current[name]))
  if (names.length === 0) return current
  const [row] = await tx
    .update(vocabulary)
    .set({ ...change, revision: sql`${vocabulary.revision} + 1` })
    .where(
      and(
        eq(vocabulary.workspaceId, stamp.workspaceId),
        eq(vocabulary.dimension, current.dimension),
        eq(vocabulary.key, current.key),
        eq(vocabulary.revision, current.revision),
      ),
    )
    .returning()
  if (!row) return undefined
  await recordChanges(tx, stamp, [
    {
      subject: 'term',
      subjectId: subjectId(current),
      operation,
      before: Object.fromEntries(names.map((name) => [name, current[name]])),
      after: Object.fromEntries(names.map((name) => [name, row[name]])),
    },
  ])
  return row
}

/** Deletes a term that no item carries any more; the database refuses it otherwise. */
export async function deleteTerm(tx: Writer, stamp: Stamp, current: TermRecord): Promise<void> {
  if (current.dimension === 'campaign') await removeLeftovers(tx, stamp, 'campaign', [current.key])
  await tx
    .delete(vocabulary)
    .where(
      and(
        eq(vocabulary.workspaceId, stamp.workspaceId),
        eq(vocabulary.dimension, current.dimension),
        eq(vocabulary.key, current.key),
      ),
    )
  const { workspaceId: _workspace, ...before } = current
  await recordChanges(tx, stamp, [{ subject: 'term', subjectId: subjectId(current), operation: 'delete', before, after: null }])
}

/** A term's values as the log holds them, with instants as they were: what an undo writes back. */
export function termOfLog<T extends Record<string, unknown>>(values: T): T {
  const { archivedAt } = values
  return typeof archivedAt === 'string' ? { ...values, archivedAt: new Date(archivedAt) } : values
}

const columns = { purpose: items.purpose, type: items.type, step: items.step }

/** How many items hold each term of a dimension, in use and in the trash. Keys that nothing holds are absent. */
export async function countTermUse(
  read: Reader,
  workspaceId: string,
  dimension: string,
): Promise<Map<string, { items: number; trashed: number }>> {
  const all = sql<number>`count(*)`.mapWith(Number)
  const kept = sql<number>`sum(case when ${items.deletedAt} is null then 1 else 0 end)`.mapWith(Number)
  const rows =
    dimension === 'purpose' || dimension === 'type' || dimension === 'step'
      ? await read
          .select({ key: columns[dimension], all, kept })
          .from(items)
          .where(eq(items.workspaceId, workspaceId))
          .groupBy(columns[dimension])
      : await read
          .select({ key: itemTags.key, all, kept })
          .from(itemTags)
          .innerJoin(items, and(eq(items.workspaceId, itemTags.workspaceId), eq(items.id, itemTags.itemId)))
          .where(and(eq(itemTags.workspaceId, workspaceId), eq(itemTags.dimension, dimension)))
          .groupBy(itemTags.key)
  return new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, { items: row.kept, trashed: row.all - row.kept }]])))
}
