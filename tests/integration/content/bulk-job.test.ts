import { expect, test } from 'vitest'
import { newId } from '@/db/kit'
import { deleteMember, findMember } from '@/db/stores/members'
import { freezeSelection, getBulkProgress, runBulk } from '@/server/domain/content/bulk.commands'
import { countByFilter } from '@/server/domain/content/item.queries'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { addItems, prepareItem } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { bulkEdit } from '@/server/jobs/bulk-edit.job'
import type { JobContext } from '@/server/jobs/job'
import { testDatabase } from '@/tests/support/database'
import { emptyWorkspace, memberOf } from './world'

const db = testDatabase()
const many = 5_200

async function fill(context: Context): Promise<void> {
  const world = await loadWritingWorld(context, context.actor.workspaceId)
  const items = Array.from({ length: many }, (_, n) => {
    const outcome = prepareItem({ title: `Item ${n}`, type: 'page' }, { id: newId(), createdBy: null }, world)
    if (outcome.faults) throw new Error('the item was refused')
    return outcome.value
  })
  await db().write(context.actor.workspaceId, async (tx) => addItems(tx, db().search, stampOf(context), items, world))
}

const edit = { tags: [{ dimension: 'phase' as const, action: 'add' as const, keys: ['retention'] }] }

async function queued(context: Context) {
  const { selectionId, count } = await freezeSelection(context, { filter: '', expectedCount: many })
  expect(await runBulk(context, { selectionId, expectedCount: count, edit })).toMatchObject({
    state: 'waiting',
    seen: 0,
    total: many,
  })
  return selectionId
}

const jobContext = ({ actor, ...context }: Context, stopping: AbortSignal): JobContext => ({
  ...context,
  actor: { kind: 'system', workspaceId: actor.workspaceId, job: 'content.bulk' },
  stopping,
})

test('more than five thousand items are edited by a job that goes on where it was interrupted', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  await fill(editor)
  const selectionId = await queued(editor)
  // The program is told to stop while the third piece is looked for.
  const looks = [false, false, true]
  const stopping = new AbortController().signal
  Object.defineProperty(stopping, 'aborted', { get: () => looks.shift() ?? true })
  await expect(bulkEdit.run(jobContext(editor, stopping), { selectionId })).rejects.toMatchObject({ name: 'JobInterrupted' })
  expect(await getBulkProgress(editor, selectionId)).toMatchObject({ state: 'running', seen: 2_000, result: { done: 2_000 } })
  const going = new AbortController().signal
  await bulkEdit.run(jobContext(editor, going), { selectionId })
  const { state, result } = await getBulkProgress(editor, selectionId)
  expect([state, result.done, result.failedCount]).toEqual(['done', many, 0])
  expect((await countByFilter(editor, 'phase=retention')).count).toBe(many)
  // Run once more by mistake, it does nothing; one undo takes all of it back.
  await bulkEdit.run(jobContext(editor, going), { selectionId })
  expect((await getBulkProgress(editor, selectionId)).result.done).toBe(many)
  expect(await undoChangeSet(editor, result.changeSet ?? '')).toMatchObject({ done: many, refusedCount: 0 })
  expect((await countByFilter(editor, 'phase=retention')).count).toBe(0)
})

test('the job has the rights of the person who asked for it, and none when they are gone', async () => {
  const workspace = await emptyWorkspace(db())
  const editor = await memberOf(workspace, 'editor')
  await fill(editor)
  const selectionId = await queued(editor)
  await db().write(editor.actor.workspaceId, async (tx) => {
    const member = await findMember(tx, editor.actor.workspaceId, editor.userId)
    if (member) await deleteMember(tx, stampOf(workspace), member)
  })
  await bulkEdit.run(jobContext(editor, new AbortController().signal), { selectionId })
  expect(await getBulkProgress(editor, selectionId)).toMatchObject({ state: 'failed', seen: 0 })
  expect((await countByFilter(editor, 'phase=retention')).count).toBe(0)
})
