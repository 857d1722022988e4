import { basename } from 'node:path'
import {
  commitImport,
  configureImport,
  createImport,
  discardImport,
  resumeImport,
  undoImport,
} from '@/server/domain/exchange/import.commands'
import {
  draftPlan,
  dryRunImport,
  getImport,
  importOf,
  refusePeople,
  reportOf,
  surveyImport,
} from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { settle } from '@/server/domain/exchange/import-plan.queries'
import type { StoredReport } from '@/server/domain/exchange/import-record.rules'
import type { ImportCounts, ImportState } from '@/server/domain/exchange/import-run.schema'
import { overrideMapping } from '@/server/domain/exchange/mapping.rules'
import { MAX_FILE_BYTES } from '@/server/exchange/limits'
import { readTable } from '@/server/exchange/read-table'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { readGiven } from './files'
import { finishImport } from './import-finish'
import { groupNotes, noteLines } from './import-notes'
import { decisionsFrom, mappingFrom, optionsFrom, readingFrom } from './import-options'
import { table } from './output'

export async function importFile(call: Call): Promise<ExitCode> {
  const [file] = call.positionals
  const ways = [file, call.text('resume'), call.text('undo')].filter((way) => way !== undefined)
  if (ways.length === 0) throw new Ending(exitCodes.wrongUsage, 'cli.usage.argumentMissing', { argument: 'FILE' })
  if (ways.length > 1) throw new Ending(exitCodes.wrongUsage, 'cli.usage.oneWay')
  const undo = call.text('undo')
  if (undo !== undefined) return undoWith(call, undo)
  const resume = call.text('resume')
  const bytes = file === undefined ? undefined : await readGiven(file, MAX_FILE_BYTES)
  const context: ImportContext = { ...(await call.context()), readTable }
  if (resume !== undefined) {
    const { state } = await getImport(context, resume)
    if (state === 'cancelled' || state === 'failed') await resumeImport(context, resume)
    return finished(call, context, resume)
  }
  const { id } = await createImport(context, { fileName: basename(file ?? ''), bytes: bytes ?? Buffer.alloc(0) })
  try {
    await configure(call, context, id)
    if (call.has('dry-run')) return await showPlan(call, context, id)
    const { revision } = await getImport(context, id)
    await commitImport(context, { id, revision })
  } catch (error) {
    await discardImport(context, id)
    throw error
  }
  return finished(call, context, id)
}

/** What the options say, on top of what the program proposes. */
async function configure(call: Call, context: ImportContext, id: string): Promise<void> {
  const { workspaceId } = context.actor
  const draft = await configureImport(context, { id, revision: 1, settings: { reading: readingFrom(call) } })
  const settled = await settle(context, await importOf(context.db.read, workspaceId, id))
  refusePeople(settled.proposal.kind)
  const decided = mappingFrom(call, settled.table.columns)
  const options = optionsFrom(call, settled.held.vocabulary)
  const mapping = Object.keys(decided).length > 0 ? overrideMapping(settled.mapping, decided) : undefined
  const { revision } = await configureImport(context, { id, revision: draft.revision, settings: { mapping, options } })
  if (call.list('create').length === 0) return
  const decisions = decisionsFrom(call, (await surveyImport(context, id)).values)
  await configureImport(context, { id, revision, settings: { options: { decisions } } })
}

async function showPlan(call: Call, context: ImportContext, id: string): Promise<ExitCode> {
  const { counts } = await dryRunImport(context, id)
  const plan = await draftPlan(context, await importOf(context.db.read, context.actor.workspaceId, id))
  await discardImport(context, id)
  return tellReport(call, counts, plan)
}

async function finished(call: Call, context: ImportContext, id: string): Promise<ExitCode> {
  const state = await finishImport(call, context, id)
  const { counts, problem, canUndo, canResume } = await getImport(context, id)
  const report = await reportOf(context.db.read, { workspaceId: context.actor.workspaceId, id })
  const exitCode = tellReport(call, counts, report)
  const workspace = call.text('workspace') ?? ''
  if (problem) call.out.tell(call.say(problem.messageKey, problem.details))
  if (canUndo || canResume) call.out.tell(call.say(`cli.import.${canResume ? 'canResume' : 'canUndo'}`, { id, workspace }))
  return exitOf(state) ?? exitCode
}

const exitOf = (state: ImportState): ExitCode | undefined =>
  state === 'cancelled' ? exitCodes.stopped : state === 'failed' ? exitCodes.failed : undefined

function tellReport({ out, say }: Call, counts: ImportCounts | null, { skipped, failed, notes }: StoredReport): ExitCode {
  const { read = 0, create = 0, update = 0, unchanged = 0 } = counts ?? {}
  const told = (list: StoredReport['skipped']) =>
    list.map(({ row, messageKey, details }) => ({ row, reason: say(messageKey, details) }))
  const lines = { skipped: told(skipped), failed: told(failed) }
  const groups = groupNotes(told(notes))
  for (const line of noteLines(groups, say)) out.tell(line)
  const toldNotes = groups.map(({ message, rows, first }) => ({ message, rows, first: first[0] ?? null }))
  out.answer({ read, create, update, unchanged, ...lines, notes: toldNotes }, () => {
    const names = ['read', 'create', 'update', 'unchanged', 'skipped', 'failed'] as const
    const headings = names.map((name) => say(`cli.import.${name}`))
    const sums = table(headings, [[read, create, update, unchanged, skipped.length, failed.length]])
    const rows = [
      ...lines.failed.map((line) => ['failed', line] as const),
      ...lines.skipped.map((line) => ['skipped', line] as const),
    ]
    if (rows.length === 0) return sums
    const reasons = rows.map(([outcome, { row, reason }]) => [row, say(`cli.import.${outcome}`), reason])
    return `${sums}\n${table([say('cli.import.row'), say('cli.import.outcome'), say('cli.import.reason')], reasons)}`
  })
  return failed.length > 0 ? exitCodes.found : exitCodes.done
}

async function undoWith(call: Call, id: string): Promise<ExitCode> {
  const { result } = await undoImport(await call.context(), id)
  const { done, refusedCount } = result
  call.out.answer({ done, refused: refusedCount }, () => `${call.say('cli.import.undone', { done, refused: refusedCount })}\n`)
  return refusedCount > 0 ? exitCodes.found : exitCodes.done
}
