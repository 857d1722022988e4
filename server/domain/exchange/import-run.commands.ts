import type { Stamp } from '@/db/database'
import { findImport, type ImportRecord, listMadeItems, noteImport } from '@/db/stores/imports'
import { findMember } from '@/db/stores/members'
import { type Actor, can } from '@/server/domain/access/access.rules'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { stampOf } from '@/server/domain/context'
import { isProblem, Problem } from '@/server/domain/errors'
import { refusePeople, reportOf } from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { type Piece, type PieceOutcome, writePiece } from '@/server/domain/exchange/import-piece.commands'
import { type Planning, planImport, settle } from '@/server/domain/exchange/import-plan.queries'
import { isWorking, progressOf } from '@/server/domain/exchange/import-record.rules'
import { ImportTally, identitiesOf, piecesOf } from '@/server/domain/exchange/import-tally.rules'
import { makeTerms } from '@/server/domain/exchange/import-terms.commands'
import { inTurns } from '@/server/domain/exchange/in-turns'

const mostFailures = 3

/**
 * Does an import that was committed, from where it stands, as the person who asked for it and with the rights they have now.
 * Each piece of rows is written together with the place it reaches, so nothing is done twice whenever the program ends. False
 * when told to stop before the end: then somebody has to call it again.
 */
export async function runImport(job: ImportContext, importId: string, isStopping: () => boolean): Promise<boolean> {
  const { db, now } = job
  const { workspaceId } = job.actor
  const row = await findImport(db.read, workspaceId, importId)
  if (!row || !isWorking(row.state) || row.changeSet === null) return true
  try {
    const actor = await askerOf(job, row)
    const context: ImportContext = { ...job, actor }
    return await work(context, row, stampOf(context, row.changeSet), isStopping)
  } catch (error) {
    const failures = progressOf((await findImport(db.read, workspaceId, importId))?.progress ?? null).failures + 1
    // What the product expects will not change by itself; everything else may be over the next time.
    const isOver = isProblem(error) || failures >= mostFailures
    const problem = isProblem(error)
      ? { messageKey: error.messageKey, details: error.details }
      : { messageKey: 'import.problem.broken', details: {} }
    await db.write(workspaceId, async (tx) => {
      const current = await findImport(tx, workspaceId, importId)
      const progress = { ...progressOf(current?.progress ?? null), failures, problem: isOver ? problem : null }
      await noteImport(tx, workspaceId, importId, { progress, ...(isOver ? { state: 'failed' } : {}) }, now())
    })
    if (isProblem(error)) return true
    throw error
  }
}

/** Whoever is no longer a member, or may not import any more, imports nothing. */
async function askerOf({ actor, db }: ImportContext, { userId }: ImportRecord): Promise<Actor> {
  // Only the operator's command line imports for nobody; whoever does the work, the history names it.
  if (userId === null) return { kind: 'system', workspaceId: actor.workspaceId, job: 'command-line' }
  const member = await findMember(db.read, actor.workspaceId, userId)
  const asker = member && ({ kind: 'member', userId, workspaceId: actor.workspaceId, role: member.role } as const)
  if (!asker || !can(asker, 'import.run')) throw new Problem('forbidden', 'import.problem.askerGone')
  return asker
}

async function work(context: ImportContext, row: ImportRecord, stamp: Stamp, isStopping: () => boolean): Promise<boolean> {
  const { db, now } = context
  const { workspaceId, id } = row
  let progress = progressOf(row.progress)
  if (!(await begin(context, row))) return true
  const made = new Set(await listMadeItems(db.read, workspaceId, stamp.changeSet))
  const before = await reportOf(db.read, row)
  let settled = await settle(context, row)
  refusePeople(settled.proposal.kind)
  let planning = await planImport(context, settled, { without: made })
  if (planning.plan.newTerms.length > 0) {
    const terms = await makeTerms(context, row, stamp, planning.plan.newTerms)
    progress = { ...progress, ...terms }
    settled = await settle(context, { ...row, progress })
    planning = await planImport(context, settled, {
      without: made,
      conversion: terms.areAsPlanned ? planning.conversion : undefined,
    })
  }
  const tally = new ImportTally(planning.plan, progress, before)
  await db.write(workspaceId, (tx) => noteImport(tx, workspaceId, id, { report: tally.report() }, now()))
  for (;;) {
    const outcome = await writeAll(context, row, stamp, planning, tally, made, isStopping)
    if (outcome === 'stopping') return false
    if (outcome === 'lost') return true
    if (outcome === 'done' || outcome === 'cancelled') {
      await finish(context, row, tally, outcome)
      return true
    }
    planning = await planImport(context, settled, { without: made, conversion: planning.conversion })
    tally.replan(planning.plan)
  }
}

/** Writes piece by piece until the end, or until something makes it stop or plan again. */
async function writeAll(
  context: ImportContext,
  row: ImportRecord,
  stamp: Stamp,
  planning: Planning,
  tally: ImportTally,
  made: Set<string>,
  isStopping: () => boolean,
): Promise<PieceOutcome['kind'] | 'done' | 'stopping'> {
  const world = await loadWritingWorld(context, row.workspaceId)
  const identities = await inTurns(identitiesOf(planning.plan, tally.progress.through))
  let seq = planning.seq
  for (const entries of piecesOf(planning.plan, tally.progress.through)) {
    if (isStopping()) return 'stopping'
    const piece: Piece = {
      entries,
      through: tally.progress.through,
      identities,
      seq,
      progressAfter: (results) => tally.after(entries, results, stamp.at),
    }
    const outcome = await writePiece(context, row, stamp, world, piece)
    if (outcome.kind !== 'written') return outcome.kind
    tally.progress = outcome.progress
    for (const itemId of outcome.made) made.add(itemId)
    seq = outcome.seq
  }
  return 'done'
}

/** False when it was called off before it began. */
async function begin({ db, now }: ImportContext, { workspaceId, id }: ImportRecord): Promise<boolean> {
  return db.write(workspaceId, async (tx) => {
    const row = await findImport(tx, workspaceId, id)
    if (row?.state === 'queued') await noteImport(tx, workspaceId, id, { state: 'running' }, now())
    return row !== undefined && isWorking(row.state)
  })
}

async function finish(
  { db, now }: ImportContext,
  { workspaceId, id }: ImportRecord,
  tally: ImportTally,
  state: 'done' | 'cancelled',
): Promise<void> {
  const report = tally.report(state)
  const progress = tally.final(state, report)
  await db.write(workspaceId, async (tx) => {
    const row = await findImport(tx, workspaceId, id)
    // Another process goes on with it: its word counts.
    if (!row || !isWorking(row.state) || progressOf(row.progress).through !== progress.through) return
    await noteImport(tx, workspaceId, id, { state, progress, report }, now())
  })
}
