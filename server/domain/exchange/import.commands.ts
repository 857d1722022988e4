import type { Writer } from '@/db/database'
import { newId } from '@/db/kit'
import {
  deleteImport,
  filePortions,
  findImport,
  type ImportRecord,
  insertImport,
  insertImportPieces,
  noteImport,
  saveImport,
} from '@/db/stores/imports'
import { enqueueJob } from '@/db/stores/jobs'
import { can } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { importOptionsGiven } from '@/server/domain/exchange/exchange.schema'
import { detailOf, importOf, isStuck, refusePeople } from '@/server/domain/exchange/import.queries'
import { queueForgetting } from '@/server/domain/exchange/import-cleanup.commands'
import { firstTableOf, forgetTables, type ImportContext, rememberTable } from '@/server/domain/exchange/import-file.queries'
import { settle } from '@/server/domain/exchange/import-plan.queries'
import {
  importJob,
  isWorking,
  jobKeyOf,
  noProgress,
  progressOf,
  type StoredSettings,
  settingsOf,
} from '@/server/domain/exchange/import-record.rules'
import type { ImportDetail, ImportSettings } from '@/server/domain/exchange/import-run.schema'
import { mappingSignature } from '@/server/domain/exchange/mapping.rules'
import type { UndoResult } from '@/server/domain/history/history.schema'
import { undoChangeSet } from '@/server/domain/history/undo.commands'

/** Keeps a file for the wizard. Refused at once when it is no table. */
export async function createImport(
  context: ImportContext,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<{ id: string }> {
  const { actor, db, now } = context
  authorize(actor, 'import.run')
  const table = await firstTableOf(context, bytes)
  const { workspaceId } = actor
  const id = newId()
  const at = now()
  const settings: StoredSettings = {
    size: bytes.length,
    hasFile: false,
    reading: {},
    mapping: null,
    options: null,
    signature: null,
  }
  const userId = actor.kind === 'member' ? actor.userId : null
  await db.write(workspaceId, async (tx) => {
    await insertImport(tx, {
      workspaceId,
      id,
      userId,
      fileName: cleanName(fileName),
      state: 'draft',
      settings,
      createdAt: at,
      updatedAt: at,
    })
    await queueForgetting(tx, at)
  })
  // Piece by piece, so that others write in between; until the last one is there the import says that it has no file.
  for (const pieces of filePortions(bytes)) await db.write(workspaceId, (tx) => insertImportPieces(tx, workspaceId, id, pieces))
  await db.write(workspaceId, (tx) => noteImport(tx, workspaceId, id, { settings: { ...settings, hasFile: true } }, at))
  rememberTable(context, workspaceId, id, table, bytes.length)
  return { id }
}

/** Only the name, whatever path or signs came with it. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim().slice(0, 200) || 'import'
}

/** Settles something about a draft. Refused with `conflict` when somebody else did meanwhile. */
export async function configureImport(
  context: Context,
  { id, revision, settings: change }: { id: string; revision: number; settings: ImportSettings },
): Promise<ImportDetail> {
  const { actor, db, now } = context
  authorize(actor, 'import.run')
  refusePhases(context, change.options?.decisions)
  const saved = await db.write(actor.workspaceId, async (tx) => {
    const row = await draftOf(tx, actor.workspaceId, id)
    const before = settingsOf(row.settings)
    const settings: StoredSettings = {
      ...before,
      ...(change.reading ? { reading: change.reading, mapping: null } : {}),
      ...(change.mapping === undefined ? {} : { mapping: change.mapping }),
      ...(change.options === undefined ? {} : { options: mergedOptions(before.options, change.options) }),
    }
    return saveImport(tx, { ...row, revision }, { settings }, now())
  })
  if (!saved) throw new Problem('conflict', 'import.problem.changedMeanwhile')
  return detailOf(context, saved)
}

function mergedOptions(before: StoredSettings['options'], change: ImportSettings['options']): StoredSettings['options'] {
  if (!change) return null
  const { decisions, ...rest } = change
  return importOptionsGiven.parse({
    ...before,
    ...rest,
    ...(decisions ? { decisions: { ...before?.decisions, ...decisions } } : {}),
  })
}

async function draftOf(tx: Writer, workspaceId: string, id: string): Promise<ImportRecord> {
  const row = await importOf(tx, workspaceId, id)
  if (row.state !== 'draft') throw new Problem('conflict', 'import.problem.noDraft')
  return row
}

/** Making a phase changes the journey, which is not for everybody who may import. */
function refusePhases(
  { actor }: Context,
  decisions: NonNullable<NonNullable<ImportSettings['options']>['decisions']> | undefined,
): void {
  const isAsked = Object.values(decisions?.phase ?? {}).some(({ action }) => action === 'create')
  if (isAsked && !can(actor, 'journey.edit')) throw new Problem('forbidden', 'import.problem.mayNotCreatePhases')
}

/** Begins the import as it was last shown: a job does it, also over a restart. */
export async function commitImport(
  context: ImportContext,
  { id, revision }: { id: string; revision: number },
): Promise<ImportDetail> {
  const { actor, db, now } = context
  authorize(actor, 'import.run')
  const row = await importOf(db.read, actor.workspaceId, id)
  if (row.state !== 'draft') throw new Problem('conflict', 'import.problem.noDraft')
  const { settings, table, proposal, mapping, options } = await settle(context, row)
  refusePeople(proposal.kind)
  refusePhases(context, options.decisions)
  const saved = await db.write(actor.workspaceId, async (tx) => {
    const change = {
      state: 'queued',
      settings: { ...settings, mapping, signature: mappingSignature(table.columns) },
      progress: { ...noProgress, total: table.rows.length },
      changeSet: newId(),
    }
    const queued = await saveImport(tx, { ...row, revision }, change, now())
    if (queued) await enqueueImport(tx, context, id)
    return queued
  })
  if (!saved) throw new Problem('conflict', 'import.problem.changedMeanwhile')
  return detailOf(context, saved)
}

async function enqueueImport(tx: Writer, { actor, now }: Context, id: string): Promise<void> {
  await enqueueJob(tx, {
    name: importJob,
    workspaceId: actor.workspaceId,
    payload: { importId: id },
    runAt: now(),
    dedupeKey: jobKeyOf(id),
  })
}

/** Stops an import after the rows in hand. What is in stays and can be undone; the rest can still be imported with `resumeImport`. */
export async function cancelImport(context: Context, id: string): Promise<ImportDetail> {
  const { actor, db, now } = context
  authorize(actor, 'import.run')
  const { workspaceId } = actor
  const row = await db.write(workspaceId, async (tx) => {
    const current = await importOf(tx, workspaceId, id)
    if (!isWorking(current.state)) throw new Problem('conflict', 'import.problem.notRunning')
    const hasNobody = current.state === 'queued' || (await isStuck(tx, current))
    await noteImport(tx, workspaceId, id, { state: hasNobody ? 'cancelled' : 'cancelling' }, now())
    return importOf(tx, workspaceId, id)
  })
  return detailOf(context, row)
}

/** Goes on with an import that was stopped, with the rows that are not in yet. */
export async function resumeImport(context: Context, id: string): Promise<ImportDetail> {
  const { actor, db, now } = context
  authorize(actor, 'import.run')
  const { workspaceId } = actor
  const row = await db.write(workspaceId, async (tx) => {
    const current = await importOf(tx, workspaceId, id)
    const hasStopped = current.state === 'cancelled' || current.state === 'failed' || (await isStuck(tx, current))
    if (!hasStopped) throw new Problem('conflict', 'import.problem.notStopped')
    if (!settingsOf(current.settings).hasFile) throw new Problem('not_found', 'import.problem.fileGone')
    const progress = { ...progressOf(current.progress), failures: 0, problem: null }
    await noteImport(tx, workspaceId, id, { state: 'queued', progress }, now())
    await enqueueImport(tx, context, id)
    return importOf(tx, workspaceId, id)
  })
  return detailOf(context, row)
}

/** Takes back everything the import did; what others have changed since stays and is named. */
export async function undoImport(context: Context, id: string): Promise<{ import: ImportDetail; result: UndoResult }> {
  const { actor, db, now } = context
  authorize(actor, 'import.run')
  const { workspaceId } = actor
  const row = await importOf(db.read, workspaceId, id)
  const isGivenUp = await isStuck(db.read, row)
  if ((isWorking(row.state) && !isGivenUp) || row.state === 'draft') throw new Problem('conflict', 'import.problem.stillRunning')
  if (row.changeSet === null) throw new Problem('not_found', 'import.problem.nothingToUndo')
  const result = await undoChangeSet(context, row.changeSet)
  if (result.done > 0 || result.refusedCount === 0) {
    await db.write(workspaceId, (tx) => noteImport(tx, workspaceId, id, { state: 'undone' }, now()))
  }
  return { import: await detailOf(context, await importOf(db.read, workspaceId, id)), result }
}

/** Forgets a draft. */
export async function discardImport(context: Context, id: string): Promise<void> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  await db.write(actor.workspaceId, async (tx) => {
    const row = await findImport(tx, actor.workspaceId, id)
    if (!row) return
    if (row.state !== 'draft') throw new Problem('conflict', 'import.problem.noDraft')
    await deleteImport(tx, actor.workspaceId, id)
  })
  forgetTables(context, actor.workspaceId, id)
}
