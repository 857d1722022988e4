import { and, asc, desc, eq, gt, gte, inArray, lt, notInArray, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { insertRows } from '../insert-rows'
import { changes, imports, workspaces } from '../schema'
import { queueFollowUps } from './follow-ups'

export type ChangeRow = typeof changes.$inferSelect

/** What a store function reports to the log. `before` is null for a creation, `after` for a deletion for good. */
export interface Change {
  readonly subject: string
  readonly subjectId: string
  readonly operation: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** Appends to the log, in the same write as the change itself. Called by store functions only. Returns the last seq. */
export async function recordChanges(tx: Writer, stamp: Stamp, list: readonly Change[]): Promise<number> {
  const [workspace] = await tx
    .update(workspaces)
    .set({ seq: sql`${workspaces.seq} + ${list.length}` })
    .where(eq(workspaces.id, stamp.workspaceId))
    .returning({ seq: workspaces.seq })
  if (!workspace) throw new Error('a change was recorded for a workspace that does not exist')
  const first = workspace.seq - list.length + 1
  const { workspaceId, changeSet, actor, at } = stamp
  await insertRows(
    tx,
    changes,
    list.map((change, n) => ({ ...change, workspaceId, changeSet, actor, at, seq: first + n })),
  )
  await queueFollowUps(tx, stamp, list, first)
  return workspace.seq
}

/** The seq of the newest change; 0 for a workspace without any. */
export async function currentSeq(read: Reader, workspaceId: string): Promise<number> {
  const [row] = await read.select({ seq: workspaces.seq }).from(workspaces).where(eq(workspaces.id, workspaceId))
  return row?.seq ?? 0
}

/** Subjects changed after `seq`, with the highest seq among them. At most `limit` rows of the log are looked at. */
export async function listChangesAfter(read: Reader, workspaceId: string, seq: number, limit: number) {
  return read
    .select({ seq: changes.seq, subject: changes.subject, subjectId: changes.subjectId })
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), gt(changes.seq, seq)))
    .orderBy(asc(changes.seq))
    .limit(limit)
}

/** A change set whole, in the order it happened. Empty when unknown. */
export async function listChangeSet(read: Reader, workspaceId: string, changeSet: string): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet)))
    .orderBy(asc(changes.seq))
}

/** A subject's history, newest first. */
export async function listSubjectChanges(
  read: Reader,
  workspaceId: string,
  subject: string,
  subjectId: string,
  options: { limit: number; beforeSeq?: number | undefined },
): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        eq(changes.subject, subject),
        eq(changes.subjectId, subjectId),
        options.beforeSeq === undefined ? undefined : lt(changes.seq, options.beforeSeq),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(options.limit)
}

/** The audit log: newest first, paged by seq. */
export async function listRecentChanges(
  read: Reader,
  workspaceId: string,
  options: { limit: number; beforeSeq?: number | undefined; actor?: string | undefined },
): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        options.beforeSeq === undefined ? undefined : lt(changes.seq, options.beforeSeq),
        options.actor === undefined ? undefined : eq(changes.actor, options.actor),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(options.limit)
}

/** Ids of the items that a change set touched, each once. */
export async function listChangedItems(read: Reader, workspaceId: string, changeSet: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: changes.subjectId })
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet), eq(changes.subject, 'item')))
  return rows.map(({ id }) => id)
}

/** Ids of the items that an import made or changed; none for an unknown one. */
export async function listImportedItems(read: Reader, workspaceId: string, importId: string): Promise<string[]> {
  const [row] = await read
    .select({ changeSet: imports.changeSet })
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId)))
  return row?.changeSet ? listChangedItems(read, workspaceId, row.changeSet) : []
}

/** A change set from its end, page by page below `beforeSeq`. */
export async function listChangeSetBackwards(
  read: Reader,
  workspaceId: string,
  changeSet: string,
  beforeSeq: number,
  limit: number,
): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet), lt(changes.seq, beforeSeq)))
    .orderBy(desc(changes.seq))
    .limit(limit)
}

/** When and by whom a change set was begun, and where it ends. Undefined when there is none. */
export async function findChangeSet(read: Reader, workspaceId: string, changeSet: string) {
  const inSet = and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet))
  const [first] = await read
    .select({ seq: changes.seq, actor: changes.actor, at: changes.at })
    .from(changes)
    .where(inSet)
    .orderBy(asc(changes.seq))
    .limit(1)
  const [last] = await read.select({ seq: changes.seq }).from(changes).where(inSet).orderBy(desc(changes.seq)).limit(1)
  return first && last ? { actor: first.actor, at: first.at, firstSeq: first.seq, lastSeq: last.seq } : undefined
}

/** What happened to these subjects after a seq, newest first, other than in the named change sets. */
export async function listChangesToSince(
  read: Reader,
  workspaceId: string,
  subject: string,
  ids: readonly string[],
  seq: number,
  exceptSets: readonly string[],
): Promise<ChangeRow[]> {
  const found: ChangeRow[] = []
  for (let at = 0; at < ids.length; at += 5_000) {
    const rows = await read
      .select()
      .from(changes)
      .where(
        and(
          eq(changes.workspaceId, workspaceId),
          eq(changes.subject, subject),
          inArray(changes.subjectId, ids.slice(at, at + 5_000)),
          gt(changes.seq, seq),
          notInArray(changes.changeSet, [...exceptSets]),
        ),
      )
      .orderBy(desc(changes.seq))
    found.push(...rows)
  }
  return found
}

export interface AuditHead {
  readonly changeSet: string
  /** Its last entry. */
  readonly seq: number
  readonly actor: string
  readonly at: Date
}

/** How much of the log is looked at in one step, and how often at most, before a page may come back short. */
const auditWindow = 4_000
const auditSteps = 25

/**
 * Change sets by their last entry, newest first. The log is read in windows, so a change set of ten thousand entries costs a few
 * steps and never the whole log. `nextBeforeSeq` is null when the beginning was reached.
 */
export async function listAuditHeads(
  read: Reader,
  workspaceId: string,
  options: {
    limit: number
    newest: number
    beforeSeq?: number | undefined
    actor?: string | undefined
    subject?: string | undefined
  },
): Promise<{ found: AuditHead[]; nextBeforeSeq: number | null }> {
  const { limit, newest, actor, subject } = options
  const found = new Map<string, AuditHead>()
  let before = options.beforeSeq ?? newest + 1
  for (let step = 0; step < auditSteps && before > 1 && found.size < limit; step += 1) {
    const from = Math.max(1, before - auditWindow)
    const rows = await read
      .select({
        changeSet: changes.changeSet,
        seq: sql<number>`max(${changes.seq})`.mapWith(Number),
      })
      .from(changes)
      .where(
        and(
          eq(changes.workspaceId, workspaceId),
          gte(changes.seq, from),
          lt(changes.seq, before),
          actor === undefined ? undefined : eq(changes.actor, actor),
          subject === undefined ? undefined : eq(changes.subject, subject),
        ),
      )
      .groupBy(changes.changeSet)
      .orderBy(desc(sql`max(${changes.seq})`))
      .limit(limit + 1)
    for (const row of rows) {
      if (found.has(row.changeSet) || found.size >= limit) continue
      const head = await findHead(read, workspaceId, row.changeSet, subject)
      // Told already on an earlier page, by its last entry.
      if (head && (options.beforeSeq === undefined || head.seq < options.beforeSeq)) found.set(row.changeSet, head)
    }
    if (found.size >= limit) before = Math.min(...[...found.values()].map(({ seq }) => seq))
    else before = rows.length > limit ? (rows.at(-1)?.seq ?? from) : from
  }
  const list = [...found.values()].sort((a, b) => b.seq - a.seq)
  return { found: list, nextBeforeSeq: before > 1 ? before : null }
}

async function findHead(
  read: Reader,
  workspaceId: string,
  changeSet: string,
  subject: string | undefined,
): Promise<AuditHead | undefined> {
  const [head] = await read
    .select({ changeSet: changes.changeSet, seq: changes.seq, actor: changes.actor, at: changes.at })
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        eq(changes.changeSet, changeSet),
        subject === undefined ? undefined : eq(changes.subject, subject),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(1)
  return head
}

/** What change sets did, by subject and operation, each with its first entry. */
export async function listAuditParts(read: Reader, workspaceId: string, changeSets: readonly string[]) {
  if (changeSets.length === 0) return []
  const parts = await read
    .select({
      changeSet: changes.changeSet,
      subject: changes.subject,
      operation: changes.operation,
      count: sql<number>`count(*)`.mapWith(Number),
      seq: sql<number>`min(${changes.seq})`.mapWith(Number),
    })
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), inArray(changes.changeSet, [...changeSets])))
    .groupBy(changes.changeSet, changes.subject, changes.operation)
    .orderBy(asc(sql`min(${changes.seq})`))
  const firsts = await read
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        inArray(
          changes.seq,
          parts.map(({ seq }) => seq),
        ),
      ),
    )
  const bySeq = new Map(firsts.map((row) => [row.seq, row]))
  return parts.map((part) => ({ ...part, first: bySeq.get(part.seq) }))
}
