import type { Stamp, Writer } from '@/db/database'
import { purgeItems as dropItems, listItemsById, type StoredItem } from '@/db/stores/items'
import { findMember } from '@/db/stores/members'
import { can, mayEditItem } from '@/server/domain/access/access.rules'
import { editFor, noResult } from '@/server/domain/content/bulk.rules'
import type { BulkEdit, BulkFailure, BulkResult } from '@/server/domain/content/bulk.schema'
import { itemChangeOf, kindOfStep, needsPublishing, type Outcome, type StateChange } from '@/server/domain/content/item.rules'
import type { WritingWorld } from '@/server/domain/content/item-world.queries'
import { changeItems, type PreparedChange } from '@/server/domain/content/writing.commands'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { reviewChangeOf } from '@/server/domain/freshness/freshness.rules'
import { nothingSeen, type PublicationSight, publicationChangeOf } from '@/server/domain/publication/publication.rules'
import { publicationOperations } from '@/server/domain/publication/publication.schema'
import { lookAtPublication } from '@/server/domain/publication/publication-sight.queries'
import { decideStep, newTimeOf, scheduleFaults } from '@/server/domain/workflow/step-decision.rules'
import { lookAtSteps, type StepSight } from '@/server/domain/workflow/step-items.queries'

const unseen: ReadonlyMap<string, PublicationSight> = new Map()

/** An owner is checked once, not item by item. */
export async function refuseStrangeOwner(context: Context, { set }: BulkEdit): Promise<void> {
  const { db, actor } = context
  if (set?.ownerId && !(await findMember(db.read, actor.workspaceId, set.ownerId))) {
    throw new Problem('invalid', 'content.problem.noSuchMember')
  }
}

/** One piece of a bulk edit, inside a write: every item is decided for itself, then all are written together. */
export async function editPiece(
  tx: Writer,
  context: Context,
  stamp: Stamp,
  world: WritingWorld,
  ids: readonly string[],
  edit: BulkEdit,
): Promise<BulkResult> {
  const current = new Map((await listItemsById(tx, stamp.workspaceId, ids)).map((item) => [item.id, item]))
  const { publication } = edit
  const seen = publication ? await lookAtPublication(tx, context.actor, world, [...current.values()], publication) : unseen
  const failed: BulkFailure[] = []
  const changes: PreparedChange[] = []
  const sight = asksWorkflow(edit) ? await lookAtSteps(tx, context.actor, [...current.keys()], world.held.vocabulary) : undefined
  for (const id of ids) {
    const item = current.get(id)
    const outcome = item ? decideEdit(context, world, item, edit, { seen, sight }) : fault('content.problem.noSuchItem')
    if (outcome.faults) failed.push(failureOf(id, item, outcome.faults[0]))
    else changes.push(outcome.value)
  }
  const operation = operationOf(edit)
  const { saved, overtaken, voided } = await changeItems(tx, context.db.search, stamp, changes, world, operation)
  failed.push(...overtaken.map((id) => failureOf(id, current.get(id), { messageKey: 'content.problem.overtaken', details: {} })))
  return {
    changeSet: saved.length > 0 ? stamp.changeSet : null,
    done: saved.length,
    skipped: ids.length - saved.length - failed.length,
    failed,
    failedCount: failed.length,
    voided: voided.length,
  }
}

/** Whether it moves items along their steps, or has them go live at a time. */
const asksWorkflow = ({ set, shift }: BulkEdit): boolean =>
  set?.step !== undefined ||
  set?.type !== undefined ||
  set?.publishAt instanceof Date ||
  shift?.fields.includes('publishAt') === true

function operationOf({ trash, publication, review }: BulkEdit): string {
  if (publication) return publicationOperations[publication.act]
  return review ? 'review' : (trash ?? 'bulk')
}

const fault = (messageKey: string): Outcome<never> => ({ faults: [{ field: '', messageKey, details: {} }] })

function failureOf(
  id: string,
  item: StoredItem | undefined,
  cause: Pick<BulkFailure, 'messageKey' | 'details'> | undefined,
): BulkFailure {
  const { messageKey = 'content.problem.invalid', details = {} } = cause ?? {}
  return { id, title: item?.title ?? null, messageKey, details }
}

/** What an edit makes of one item, or why this person may not make it. */
export function decideEdit(
  { actor }: Context,
  world: WritingWorld,
  item: StoredItem,
  edit: BulkEdit,
  /** `seen`: what the workflow says to a wish about publication; `sight` where the edit asks the workflow. */
  { seen = unseen, sight }: { seen?: ReadonlyMap<string, PublicationSight>; sight?: StepSight | undefined } = {},
): Outcome<PreparedChange> {
  const to = (change: StateChange): Outcome<PreparedChange> => ({ value: { current: item, change } })
  const toOutcome = (outcome: Outcome<StateChange>): Outcome<PreparedChange> => (outcome.faults ? outcome : to(outcome.value))
  if (!mayEditItem(actor, item)) return fault('content.problem.notYours')
  if (edit.trash === 'restore') return to({ columns: { deletedAt: null }, tags: {} })
  if (edit.trash === 'trash') {
    if (item.deletedAt !== null) return to({ columns: {}, tags: {} })
    // Throwing away what is live takes it offline.
    if (kindOfStep(item.step, world) === 'published' && !can(actor, 'item.publish')) return fault('content.problem.mayNotPublish')
    return to({ columns: { deletedAt: new Date(world.moment.nowMs) }, tags: {} })
  }
  if (item.deletedAt !== null) return fault('content.problem.inTrash')
  if (edit.publication) {
    if (!can(actor, 'item.publish')) return fault('content.problem.mayNotPublish')
    const seenAs = 'revision' in edit.publication ? edit.publication.revision : undefined
    if (seenAs !== undefined && seenAs !== item.revision) return fault('publication.problem.changedMeanwhile')
    return toOutcome(publicationChangeOf(item, edit.publication, seen.get(item.id) ?? nothingSeen, world))
  }
  if (edit.review) {
    if (kindOfStep(item.step, world) !== 'published') return fault('publication.problem.notLive')
    return toOutcome(reviewChangeOf(item, world))
  }
  const outcome = itemChangeOf(item, editFor(item, edit, world.moment.zone), world)
  if (outcome.faults) return outcome
  const change = outcome.value
  if (needsPublishing(item, change.columns, world) && !can(actor, 'item.publish')) return fault('content.problem.mayNotPublish')
  if (!sight) return to(change)
  const { vocabulary } = world.held
  const { faults, approvedBy } = decideStep(actor, item, item, change, sight, vocabulary)
  const { nowMs } = world.moment
  const isScheduled = newTimeOf(item, change) !== null
  const late = isScheduled ? scheduleFaults(actor, item, change, sight, vocabulary, { nowMs, approvedBy }) : []
  const all = [...faults, ...late]
  return all.length > 0 ? { faults: all } : { value: { current: item, change, approvedBy } }
}

/** Deletes for good what lies in the trash; other items fail. */
export async function purgePiece(tx: Writer, context: Context, stamp: Stamp, ids: readonly string[]): Promise<BulkResult> {
  const current = await listItemsById(tx, stamp.workspaceId, ids)
  const gone = current.filter(({ deletedAt }) => deletedAt !== null)
  const failed = current
    .filter(({ deletedAt }) => deletedAt === null)
    .map((item) => failureOf(item.id, item, { messageKey: 'content.problem.notInTrash', details: {} }))
  await dropItems(tx, stamp, gone)
  await context.db.search.remove(
    tx,
    stamp.workspaceId,
    gone.map(({ id }) => id),
  )
  return {
    ...noResult,
    changeSet: gone.length > 0 ? stamp.changeSet : null,
    done: gone.length,
    skipped: ids.length - current.length,
    failed,
    failedCount: failed.length,
  }
}
