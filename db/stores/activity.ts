import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Reader } from '../database'
import { changes } from '../schema'
import type { ChangeRow } from './changes'

/** A row of the log without what changed in it, so that thousands can be looked through. */
export type ActivityRow = Omit<ChangeRow, 'workspaceId' | 'before' | 'after'>

/** What happened to things of these kinds from `from` on, before `until`; newest first. */
export async function listActivityRows(
  read: Reader,
  workspaceId: string,
  { from, until, subjects, actor }: { from: number; until: number; subjects: readonly string[]; actor?: string | undefined },
): Promise<ActivityRow[]> {
  const { workspaceId: _workspace, before: _before, after: _after, ...light } = columns
  return read
    .select(light)
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        gte(changes.seq, from),
        lt(changes.seq, until),
        inArray(changes.subject, [...subjects]),
        actor === undefined ? undefined : eq(changes.actor, actor),
      ),
    )
    .orderBy(desc(changes.seq))
}

const columns = {
  workspaceId: changes.workspaceId,
  seq: changes.seq,
  changeSet: changes.changeSet,
  subject: changes.subject,
  subjectId: changes.subjectId,
  operation: changes.operation,
  before: changes.before,
  after: changes.after,
  actor: changes.actor,
  at: changes.at,
}

/** Rows of the log whole, by their place in it. */
export async function listChangesBySeq(read: Reader, workspaceId: string, seqs: readonly number[]): Promise<ChangeRow[]> {
  const found: ChangeRow[] = []
  for (let at = 0; at < seqs.length; at += 5_000) {
    const rows = await read
      .select()
      .from(changes)
      .where(and(eq(changes.workspaceId, workspaceId), inArray(changes.seq, [...seqs.slice(at, at + 5_000)])))
    found.push(...rows)
  }
  return found
}

/** Where in the log each of these change sets ends. */
export async function listLastSeqs(
  read: Reader,
  workspaceId: string,
  changeSets: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const changeSet of changeSets) {
    const [row] = await read
      .select({ seq: changes.seq })
      .from(changes)
      .where(and(eq(changes.workspaceId, workspaceId), eq(changes.changeSet, changeSet)))
      .orderBy(desc(changes.seq))
      .limit(1)
    if (row) found.set(changeSet, row.seq)
  }
  return found
}

/** What happened to these very things before `until`, newest first. */
export async function listActivityOf(
  read: Reader,
  workspaceId: string,
  {
    ids,
    until,
    limit,
    actor,
  }: { ids: Readonly<Record<string, readonly string[]>>; until: number; limit: number; actor?: string | undefined },
): Promise<ActivityRow[]> {
  const found: ActivityRow[] = []
  const { workspaceId: _workspace, before: _before, after: _after, ...light } = columns
  for (const [subject, list] of Object.entries(ids)) {
    if (list.length === 0) continue
    const rows = await read
      .select(light)
      .from(changes)
      .where(
        and(
          eq(changes.workspaceId, workspaceId),
          eq(changes.subject, subject),
          inArray(changes.subjectId, [...list]),
          lt(changes.seq, until),
          actor === undefined ? undefined : eq(changes.actor, actor),
        ),
      )
      .orderBy(desc(changes.seq))
      .limit(limit)
    found.push(...rows)
  }
  return found.sort((a, b) => b.seq - a.seq).slice(0, limit)
}
