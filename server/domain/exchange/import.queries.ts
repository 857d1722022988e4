import type { Reader } from '@/db/database'
import { findImport, findImportJob, findImportReport, type ImportRecord, listImports as listRecords } from '@/db/stores/imports'
import { listUserNames } from '@/db/stores/users'
import { can } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { remembered } from '@/server/domain/coverage/remembered'
import { Problem } from '@/server/domain/errors'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { planImport, settle } from '@/server/domain/exchange/import-plan.queries'
import { type CheckedPlan, countsOf } from '@/server/domain/exchange/import-plan.rules'
import {
  isWorking,
  jobKeyOf,
  noReport,
  progressOf,
  type StoredReport,
  settingsOf,
} from '@/server/domain/exchange/import-record.rules'
import {
  type DryRun,
  type ImportDetail,
  type ImportSummary,
  type ImportSurveyAnswer,
  type Inspection,
  importState,
  type RowList,
  type RowPage,
} from '@/server/domain/exchange/import-run.schema'
import { fileTitles } from '@/server/domain/exchange/import-titles.queries'
import { headOf, planRowsOf, reasonRows } from '@/server/domain/exchange/import-view.rules'
import { inTurns } from '@/server/domain/exchange/in-turns'
import { type OpenValue, surveyTable, undecidedDates } from '@/server/domain/exchange/survey.rules'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { undoWithinMs } from '@/server/domain/history/undo.rules'

/** Shown at once; the rest is counted. */
const shownComplaints = 50
const shownValues = 500
const plansKeptMs = 10 * 60_000

export async function listImports(
  context: Context,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<{ imports: ImportSummary[]; nextBefore: string | null }> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  const rows = await listRecords(db.read, actor.workspaceId, { limit: limit + 1, before })
  const page = rows.slice(0, limit)
  const names = await listUserNames(
    db.read,
    page.flatMap(({ userId }) => userId ?? []),
  )
  const imports: ImportSummary[] = []
  for (const row of page) imports.push(summaryOf(row, names, context.now(), await isStuck(db.read, row)))
  return { imports, nextBefore: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** Throws `not_found`. For commands that have authorized. */
export async function importOf(read: Reader, workspaceId: string, id: string): Promise<ImportRecord> {
  const row = await findImport(read, workspaceId, id)
  if (!row) throw new Problem('not_found', 'import.problem.noSuchImport')
  return row
}

export async function getImport(context: Context, id: string): Promise<ImportDetail> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  return detailOf(context, await importOf(db.read, actor.workspaceId, id))
}

export async function detailOf({ db, now }: Context, row: ImportRecord): Promise<ImportDetail> {
  const names = await listUserNames(db.read, row.userId === null ? [] : [row.userId])
  const { reading, mapping, options } = settingsOf(row.settings)
  return { ...summaryOf(row, names, now(), await isStuck(db.read, row)), settings: { reading, mapping, options } }
}

/** It should be worked on, but nobody has it to do: whoever did has given up or ended hard. */
export async function isStuck(read: Reader, { id, state }: Pick<ImportRecord, 'id' | 'state'>): Promise<boolean> {
  return isWorking(state) && (await findImportJob(read, jobKeyOf(id))) === undefined
}

function summaryOf(row: ImportRecord, names: ReadonlyMap<string, string>, now: Date, isGivenUp: boolean): ImportSummary {
  const { id, fileName, userId, createdAt, updatedAt, revision } = row
  const { size, hasFile } = settingsOf(row.settings)
  const { counts, total, startedAt, problem } = progressOf(row.progress)
  const state = isGivenUp ? 'failed' : importState.parse(row.state)
  const hasStopped = state === 'done' || state === 'cancelled' || state === 'failed'
  const { create, update, unchanged, skipped, failed } = counts
  return {
    id,
    fileName,
    state,
    by: userId === null ? null : { id: userId, name: names.get(userId) ?? userId },
    createdAt,
    updatedAt,
    size,
    progress: isWorking(state) ? { done: create + update + unchanged + skipped + failed, total } : null,
    counts: state === 'draft' ? null : counts,
    problem: isGivenUp ? { messageKey: 'import.problem.givenUp', details: {} } : problem,
    canUndo: hasStopped && startedAt !== null && now.getTime() - startedAt.getTime() < undoWithinMs,
    canResume: (state === 'cancelled' || state === 'failed') && hasFile,
    hasFile,
    revision,
  }
}

/** What the program makes of the file, and what applies by what was decided. */
export async function inspectImport(context: ImportContext, id: string): Promise<Inspection> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  const { table, proposal, isRemembered, mapping, options } = await settle(
    context,
    await importOf(db.read, actor.workspaceId, id),
  )
  const { format, encoding, delimiter, sheet, sheets, complaints } = table
  return {
    kind: proposal.kind,
    format,
    encoding,
    delimiter,
    sheet,
    sheets: sheets.map((each) => ({ ...each })),
    rows: table.rows.length,
    columns: proposal.columns.map(({ column, target, confidence, samples, filled }) => ({
      column,
      target: (Object.hasOwn(mapping, column) ? mapping[column] : undefined) ?? 'ignore',
      proposed: target,
      confidence,
      samples: [...samples],
      filled,
    })),
    head: headOf(table),
    complaints: complaints.slice(0, shownComplaints).map((complaint) => ({ ...complaint })),
    complaintCount: complaints.length,
    isRemembered,
    options,
  }
}

export async function surveyImport(context: ImportContext, id: string): Promise<ImportSurveyAnswer> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  const { table, mapping, options, world } = await settle(context, await importOf(db.read, actor.workspaceId, id))
  const survey = await inTurns(surveyTable(table, mapping, options, world.vocabulary, world.owners, world.known))
  const open = new Set(undecidedDates(survey, options).map(({ column }) => column))
  let shown = 0
  // Every answer so far, and as many open questions as a page holds: answering brings the next ones.
  const isShown = ({ isDecided }: OpenValue) => isDecided || shown++ < shownValues
  const makers: Partial<Record<string, boolean>> = {
    phase: can(actor, 'journey.edit'),
    channel: can(actor, 'vocabulary.create'),
    persona: can(actor, 'vocabulary.create'),
    topic: can(actor, 'vocabulary.create'),
    purpose: can(actor, 'vocabulary.create'),
  }
  return {
    values: survey.values.filter(isShown).map(({ isDecided: _, ...value }) => ({
      ...value,
      candidates: value.candidates.map((each) => ({ ...each })),
      canCreate: makers[value.lookup] ?? false,
    })),
    valueCount: survey.values.length,
    dates: survey.dates.map((dates) => ({ ...dates, isOpen: open.has(dates.column) })),
  }
}

const plans = remembered<CheckedPlan>('import-plans', 3)

/** What a draft would do now: worked out once until it, the workspace or the day changes. */
export async function draftPlan(context: ImportContext, row: ImportRecord): Promise<CheckedPlan> {
  const { db, now } = context
  const { seq, workspace } = await loadFacts({ db }, row.workspaceId)
  const nowMs = now().getTime()
  const name = [row.id, row.revision, seq, momentOf(nowMs, workspace.timeZone).today].join(' ')
  return plans(db, name, nowMs, async () => {
    const settled = await settle(context, row)
    refusePeople(settled.proposal.kind)
    const { plan } = await planImport(context, settled)
    return { value: plan, untilMs: nowMs + plansKeptMs }
  })
}

/** Lists of people are not content, and their addresses must not end up in titles. */
export function refusePeople(kind: Inspection['kind']): void {
  if (kind === 'people') throw new Problem('invalid', 'exchange.problem.people')
}

export async function dryRunImport(context: ImportContext, id: string): Promise<DryRun> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  const row = await importOf(db.read, actor.workspaceId, id)
  const plan = await draftPlan(context, row)
  return { counts: countsOf(plan), newTerms: plan.newTerms.map((term) => ({ ...term })), revision: row.revision }
}

/** A page of the rows of one kind: of the plan while it is a draft, of the report afterwards. */
export async function listImportRows(
  context: ImportContext,
  { id, list, offset, limit }: { id: string; list: RowList; offset: number; limit: number },
): Promise<RowPage> {
  const { actor, db } = context
  authorize(actor, 'import.run')
  const row = await importOf(db.read, actor.workspaceId, id)
  const titleOf = await fileTitles(context, row)
  if (row.state === 'draft') {
    const plan = await draftPlan(context, row)
    return { rows: planRowsOf(plan, list, offset, limit, titleOf), total: plan[list].length }
  }
  const report = await reportOf(db.read, row)
  const reasons = list === 'skipped' || list === 'failed' || list === 'notes' ? report[list] : []
  return { rows: reasonRows(reasons.slice(offset, offset + limit), titleOf), total: reasons.length }
}

export async function reportOf(
  read: Reader,
  { workspaceId, id }: Pick<ImportRecord, 'workspaceId' | 'id'>,
): Promise<StoredReport> {
  return ((await findImportReport(read, workspaceId, id)) as StoredReport | null) ?? noReport
}
