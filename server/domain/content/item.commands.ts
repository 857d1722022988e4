import type { Reader, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { deleteDraft } from '@/db/stores/drafts'
import { findBodies, findItem, listIdsOfGroup, type StoredItem } from '@/db/stores/items'
import { findMember } from '@/db/stores/members'
import { type Actor, can, mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { copyBriefs } from '@/server/domain/briefs/copy.commands'
import { conflictOf } from '@/server/domain/content/conflict.queries'
import { copyOf } from '@/server/domain/content/copy.rules'
import type { ItemFault } from '@/server/domain/content/fields.rules'
import { findWholeItem } from '@/server/domain/content/item.queries'
import { type ItemState, itemChangeOf, needsPublishing, type Outcome, type StateChange } from '@/server/domain/content/item.rules'
import type { Item, ItemCreate, ItemEdit } from '@/server/domain/content/item.schema'
import { loadWritingWorld, type WritingWorld } from '@/server/domain/content/item-world.queries'
import { addItems, changeItems, prepareItem } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { giveApprovals } from '@/server/domain/workflow/approval.commands'
import { toldVoid } from '@/server/domain/workflow/approval.queries'
import { decideStep, newTimeOf, scheduleFaults } from '@/server/domain/workflow/step-decision.rules'
import { lookAtSteps } from '@/server/domain/workflow/step-items.queries'
import type { VoidedApproval } from '@/server/domain/workflow/workflow.schema'

export interface Saved {
  readonly item: Item
  /** For undo; null when the item was so already. */
  readonly changeSet: string | null
  /** The approval that the save has made void. */
  readonly voided?: VoidedApproval | null
}

/** Title and type are enough. `draft`: what was typed for it and is now saved. `briefOf`: the item whose brief it gets a copy of. */
export async function createItem(
  context: Context,
  create: ItemCreate,
  options: { draft?: string | undefined; briefOf?: string } = {},
): Promise<Saved> {
  const { actor, db } = context
  authorize(actor, 'item.create')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const prepared = valueOrThrow(prepareItem(create, { id: newId(), createdBy: userOf(actor) }, world))
  refusePublishing(actor, null, prepared.columns, world)
  const stamp = stampOf(context)
  const { id } = prepared.columns
  return db.write(actor.workspaceId, async (tx) => {
    await refuseStrangers(tx, actor.workspaceId, null, create)
    const made = { ...prepared.columns, tags: prepared.tags }
    const approvedBy = await stepOrThrow(tx, actor, null, made, prepared, world, create.step !== undefined)
    await addItems(tx, db.search, stamp, [prepared], world)
    if (approvedBy !== undefined) await giveApprovals(tx, stamp, [{ item: made, body: prepared.body, userId: approvedBy }])
    if (options.briefOf !== undefined) await copyBriefs(tx, stamp, new Map([[options.briefOf, id]]))
    await dropDraft(tx, actor, options.draft)
    return { item: await wholeItem(tx, actor.workspaceId, id, world), changeSet: stamp.changeSet }
  })
}

/**
 * Saves what an edit names, and what follows from it. `revision` is the one the edit was made for: when somebody saved since,
 * the answer is a `conflict` that tells who changed what, and nothing is written.
 */
export async function saveItem(context: Context, input: { id: string; revision: number; edit: ItemEdit }): Promise<Saved> {
  const { actor, db } = context
  const { id, revision, edit } = input
  authorize(actor, 'item.editOwn')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const current = await editableItem(tx, actor, id)
    if (current.deletedAt !== null) throw new Problem('conflict', 'content.problem.inTrash')
    if (current.revision !== revision) {
      throw await conflictOf(tx, actor.workspaceId, await wholeItem(tx, actor.workspaceId, id, world), revision)
    }
    const change = valueOrThrow(itemChangeOf(current, edit, world))
    refusePublishing(actor, current, change.columns, world)
    await refuseStrangers(tx, actor.workspaceId, current, edit)
    const approvedBy = await stepOrThrow(tx, actor, current, current, change, world)
    const { saved, voided } = await changeItems(tx, db.search, stamp, [{ current, change, approvedBy }], world)
    await dropDraft(tx, actor, id)
    const item = await wholeItem(tx, actor.workspaceId, id, world)
    return { item, changeSet: saved.length > 0 ? stamp.changeSet : null, voided: await toldVoid(tx, voided[0]) }
  })
}

/** Makes a copy (`copyOf`) with its brief, under another title where one is given. */
export async function duplicateItem(context: Context, id: string, title?: string): Promise<Saved> {
  const { actor, db } = context
  authorize(actor, 'item.create')
  const source = await findItem(db.read, actor.workspaceId, id)
  if (!source) throw new Problem('not_found', 'content.problem.noSuchItem')
  const bodies = await findBodies(db.read, actor.workspaceId, [id])
  const world = await loadWritingWorld(context, actor.workspaceId)
  const copy = copyOf(source, bodies.get(id) ?? '', world)
  return createItem(context, { ...copy, title: title ?? copy.title }, { briefOf: id })
}

const userOf = (actor: Actor): string | null => (actor.kind === 'member' ? actor.userId : null)

/** The first fault is the problem's text; all of them go along for the form. */
export function faultProblem(faults: readonly ItemFault[]): Problem {
  const [first] = faults
  return new Problem('invalid', first?.messageKey ?? 'content.problem.invalid', { ...first?.details }, { faults })
}

function valueOrThrow<T>(outcome: Outcome<T>): T {
  if (outcome.faults) throw faultProblem(outcome.faults)
  return outcome.value
}

async function editableItem(tx: Reader, actor: Actor, id: string): Promise<StoredItem> {
  const current = await findItem(tx, actor.workspaceId, id)
  if (!current) throw new Problem('not_found', 'content.problem.noSuchItem')
  if (!mayEditItem(actor, current)) throw new Problem('forbidden', 'content.problem.notYours')
  return current
}

async function wholeItem(tx: Reader, workspaceId: string, id: string, world: WritingWorld): Promise<Item> {
  const item = await findWholeItem(tx, workspaceId, id, world.held.world.stepKinds)
  if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
  return item
}

function refusePublishing(actor: Actor, current: ItemState | null, columns: StateChange['columns'], world: WritingWorld): void {
  if (needsPublishing(current, columns, world) && !can(actor, 'item.publish')) {
    throw new Problem('forbidden', 'content.problem.mayNotPublish')
  }
}

/**
 * Whoever approves by the change; throws when it may not be, with every reason for the form. `isPlaced`: a new item is put into a
 * step of somebody's choice, rather than where its type begins.
 */
async function stepOrThrow(
  tx: Reader,
  actor: Actor,
  current: StoredItem | null,
  made: ItemState,
  change: Pick<StateChange, 'columns' | 'tags' | 'body'>,
  world: WritingWorld,
  isPlaced = false,
): Promise<string | undefined> {
  const { step, type } = change.columns
  const isScheduled = newTimeOf(current, change) !== null
  const isMoved = current ? (step ?? current.step) !== current.step || (type ?? current.type) !== current.type : isPlaced
  if (!isMoved && !isScheduled) return undefined
  const { vocabulary } = world.held
  const sight = await lookAtSteps(tx, actor, [made.id], vocabulary)
  const { faults, approvedBy } = isMoved
    ? decideStep(actor, current, made, change, sight, vocabulary)
    : { faults: [], approvedBy: undefined }
  const { nowMs } = world.moment
  const late = isScheduled ? scheduleFaults(actor, made, change, sight, vocabulary, { nowMs, approvedBy }) : []
  if (faults.length + late.length > 0) throw faultProblem([...faults, ...late])
  return approvedBy
}

/** An owner must be a member, a group one of this workspace; what stands there already is left standing. */
async function refuseStrangers(
  tx: Writer,
  workspaceId: string,
  current: StoredItem | null,
  { ownerId, groupId }: Pick<ItemEdit, 'ownerId' | 'groupId'>,
): Promise<void> {
  if (ownerId && ownerId !== current?.ownerId && !(await findMember(tx, workspaceId, ownerId))) {
    throw faultProblem([{ field: 'ownerId', messageKey: 'content.problem.noSuchMember', details: {} }])
  }
  if (groupId === undefined || groupId === current?.groupId || groupId === current?.id) return
  if ((await listIdsOfGroup(tx, workspaceId, groupId)).length === 0) {
    throw faultProblem([{ field: 'groupId', messageKey: 'content.problem.noSuchGroup', details: {} }])
  }
}

async function dropDraft(tx: Writer, actor: Actor, draft: string | undefined): Promise<void> {
  if (actor.kind === 'member' && draft !== undefined) await deleteDraft(tx, actor.workspaceId, actor.userId, draft)
}
