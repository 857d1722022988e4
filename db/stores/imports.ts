import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { changes, importFiles, imports, jobs } from '../schema'

type Row = typeof imports.$inferSelect
/** Without the report, which may be long and is asked for apart. */
export type ImportRecord = Omit<Row, 'report'>
export type ImportChange = Partial<Pick<Row, 'state' | 'settings' | 'progress' | 'report' | 'changeSet'>>

/** A file is kept in pieces, so that no statement carries fifty megabytes. */
const pieceBytes = 512 * 1024
const piecesPerWrite = 4

const { report: _report, ...columns } = getTableColumns(imports)
const one = (workspaceId: string, id: string) => and(eq(imports.workspaceId, workspaceId), eq(imports.id, id))

/** Imports are no change of the workspace, what they do is: the log knows nothing of this table. */
export async function insertImport(tx: Writer, row: Omit<Row, 'progress' | 'report' | 'changeSet' | 'revision'>): Promise<void> {
  await tx.insert(imports).values(row)
}

export async function findImport(read: Reader, workspaceId: string, id: string): Promise<ImportRecord | undefined> {
  const [row] = await read.select(columns).from(imports).where(one(workspaceId, id))
  return row
}

export async function findImportReport(read: Reader, workspaceId: string, id: string): Promise<unknown> {
  const [row] = await read.select({ report: imports.report }).from(imports).where(one(workspaceId, id))
  return row?.report ?? null
}

/** Newest first; ids rise with time, so the last one seen says where to go on. */
export async function listImports(
  read: Reader,
  workspaceId: string,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<ImportRecord[]> {
  return read
    .select(columns)
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), before === undefined ? undefined : lt(imports.id, before)))
    .orderBy(desc(imports.id))
    .limit(limit)
}

/** Saves a person's decision. Undefined when somebody else saved first. */
export async function saveImport(
  tx: Writer,
  current: Pick<ImportRecord, 'workspaceId' | 'id' | 'revision'>,
  change: ImportChange,
  at: Date,
): Promise<ImportRecord | undefined> {
  const [row] = await tx
    .update(imports)
    .set({ ...change, revision: sql`${imports.revision} + 1`, updatedAt: at })
    .where(and(one(current.workspaceId, current.id), eq(imports.revision, current.revision)))
    .returning(columns)
  return row
}

/** Notes how far the import has come; no decision of anybody, so its revision stays. */
export async function noteImport(tx: Writer, workspaceId: string, id: string, change: ImportChange, at: Date): Promise<void> {
  await tx
    .update(imports)
    .set({ ...change, updatedAt: at })
    .where(one(workspaceId, id))
}

export async function deleteImport(tx: Writer, workspaceId: string, id: string): Promise<void> {
  await deleteImportFile(tx, workspaceId, id)
  await tx.delete(imports).where(one(workspaceId, id))
}

/** The file in portions for one write each. */
export function* filePortions(bytes: Uint8Array): Generator<{ piece: number; bytes: Buffer }[]> {
  let portion: { piece: number; bytes: Buffer }[] = []
  for (let at = 0, piece = 0; at < bytes.length; at += pieceBytes, piece += 1) {
    portion.push({ piece, bytes: Buffer.from(bytes.subarray(at, at + pieceBytes)) })
    if (portion.length < piecesPerWrite) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}

export async function insertImportPieces(
  tx: Writer,
  workspaceId: string,
  importId: string,
  pieces: readonly { piece: number; bytes: Buffer }[],
): Promise<void> {
  await tx.insert(importFiles).values(pieces.map((piece) => ({ ...piece, workspaceId, importId })))
}

/** The file, put together; undefined when it is forgotten. */
export async function readImportFile(read: Reader, workspaceId: string, importId: string): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  for (let after = -1; ; ) {
    const rows = await read
      .select({ piece: importFiles.piece, bytes: importFiles.bytes })
      .from(importFiles)
      .where(and(eq(importFiles.workspaceId, workspaceId), eq(importFiles.importId, importId), gt(importFiles.piece, after)))
      .orderBy(asc(importFiles.piece))
      .limit(piecesPerWrite)
    const last = rows.at(-1)
    if (!last) break
    for (const { bytes } of rows) parts.push(bytes)
    after = last.piece
  }
  return parts.length > 0 ? Buffer.concat(parts) : undefined
}

export async function deleteImportFile(tx: Writer, workspaceId: string, importId: string): Promise<void> {
  await tx.delete(importFiles).where(and(eq(importFiles.workspaceId, workspaceId), eq(importFiles.importId, importId)))
}

/** Imports of any workspace that were made before a moment and whose file is still kept. */
export async function listOldImports(read: Reader, before: Date): Promise<ImportRecord[]> {
  const kept = read.selectDistinct({ id: importFiles.importId }).from(importFiles)
  return read
    .select(columns)
    .from(imports)
    .where(and(lt(imports.createdAt, before), inArray(imports.id, kept)))
    .orderBy(asc(imports.createdAt))
}

/** Ids of the items that a change set made. */
export async function listMadeItems(read: Reader, workspaceId: string, changeSet: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: changes.subjectId })
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        eq(changes.changeSet, changeSet),
        eq(changes.subject, 'item'),
        isNull(changes.before),
      ),
    )
  return rows.map(({ id }) => id)
}

/** What others did to items after a seq. At most `limit` rows. */
export async function listForeignChanges(read: Reader, workspaceId: string, seq: number, ownChangeSet: string, limit: number) {
  return read
    .select({ id: changes.subjectId, before: changes.before, after: changes.after })
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        gt(changes.seq, seq),
        eq(changes.subject, 'item'),
        ne(changes.changeSet, ownChangeSet),
      ),
    )
    .orderBy(asc(changes.seq))
    .limit(limit)
}

/** The job of an import, when it waits or runs and has not been given up. */
export async function findImportJob(read: Reader, dedupeKey: string) {
  const [job] = await read
    .select({ id: jobs.id, attempts: jobs.attempts, leasedUntil: jobs.leasedUntil })
    .from(jobs)
    .where(and(eq(jobs.dedupeKey, dedupeKey), isNull(jobs.failedAt)))
  return job
}

/** Takes the job of an import for the process that asks, unless another holds it. */
export async function leaseImportJob(tx: Writer, dedupeKey: string, now: Date, leaseMs: number) {
  const [leased] = await tx
    .update(jobs)
    .set({ leasedUntil: new Date(now.getTime() + leaseMs), attempts: sql`${jobs.attempts} + 1` })
    .where(and(eq(jobs.dedupeKey, dedupeKey), isNull(jobs.failedAt), or(isNull(jobs.leasedUntil), lt(jobs.leasedUntil, now))))
    .returning({ id: jobs.id, attempts: jobs.attempts })
  return leased
}
