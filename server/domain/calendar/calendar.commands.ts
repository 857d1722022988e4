import type { Stamp, Writer } from '@/db/database'
import { listItemsById, type StoredItem } from '@/db/stores/items'
import { can, mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import type { Axis, MoveInput, MoveTo } from '@/server/domain/calendar/calendar.schema'
import { moveOf, standsAt } from '@/server/domain/calendar/move.rules'
import { noResult } from '@/server/domain/content/bulk.rules'
import type { BulkFailure, BulkResult } from '@/server/domain/content/bulk.schema'
import { itemChangeOf, kindOfStep, needsPublishing, type Outcome, type StateChange } from '@/server/domain/content/item.rules'
import { loadWritingWorld, type WritingWorld } from '@/server/domain/content/item-world.queries'
import { changeItems } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { nothingSeen, type PublicationSight, publicationChangeOf } from '@/server/domain/publication/publication.rules'
import { lookAtPublication } from '@/server/domain/publication/publication-sight.queries'

/** What a move is about, for any number of items. */
export interface Move {
  readonly axis: Axis
  readonly to: MoveTo
  readonly includePublished: boolean
}

/** An item to move; `was` left out: wherever it is. */
export interface Moved {
  readonly id: string
  readonly was?: string | null
}

const toldFailures = 500

/** Moves items on one axis of the calendar in one change set. Each moves or stays for itself, and says why it stays. */
export async function moveItems(context: Context, { items, ...move }: MoveInput): Promise<BulkResult> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, (tx) => movePiece(tx, context, stamp, world, items, move))
}

/** The same inside a running write. */
export async function movePiece(
  tx: Writer,
  context: Context,
  stamp: Stamp,
  world: WritingWorld,
  items: readonly Moved[],
  move: Move,
): Promise<BulkResult> {
  const wanted = [...new Map(items.map((item) => [item.id, item])).values()]
  const ids = wanted.map(({ id }) => id)
  const current = new Map((await listItemsById(tx, stamp.workspaceId, ids)).map((item) => [item.id, item]))
  // Whoever sets a time to go live asks the workflow as publishing does.
  const wish = { act: 'schedule', publishAt: new Date(world.moment.nowMs) } as const
  const isScheduling = move.axis === 'scheduled' && move.to.kind !== 'unschedule'
  const seen = isScheduling
    ? await lookAtPublication(tx, context.actor, world, [...current.values()], wish)
    : new Map<string, PublicationSight>()
  const failed: BulkFailure[] = []
  const fail = (id: string, messageKey: string, details: BulkFailure['details'] = {}) =>
    failed.push({ id, title: current.get(id)?.title ?? null, messageKey, details })
  const changes: { current: StoredItem; change: StateChange }[] = []
  for (const { id, was } of wanted) {
    const item = current.get(id)
    const outcome: Outcome<StateChange> = item
      ? decide(context, world, item, was, move, seen.get(id) ?? nothingSeen)
      : refused('content.problem.noSuchItem')
    if (outcome.faults) fail(id, outcome.faults[0]?.messageKey ?? 'content.problem.invalid', outcome.faults[0]?.details)
    else if (item) changes.push({ current: item, change: outcome.value })
  }
  const { saved, overtaken } = await changeItems(tx, context.db.search, stamp, changes, world)
  for (const id of overtaken) fail(id, 'content.problem.overtaken')
  return {
    ...noResult,
    changeSet: saved.length > 0 ? stamp.changeSet : null,
    done: saved.length,
    skipped: ids.length - saved.length - failed.length,
    failed: failed.slice(0, toldFailures),
    failedCount: failed.length,
  }
}

const refused = (messageKey: string): Outcome<never> => ({ faults: [{ field: '', messageKey, details: {} }] })

function decide(
  { actor }: Context,
  world: WritingWorld,
  item: StoredItem,
  was: string | null | undefined,
  { axis, to, includePublished }: Move,
  seen: PublicationSight,
): Outcome<StateChange> {
  if (!mayEditItem(actor, item)) return refused('content.problem.notYours')
  if (item.deletedAt !== null) return refused('content.problem.inTrash')
  if (was !== undefined && standsAt(item, axis, world.moment.zone) !== was) return refused('calendar.problem.movedMeanwhile')
  const status = kindOfStep(item.step, world)
  const edit = moveOf({ ...item, status }, axis, to, world.moment)
  if (edit.faults) return edit
  if (Object.keys(edit.value).length === 0) return { value: { columns: {}, tags: {} } }
  if (status === 'published' && !includePublished) return refused('calendar.problem.isPublished')
  const { publishAt } = edit.value
  const outcome = publishAt
    ? publicationChangeOf(item, { act: 'schedule', publishAt }, seen, world)
    : itemChangeOf(item, edit.value, world)
  if (outcome.faults) return outcome
  const isPublishing = needsPublishing(item, outcome.value.columns, world) || axis === 'published'
  return isPublishing && !can(actor, 'item.publish') ? refused('content.problem.mayNotPublish') : outcome
}
