import type { Reader, Stamp, Writer } from '@/db/database'
import { listSubjectChanges } from '@/db/stores/changes'
import { listItemsById, type StoredItem } from '@/db/stores/items'
import { type RankChange, saveRanks } from '@/db/stores/ranks'
import { listUserNames } from '@/db/stores/users'
import { mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { groupSelected } from '@/server/domain/board/board.queries'
import { cellOf, editOfMove, type Grouping, isAt } from '@/server/domain/board/board.rules'
import type { BoardMove, BoardMoved } from '@/server/domain/board/board.schema'
import { orderAfter, ranksFor, type Spot } from '@/server/domain/board/spot.rules'
import { decideEdit, refuseStrangeOwner } from '@/server/domain/content/bulk-piece.commands'
import { loadWritingWorld, type WritingWorld } from '@/server/domain/content/item-world.queries'
import { changeItems, type PreparedChange } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import type { Placed } from '@/server/domain/filter/rank.rules'
import { userIdOf } from '@/server/domain/history/actor.rules'
import { lookAtSteps } from '@/server/domain/workflow/step-items.queries'

type Failure = BoardMoved['failed'][number]
type Axes = Pick<BoardMove, 'columns' | 'lanes'>

/**
 * Moves items to a place of the board: one write and one change set, so one undo, however many they are. Each succeeds or
 * fails for itself. Only what the two axes show is changed, and where the items stand among their neighbours.
 */
export async function moveOnBoard(context: Context, input: BoardMove): Promise<BoardMoved> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const { grouping } = await groupSelected(context, { filter: '', columns: input.columns, lanes: input.lanes })
  for (const { from } of input.items) await refuseStrangeOwner(context, editOfMove(input, from, input.to) ?? {})
  const stamp = stampOf(context)
  const { changed, stayed, failed, voided } = await db.write(actor.workspaceId, async (tx) =>
    moveAll(tx, context, stamp, world, grouping, input),
  )
  const shown = cellOf((await groupSelected(context, input)).grouping, input.to)
  const moved = new Set([...changed, ...stayed])
  const first = shown.findIndex(({ id }) => moved.has(id))
  return {
    changeSet: changed.size > 0 ? stamp.changeSet : null,
    done: changed.size,
    skipped: stayed.size,
    voided,
    failed,
    position: first < 0 ? null : first + 1,
    of: shown.length,
  }
}

async function moveAll(tx: Writer, context: Context, stamp: Stamp, world: WritingWorld, grouping: Grouping, input: BoardMove) {
  const { to, spot } = input
  const asked = new Map(input.items.map((item) => [item.id, item]))
  const current = new Map((await listItemsById(tx, stamp.workspaceId, [...asked.keys()])).map((item) => [item.id, item]))
  const failed: Failure[] = []
  const changes: PreparedChange[] = []
  const sight =
    input.columns === 'step' || input.lanes === 'step'
      ? await lookAtSteps(tx, context.actor, [...current.keys()], world.held.vocabulary)
      : undefined
  const moving: StoredItem[] = []
  for (const [id, { from }] of asked) {
    const item = current.get(id)
    const edit = editOfMove(input, from, to)
    const outcome = item ? decideEdit(context, world, item, edit ?? {}, { sight }) : undefined
    if (!item) failed.push(failureOf(id, null, 'content.problem.noSuchItem'))
    else if (!mayEditItem(context.actor, item)) failed.push(failureOf(id, item, 'content.problem.notYours'))
    else if (!isAt(input, item, from)) failed.push(await movedMeanwhile(tx, stamp.workspaceId, item, input))
    else if (outcome?.faults) {
      const [first] = outcome.faults
      failed.push({ ...failureOf(id, item, first?.messageKey ?? 'content.problem.invalid'), details: first?.details ?? {} })
    } else {
      moving.push(item)
      if (edit && outcome) changes.push(outcome.value)
    }
  }
  const { saved, voided } = await changeItems(tx, context.db.search, stamp, changes, world, 'move')
  const changed = new Set(saved)
  if (spot.at !== 'keep') {
    const anchor = 'id' in spot ? world.held.byId.get(spot.id) : undefined
    const ranks = ranksIn(cellOf(grouping, to), moving, { at: spot.at, anchor })
    await saveRanks(tx, stamp, ranks)
    for (const { id } of ranks) changed.add(id)
  }
  const stayed = new Set(moving.map(({ id }) => id).filter((id) => !changed.has(id)))
  return { changed, stayed, failed, voided: voided.length }
}

/** Nothing when they stand there already. */
function ranksIn(cell: readonly Placed[], moving: readonly Placed[], spot: Spot): RankChange[] {
  const order = orderAfter(cell, moving, spot)
  return order.ids.join() === cell.map(({ id }) => id).join() ? [] : ranksFor(order)
}

const failureOf = (id: string, item: StoredItem | null, messageKey: string): Failure => ({
  id,
  title: item?.title ?? null,
  messageKey,
  details: {},
  by: null,
  at: null,
})

/** It stands elsewhere by now: who put it there, and when. */
async function movedMeanwhile(read: Reader, workspaceId: string, item: StoredItem, axes: Axes): Promise<Failure> {
  const rows = await listSubjectChanges(read, workspaceId, 'item', item.id, { limit: 20 })
  const names = { step: 'step', owner: 'ownerId', phase: 'tags', channel: 'tags', campaign: 'tags' } as const
  const fields = [axes.columns, ...(axes.lanes === null ? [] : [axes.lanes])].map((axis) => names[axis])
  const cause = rows.find(({ after }) => fields.some((field) => field in (after ?? {}))) ?? rows[0]
  const userId = cause && userIdOf(cause.actor)
  const by = userId === undefined ? null : ((await listUserNames(read, [userId])).get(userId) ?? null)
  return {
    ...failureOf(item.id, item, by === null ? 'board.problem.movedMeanwhile' : 'board.problem.movedBy'),
    details: { by },
    by,
    at: cause?.at ?? null,
  }
}
