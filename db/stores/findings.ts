import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { changes, findings } from '../schema'
import { type Change, recordChanges } from './changes'
import { sameValue } from './same'

export type FindingRecord = typeof findings.$inferSelect

/** What people decided about a finding. A waiver is one decision, so its parts are set and put back together. */
export interface FindingDecision {
  readonly ownerId: string | null
  readonly waiver: { readonly reason: string; readonly until: string | null; readonly by: string | null } | null
  readonly plannedItem: string | null
}

/** What the program finds out by itself. */
export type FindingSight = Pick<FindingRecord, 'severity' | 'phase' | 'evidence' | 'state' | 'lastSeenAt' | 'resolvedAt'>

const rowsPerInsert = 200
const idsPerQuery = 1_000

export async function listFindings(read: Reader, workspaceId: string): Promise<FindingRecord[]> {
  return read.select().from(findings).where(eq(findings.workspaceId, workspaceId)).orderBy(asc(findings.id))
}

/** Those of these ids that are stored. */
export async function listFindingsById(read: Reader, workspaceId: string, ids: readonly string[]): Promise<FindingRecord[]> {
  const found: FindingRecord[] = []
  for (let from = 0; from < ids.length; from += idsPerQuery) {
    const piece = ids.slice(from, from + idsPerQuery)
    found.push(
      ...(await read
        .select()
        .from(findings)
        .where(and(eq(findings.workspaceId, workspaceId), inArray(findings.id, piece)))),
    )
  }
  return found
}

export async function findFinding(read: Reader, workspaceId: string, id: string): Promise<FindingRecord | undefined> {
  const [row] = await read.select().from(findings).where(at(workspaceId, id))
  return row
}

const at = (workspaceId: string, id: string) => and(eq(findings.workspaceId, workspaceId), eq(findings.id, id))

export const decisionOf = ({ ownerId, waiverReason, waivedUntil, waivedBy, plannedItem }: FindingRecord): FindingDecision => ({
  ownerId,
  waiver: waiverReason === null ? null : { reason: waiverReason, until: waivedUntil, by: waivedBy },
  plannedItem,
})

export type NewFinding = Omit<FindingRecord, 'workspaceId' | 'revision'>

/**
 * Writes down what was found for the first time; what another process wrote down meanwhile is left. Its revision is 0 until
 * somebody decides something: revisions count decisions only, so that a later look never stands in anybody's way.
 */
export async function insertFindings(tx: Writer, stamp: Stamp, rows: readonly NewFinding[]): Promise<FindingRecord[]> {
  const inserted: FindingRecord[] = []
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const piece = rows.slice(from, from + rowsPerInsert).map((row) => ({ ...row, workspaceId: stamp.workspaceId, revision: 0 }))
    inserted.push(
      ...(await tx
        .insert(findings)
        .values(piece)
        .onConflictDoNothing({ target: [findings.workspaceId, findings.id] })
        .returning()),
    )
  }
  if (inserted.length > 0) {
    await recordChanges(
      tx,
      stamp,
      inserted.map(({ id, rule, severity, phase, state }) => ({
        subject: 'finding',
        subjectId: id,
        operation: 'found',
        before: null,
        after: { rule, severity, phase, state },
      })),
    )
  }
  return inserted
}

/** Returns undefined when somebody else decided first. `state` is what follows from the decision. */
export async function decideFinding(
  tx: Writer,
  stamp: Stamp,
  current: FindingRecord,
  decision: Partial<FindingDecision> & { readonly state: string },
  operation: string,
): Promise<FindingRecord | undefined> {
  const { state, ...change } = decision
  const before = decisionOf(current)
  const names = (Object.keys(change) as (keyof FindingDecision)[]).filter((name) => !sameValue(change[name], before[name]))
  if (names.length === 0) return current
  const { waiver, ...plain } = change
  const [saved] = await tx
    .update(findings)
    .set({
      ...plain,
      ...(waiver === undefined
        ? {}
        : { waiverReason: waiver?.reason ?? null, waivedUntil: waiver?.until ?? null, waivedBy: waiver?.by ?? null }),
      state,
      revision: sql`${findings.revision} + 1`,
    })
    .where(and(at(stamp.workspaceId, current.id), eq(findings.revision, current.revision)))
    .returning()
  if (!saved) return undefined
  const after = decisionOf(saved)
  await recordChanges(tx, stamp, [
    {
      subject: 'finding',
      subjectId: current.id,
      operation,
      before: Object.fromEntries(names.map((name) => [name, before[name]])),
      after: Object.fromEntries(names.map((name) => [name, after[name]])),
    },
  ])
  return saved
}

export interface SeenFinding {
  readonly id: string
  /** What the look is called in the history; null: nothing happened but the look, which leaves no trace there. */
  readonly operation: string | null
  readonly before: Pick<FindingSight, 'state' | 'severity' | 'phase'>
  readonly sight: FindingSight
}

/** Writes down later looks. Decisions are not touched, so this holds whatever was decided meanwhile. */
export async function saveSights(tx: Writer, stamp: Stamp, list: readonly SeenFinding[]): Promise<void> {
  const log: Change[] = []
  for (const { id, operation, before, sight } of list) {
    await tx.update(findings).set(sight).where(at(stamp.workspaceId, id))
    if (operation === null) continue
    const { state, severity, phase } = sight
    log.push({
      subject: 'finding',
      subjectId: id,
      operation,
      before: { state: before.state, severity: before.severity, phase: before.phase },
      after: { state, severity, phase },
    })
  }
  if (log.length > 0) await recordChanges(tx, stamp, log)
}

/** When each of these findings last came back, after it was resolved or after its waiver was over. */
export async function listReturns(
  read: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, { operation: string; at: Date }>> {
  const found = new Map<string, { operation: string; at: Date }>()
  for (let from = 0; from < ids.length; from += idsPerQuery) {
    const rows = await read
      .select({ id: changes.subjectId, operation: changes.operation, at: changes.at })
      .from(changes)
      .where(
        and(
          eq(changes.workspaceId, workspaceId),
          eq(changes.subject, 'finding'),
          inArray(changes.subjectId, ids.slice(from, from + idsPerQuery)),
          inArray(changes.operation, ['reopened', 'returned']),
        ),
      )
      .orderBy(desc(changes.seq))
    for (const { id, operation, at: time } of rows) if (!found.has(id)) found.set(id, { operation, at: time })
  }
  return found
}
