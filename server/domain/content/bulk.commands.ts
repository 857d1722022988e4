import { setImmediate } from 'node:timers/promises'
import type { Stamp } from '@/db/database'
import { newId } from '@/db/kit'
import { enqueueJob } from '@/db/stores/jobs'
import { findMember } from '@/db/stores/members'
import {
  deleteSelectionsBefore,
  findSelection,
  insertSelection,
  type SelectionRecord,
  setSelectionProgress,
} from '@/db/stores/selections'
import type { Actor } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { added, noResult } from '@/server/domain/content/bulk.rules'
import {
  type BulkEdit,
  type BulkInput,
  type BulkProgress,
  type BulkResult,
  type FreezeInput,
  type Frozen,
  mostAtOnce,
  mostSelected,
} from '@/server/domain/content/bulk.schema'
import { editPiece, purgePiece, refuseStrangeOwner } from '@/server/domain/content/bulk-piece.commands'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { selectItems } from '@/server/domain/content/selection.queries'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { formatFilter, parseFilter } from '@/server/domain/filter/filter-text.rules'

/** Others get their turn between pieces. */
const itemsPerWrite = 1_000
const keptForMs = 24 * 60 * 60 * 1000
/** In place of a filter, which begins with `?`. */
const pickedByHand = ''

const userOf = (actor: Actor): string | null => (actor.kind === 'member' ? actor.userId : null)

/** Freezes what is selected: from here on the edit means these items and no others. */
export async function freezeSelection(context: Context, input: FreezeInput): Promise<Frozen> {
  const { actor, db, now } = context
  authorize(actor, 'item.bulk')
  const { ids, filter } = await meantBy(context, input)
  if (ids.length > mostSelected) throw new Problem('limit_reached', 'content.problem.tooManyItems', { max: mostSelected })
  const id = newId()
  await db.write(actor.workspaceId, async (tx) => {
    await deleteSelectionsBefore(tx, actor.workspaceId, new Date(now().getTime() - keptForMs))
    await insertSelection(tx, {
      workspaceId: actor.workspaceId,
      id,
      userId: userOf(actor),
      filter: filter === null ? pickedByHand : `?${filter}`,
      itemIds: ids,
      createdAt: now(),
    })
  })
  return { selectionId: id, count: ids.length, filter }
}

async function meantBy(context: Context, input: FreezeInput): Promise<{ ids: string[]; filter: string | null }> {
  if ('ids' in input) {
    const { byId } = await loadFacts(context, context.actor.workspaceId)
    return { ids: [...new Set(input.ids)].filter((id) => byId.has(id)), filter: null }
  }
  const { filter } = parseFilter(input.filter)
  const { facts } = await selectItems(context, { filter })
  if (facts.length !== input.expectedCount) throw countChanged(input.expectedCount, facts.length)
  return { ids: facts.map(({ id }) => id), filter: formatFilter(filter) }
}

const countChanged = (expected: number, found: number) =>
  new Problem('conflict', 'content.problem.countChanged', { expected, found })

/**
 * Edits the selection in one change set, so that one undo takes it all back. Refused when the count that the person saw no
 * longer holds. Each item succeeds or fails for itself. More than 5,000 items run as a job: ask `getBulkProgress`.
 */
export async function runBulk(context: Context, input: BulkInput): Promise<BulkProgress> {
  const { actor, db, now } = context
  authorize(actor, 'item.bulk')
  const { selectionId, expectedCount, edit } = input
  if (edit.publication) authorize(actor, 'item.publish')
  if (isEmpty(edit)) {
    throw new Problem('invalid', 'content.problem.nothingToDo')
  }
  const selection = await selectionOf(context, selectionId)
  const ids = selection.itemIds
  await refuseChangedCount(context, selection, edit, expectedCount)
  await refuseStrangeOwner(context, edit)
  const stamp = stampOf(context)
  if (ids.length <= mostAtOnce) {
    const result = await editAll(context, stamp, ids, edit)
    return { state: 'done', seen: ids.length, total: ids.length, result }
  }
  const waiting: BulkJobState = { edit, changeSet: stamp.changeSet, next: 0, state: 'waiting', result: noResult }
  await db.write(actor.workspaceId, async (tx) => {
    await setSelectionProgress(tx, actor.workspaceId, selectionId, waiting)
    await enqueueJob(tx, {
      name: 'content.bulk',
      workspaceId: actor.workspaceId,
      payload: { selectionId },
      runAt: now(),
      dedupeKey: `content.bulk ${selectionId}`,
    })
  })
  return progressOf(waiting, ids.length)
}

const isEmpty = ({ tags, shift, trash, publication, review, set }: BulkEdit): boolean =>
  !tags?.length && !shift && !trash && !publication && !review && Object.keys(set ?? {}).length === 0

/** Between freezing and running, the same items must still be meant: all there, in the same place, answering the same filter. */
async function refuseChangedCount(
  context: Context,
  selection: SelectionRecord,
  edit: BulkEdit,
  expectedCount: number,
): Promise<void> {
  const ids = selection.itemIds
  const { byId } = await loadFacts(context, context.actor.workspaceId)
  const isTrashWanted = edit.trash === 'restore'
  const here = ids.filter((id) => {
    const fact = byId.get(id)
    return fact !== undefined && (fact.deletedAt !== null) === isTrashWanted
  })
  if (here.length !== expectedCount || ids.length !== expectedCount) throw countChanged(expectedCount, here.length)
  if (selection.filter === pickedByHand) return
  const { facts } = await selectItems(context, { filter: parseFilter(selection.filter).filter })
  const meant = new Set(ids)
  const matching = facts.filter(({ id }) => meant.has(id)).length
  if (matching !== ids.length || facts.length !== ids.length) throw countChanged(expectedCount, facts.length)
}

async function selectionOf(context: Context, id: string): Promise<SelectionRecord> {
  const { actor, db } = context
  const selection = await findSelection(db.read, actor.workspaceId, id)
  if (!selection || (actor.kind === 'member' && selection.userId !== actor.userId)) {
    throw new Problem('not_found', 'content.problem.selectionGone')
  }
  return selection
}

async function editAll(context: Context, stamp: Stamp, ids: readonly string[], edit: BulkEdit): Promise<BulkResult> {
  const world = await loadWritingWorld(context, stamp.workspaceId)
  let result = noResult
  for (let at = 0; at < ids.length; at += itemsPerWrite) {
    const piece = ids.slice(at, at + itemsPerWrite)
    const part = await context.db.write(stamp.workspaceId, async (tx) => editPiece(tx, context, stamp, world, piece, edit))
    result = added(result, part)
    await setImmediate()
  }
  return result
}

/** What the job needs and has done, kept beside the selection. */
export interface BulkJobState {
  readonly edit: BulkEdit
  readonly changeSet: string
  /** Position of the next piece. */
  readonly next: number
  readonly state: BulkProgress['state']
  readonly result: BulkResult
}

export const progressOf = ({ state, next, result }: BulkJobState, total: number): BulkProgress => ({
  state,
  seen: next,
  total,
  result,
})

export async function getBulkProgress(context: Context, selectionId: string): Promise<BulkProgress> {
  authorize(context.actor, 'item.bulk')
  const selection = await selectionOf(context, selectionId)
  if (!selection.progress) throw new Problem('not_found', 'content.problem.selectionGone')
  return progressOf(selection.progress as BulkJobState, selection.itemIds.length)
}

/**
 * Goes on with a queued bulk edit, as the person who asked for it and with the rights they have now. The place in the list is
 * written with each piece, so nothing is done twice whenever the program ends. False when told to stop before the end.
 */
export async function runQueuedBulk(job: Context, selectionId: string, isStopping: () => boolean): Promise<boolean> {
  const { db } = job
  const { workspaceId } = job.actor
  const selection = await findSelection(db.read, workspaceId, selectionId)
  if (!selection?.progress) return true
  let state = selection.progress as BulkJobState
  const ids = selection.itemIds
  const actor = await askerOf(job, selection)
  if (!actor) {
    const failed: BulkJobState = { ...state, state: 'failed' }
    await db.write(workspaceId, async (tx) => setSelectionProgress(tx, workspaceId, selectionId, failed))
    return true
  }
  const context: Context = { ...job, actor }
  const world = await loadWritingWorld(context, workspaceId)
  const stamp = stampOf(context, state.changeSet)
  while (state.next < ids.length) {
    if (isStopping()) return false
    const before = state
    const piece = ids.slice(before.next, before.next + itemsPerWrite)
    state = await db.write(workspaceId, async (tx) => {
      const part = await editPiece(tx, context, stamp, world, piece, before.edit)
      const seen = before.next + piece.length
      const result = added(before.result, part)
      const next: BulkJobState = { ...before, next: seen, state: seen >= ids.length ? 'done' : 'running', result }
      await setSelectionProgress(tx, workspaceId, selectionId, next)
      return next
    })
    await setImmediate()
  }
  return true
}

/** Undefined when the person is no member any more. */
async function askerOf({ actor, db }: Context, { userId }: SelectionRecord): Promise<Actor | undefined> {
  if (userId === null) return actor
  const member = await findMember(db.read, actor.workspaceId, userId)
  return member && { kind: 'member', userId, workspaceId: actor.workspaceId, role: member.role }
}

const manyAtOnce = (ids: readonly string[]): string[] => {
  if (ids.length > mostAtOnce) throw new Problem('limit_reached', 'content.problem.tooManyItems', { max: mostAtOnce })
  return [...new Set(ids)]
}

/** One edit for a few items at once. For commands that have authorized. */
export const editMany = (context: Context, ids: readonly string[], edit: BulkEdit): Promise<BulkResult> =>
  editAll(context, stampOf(context), manyAtOnce(ids), edit)

/** To the trash or back, a few items at once; authors too, with what is theirs. */
export async function moveToTrash(context: Context, ids: readonly string[], trash: 'trash' | 'restore'): Promise<BulkResult> {
  authorize(context.actor, 'item.editOwn')
  return editMany(context, ids, { trash })
}

/** Deletes for good what lies in the trash. The log keeps the last state, so for a day even this can be undone. */
export async function purgeItems(context: Context, ids: readonly string[]): Promise<BulkResult> {
  const { actor, db } = context
  authorize(actor, 'item.purge')
  const stamp = stampOf(context)
  const all = manyAtOnce(ids)
  let result = noResult
  for (let at = 0; at < all.length; at += itemsPerWrite) {
    const piece = all.slice(at, at + itemsPerWrite)
    result = added(result, await db.write(actor.workspaceId, async (tx) => purgePiece(tx, context, stamp, piece)))
  }
  return result
}
