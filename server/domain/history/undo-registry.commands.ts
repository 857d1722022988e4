import { findTarget, listTargets, putTarget, removeTarget, type TargetContent, targetPlaceOf } from '@/db/stores/targets'
import {
  countTermUse,
  deleteTerm,
  findTerm,
  insertTerms,
  listTerms,
  type NewTerm,
  type TermChange,
  type TermRecord,
  termOfLog,
  updateTerm,
} from '@/db/stores/vocabulary'
import { findWorkspace, updateWorkspace, type WorkspaceRecord, type WorkspaceSettings } from '@/db/stores/workspaces'
import { undoRanks } from '@/server/domain/board/rank-undo.commands'
import { undoBriefs } from '@/server/domain/briefs/brief-undo.commands'
import { undoComments } from '@/server/domain/comments/comment-undo.commands'
import { enqueueFindVague } from '@/server/domain/content/vague.commands'
import { isDecision, undoFindings, undoRules } from '@/server/domain/gaps/gap-undo.commands'
import { termNameOf } from '@/server/domain/history/subject-names.rules'
import type { UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { undoItems } from '@/server/domain/history/undo-items.commands'
import { type RecordKind, undoRecords } from '@/server/domain/history/undo-records.commands'
import { undoTasks } from '@/server/domain/tasks/task-undo.commands'
import { undoViews } from '@/server/domain/views/view-undo.commands'
import { checkKind, undoApprovals } from '@/server/domain/workflow/workflow-undo.commands'

const placeOf = (id: string): [dimension: string, key: string] => {
  const cut = id.indexOf('/')
  return [id.slice(0, cut), id.slice(cut + 1)]
}

const termKind: RecordKind<TermRecord> = {
  subject: 'term',
  ability: (id) => (id.startsWith('phase/') ? 'journey.edit' : id.startsWith('step/') ? 'workflow.set' : 'vocabulary.create'),
  find: (tx, workspaceId, id) => findTerm(tx, workspaceId, ...placeOf(id)),
  plain: ({ workspaceId: _workspace, revision: _revision, ...term }) => ({ ...term }),
  nameOf: (record, locale) => termNameOf(record, locale) ?? (typeof record.key === 'string' ? record.key : null),
  async revive(tx, stamp, _id, record) {
    const { revision: _revision, ...term } = termOfLog(record)
    await insertTerms(tx, stamp, [term as NewTerm])
  },
  async remove(tx, stamp, term) {
    const { workspaceId, dimension, key } = term
    const use = (await countTermUse(tx, workspaceId, dimension)).get(key)
    if (use && use.items + use.trashed > 0) return false
    // Questions stand in a phase and about a topic, campaigns under campaigns; targets stand at phases and columns.
    const terms = await listTerms(tx, workspaceId)
    const isHeld = terms.some(
      (other) =>
        (other.dimension === 'question' && canHold(other.details, dimension, key)) ||
        (dimension === 'campaign' && other.dimension === dimension && canHold(other.details, 'parent', key)),
    )
    const targets = await listTargets(tx, workspaceId)
    const isTarget = targets.some(
      (target) => (dimension === 'phase' ? target.phase : target.dimension === dimension && target.value) === key,
    )
    if (isHeld || isTarget) return false
    await deleteTerm(tx, stamp, term)
    return true
  },
  update: (tx, stamp, term, change) => updateTerm(tx, stamp, term, termOfLog(change) as TermChange, 'undo'),
}

const canHold = (details: unknown, dimension: string, key: string): boolean =>
  typeof details === 'object' && details !== null && dimension in details && Reflect.get(details, dimension) === key

const targetKind: RecordKind<{ id: string; content: TargetContent }> = {
  subject: 'target',
  ability: () => 'target.set',
  isWhole: true,
  async find(tx, workspaceId, id) {
    const found = await findTarget(tx, workspaceId, targetPlaceOf(id))
    if (!found) return undefined
    const { min, ideal, max, reason } = found
    return { id, content: { min, ideal, max, reason } }
  },
  plain: ({ content }) => ({ ...content }),
  nameOf: () => null,
  async revive(tx, stamp, id, record) {
    await putTarget(tx, stamp, targetPlaceOf(id), contentOf(record), 'undo')
  },
  async remove(tx, stamp, { id }) {
    await removeTarget(tx, stamp, targetPlaceOf(id), 'undo')
    return true
  },
  update: (tx, stamp, { id, content }, change) =>
    putTarget(tx, stamp, targetPlaceOf(id), contentOf({ ...content, ...change }), 'undo'),
}

function contentOf(record: Record<string, unknown>): TargetContent {
  const number = (name: string): number | null => (typeof record[name] === 'number' ? record[name] : null)
  const reason = typeof record.reason === 'string' ? record.reason : null
  return { min: number('min'), ideal: number('ideal'), max: number('max'), reason }
}

const workspaceKind: RecordKind<WorkspaceRecord> = {
  subject: 'workspace',
  ability: () => 'workspace.manage',
  find: (tx, workspaceId) => findWorkspace(tx, workspaceId),
  plain: (row) => ({ ...row }),
  nameOf: ({ name }) => (typeof name === 'string' ? name : null),
  async update(tx, stamp, row, change) {
    const saved = await updateWorkspace(tx, stamp, row, change as Partial<WorkspaceSettings>)
    if ('vaguePhrases' in change) await enqueueFindVague(tx, row.id, stamp.at)
    return saved
  },
}

/** The vague phrases stand with the workspace but belong to its rules, so whoever may set those may put them back. */
const undoWorkspace: UndoApplier = (tx, scope, rows) => {
  const isPhrases = rows.every(({ before, after }) =>
    Object.keys({ ...before, ...after }).every((name) => name === 'vaguePhrases'),
  )
  return undoRecords(isPhrases ? { ...workspaceKind, ability: () => 'rule.set' } : workspaceKind)(tx, scope, rows)
}

/**
 * How each subject of the log is put back. A subject that is not here (members) is left alone by every undo and
 * named as such.
 */
export const undoAppliers: Readonly<Record<string, UndoApplier>> = {
  item: undoItems,
  brief: undoBriefs,
  rank: undoRanks,
  term: undoRecords(termKind),
  target: undoRecords(targetKind),
  workspace: undoWorkspace,
  finding: undoFindings,
  rule: undoRules,
  view: undoViews,
  task: undoTasks,
  comment: undoComments,
  approval: undoApprovals,
  check: undoRecords(checkKind),
}

/** Whether undoing has anything to put back of such a row: what the program found is no decision. */
export const canBePutBack = (row: { subject: string; before: Record<string, unknown> | null }): boolean =>
  row.subject in undoAppliers && (row.subject !== 'finding' || isDecision(row))

/** Derived; put back by the change that it follows from. */
export const silentSubjects: ReadonlySet<string> = new Set(['item.text'])
