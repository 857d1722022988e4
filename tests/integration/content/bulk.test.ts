import { describe, expect, test } from 'vitest'
import { freezeSelection, moveToTrash, purgeItems, runBulk } from '@/server/domain/content/bulk.commands'
import type { BulkEdit } from '@/server/domain/content/bulk.schema'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { countByFilter, getItem } from '@/server/domain/content/item.queries'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { listItemVersions } from '@/server/domain/history/history.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { testDatabase } from '@/tests/support/database'
import { emptyWorkspace, memberOf } from './world'

const db = testDatabase()

async function itemsOf(context: Context, ...creates: Partial<ItemCreate>[]): Promise<string[]> {
  const ids: string[] = []
  for (const create of creates) ids.push((await createItem(context, { title: 'Item', type: 'page', ...create })).item.id)
  return ids
}

async function editAll(context: Context, ids: string[], edit: BulkEdit) {
  const { selectionId, count } = await freezeSelection(context, { ids })
  return (await runBulk(context, { selectionId, expectedCount: count, edit })).result
}

const byText = (a: string, b: string) => (a < b ? -1 : 1)
/** Tags are sets; their order says nothing. */
const sorted = ({ phase, channel }: { phase: string[]; channel: string[] }) => ({
  phase: [...phase].sort(byText),
  channel: [...channel].sort(byText),
})

describe('a bulk edit', () => {
  test('adds, removes and replaces tags, and one undo takes it all back', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const ids = await itemsOf(
      editor,
      { tags: { phase: ['awareness'], channel: ['email'] } },
      { tags: { phase: ['awareness', 'retention'], channel: [] } },
      { tags: { phase: ['advocacy'], channel: ['blog'] } },
    )
    const result = await editAll(editor, ids, {
      tags: [
        { dimension: 'phase', action: 'remove', keys: ['awareness'] },
        { dimension: 'phase', action: 'add', keys: ['advocacy'] },
        { dimension: 'channel', action: 'replace', keys: ['phone'] },
      ],
    })
    expect(result).toMatchObject({ done: 3, skipped: 0, failed: [] })
    const tagsOf = async () => Promise.all(ids.map(async (id) => sorted((await getItem(editor, id)).tags)))
    expect(await tagsOf()).toMatchObject([
      { phase: ['advocacy'], channel: ['phone'] },
      { phase: ['advocacy', 'retention'], channel: ['phone'] },
      { phase: ['advocacy'], channel: ['phone'] },
    ])
    expect(await undoChangeSet(editor, result.changeSet ?? '')).toMatchObject({ done: 3, refused: [] })
    expect(await tagsOf()).toMatchObject([
      { phase: ['awareness'], channel: ['email'] },
      { phase: ['awareness', 'retention'], channel: [] },
      { phase: ['advocacy'], channel: ['blog'] },
    ])
  })

  test('leaves items alone that are so already and tells which failed and why', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const [live = '', scheduled = '', idea = ''] = await itemsOf(
      editor,
      { step: 'published' },
      { publishAt: new Date('2026-06-01T08:00:00Z'), title: 'Scheduled' },
      {},
    )
    const result = await editAll(editor, [live, scheduled, idea], { set: { unpublishAt: new Date('2026-05-01T08:00:00Z') } })
    expect(result).toMatchObject({ done: 2, failedCount: 1 })
    expect(result.failed).toMatchObject([{ id: scheduled, title: 'Scheduled', messageKey: 'content.problem.endsBeforeStart' }])
    const again = await editAll(editor, [live, idea], { set: { unpublishAt: new Date('2026-05-01T08:00:00Z') } })
    expect(again).toEqual({ changeSet: null, done: 0, skipped: 2, failed: [], failedCount: 0, voided: 0 })
  })

  test('shifts dates by days and keeps the time of day over the turn of the clocks', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const [id = '', empty = ''] = await itemsOf(
      editor,
      { plannedFor: '2026-03-28T09:30', dueOn: '2026-03-28', publishAt: new Date('2026-03-28T08:00:15Z') },
      {},
    )
    const result = await editAll(editor, [id, empty], { shift: { fields: ['plannedFor', 'dueOn', 'publishAt'], days: 2 } })
    expect(result).toMatchObject({ done: 1, skipped: 1 })
    expect(await getItem(editor, id)).toMatchObject({
      plannedFor: '2026-03-30T09:30',
      dueOn: '2026-03-30',
      publishAt: new Date('2026-03-30T07:00:15Z'),
    })
  })

  test('is one change set, however many different values it writes', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const days = Array.from({ length: 40 }, (_, n) => `2026-04-${String((n % 28) + 1).padStart(2, '0')}`)
    const ids = await itemsOf(editor, ...days.map((dueOn) => ({ dueOn })))
    const result = await editAll(editor, ids, { shift: { fields: ['dueOn'], days: 31 } })
    expect(result.done).toBe(40)
    const moved = await Promise.all(ids.map(async (id) => (await getItem(editor, id)).dueOn))
    expect(moved.slice(0, 2)).toEqual(['2026-05-02', '2026-05-03'])
    const { versions } = await listItemVersions(editor, { id: ids[7] ?? '', limit: 5 })
    expect(versions.map(({ changeSet }) => changeSet)).toContain(result.changeSet)
    expect((await getItem(editor, ids[7] ?? '')).revision).toBe(2)
  })
})

describe('a selection', () => {
  test('by filter is refused when it means another number than the person saw', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    await itemsOf(editor, { tags: { phase: ['awareness'] } }, { tags: { phase: ['awareness'] } })
    await expect(freezeSelection(editor, { filter: 'phase=awareness', expectedCount: 3 })).rejects.toMatchObject({
      code: 'conflict',
      details: { expected: 3, found: 2 },
    })
    expect(await freezeSelection(editor, { filter: '?phase=awareness', expectedCount: 2 })).toMatchObject({
      count: 2,
      filter: 'phase=awareness',
    })
  })

  test('is refused when items have come to or left its filter since, and nothing is written', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const [first = ''] = await itemsOf(editor, { tags: { phase: ['awareness'] } }, { tags: { phase: ['awareness'] } })
    const { selectionId } = await freezeSelection(editor, { filter: 'phase=awareness', expectedCount: 2 })
    const run = () => runBulk(editor, { selectionId, expectedCount: 2, edit: { set: { note: 'x' } } })
    const [third = ''] = await itemsOf(editor, { tags: { phase: ['awareness'] } })
    await expect(run()).rejects.toMatchObject({ code: 'conflict', details: { expected: 2, found: 3 } })
    // As many as before, but not the same ones.
    await saveItem(editor, { id: first, revision: 1, edit: { tags: { phase: [] } } })
    await expect(run()).rejects.toMatchObject({ code: 'conflict' })
    await saveItem(editor, { id: first, revision: 2, edit: { tags: { phase: ['awareness'] } } })
    await moveToTrash(editor, [third], 'trash')
    expect((await run()).result.done).toBe(2)
    expect((await getItem(editor, third)).note).toBe('')
  })

  test('of picked items is refused when one was thrown away', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const ids = await itemsOf(editor, {}, {})
    const { selectionId } = await freezeSelection(editor, { ids })
    await moveToTrash(editor, ids.slice(0, 1), 'trash')
    const late = runBulk(editor, { selectionId, expectedCount: 2, edit: { set: { note: 'x' } } })
    await expect(late).rejects.toMatchObject({ code: 'conflict', details: { expected: 2, found: 1 } })
  })

  test('is its maker’s own, and bulk edits are for editors', async () => {
    const workspace = await emptyWorkspace(db())
    const [anna, ben, author] = [
      await memberOf(workspace, 'editor'),
      await memberOf(workspace, 'editor'),
      await memberOf(workspace, 'author'),
    ]
    const ids = await itemsOf(anna, {})
    const { selectionId } = await freezeSelection(anna, { ids })
    const input = { selectionId, expectedCount: 1, edit: { set: { note: 'x' } } }
    await expect(runBulk(ben, input)).rejects.toMatchObject({ code: 'not_found' })
    await expect(freezeSelection(author, { ids })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the trash', () => {
  test('hides items, gives them back, and only administrators delete for good', async () => {
    const workspace = await emptyWorkspace(db())
    const editor = await memberOf(workspace, 'editor')
    const admin = await memberOf(workspace, 'admin')
    const ids = await itemsOf(editor, { title: 'Gone' }, { title: 'Kept' })
    const [gone = '', kept = ''] = ids
    expect(await moveToTrash(editor, [gone], 'trash')).toMatchObject({ done: 1 })
    expect((await countByFilter(editor, '')).count).toBe(1)
    expect((await countByFilter(editor, 'trash=yes')).count).toBe(1)
    await expect(saveItem(editor, { id: gone, revision: 2, edit: { title: 'X' } })).rejects.toMatchObject({ code: 'conflict' })
    expect(await moveToTrash(editor, [gone], 'restore')).toMatchObject({ done: 1 })
    expect((await countByFilter(editor, '')).count).toBe(2)
    await moveToTrash(editor, [gone], 'trash')
    await expect(purgeItems(editor, [gone])).rejects.toMatchObject({ code: 'forbidden' })
    const purged = await purgeItems(admin, [gone, kept])
    expect(purged).toMatchObject({ done: 1, failed: [{ id: kept, messageKey: 'content.problem.notInTrash' }] })
    await expect(getItem(editor, gone)).rejects.toMatchObject({ code: 'not_found' })
    expect((await countByFilter(editor, 'q=gone&trash=yes')).count).toBe(0)
  })

  test('takes what authors own and leaves the rest', async () => {
    const workspace = await emptyWorkspace(db())
    const editor = await memberOf(workspace, 'editor')
    const author = await memberOf(workspace, 'author')
    const [theirs = '', live = ''] = await itemsOf(editor, {}, { step: 'published', ownerId: author.userId })
    const [mine = ''] = await itemsOf(author, {})
    const result = await moveToTrash(author, [theirs, live, mine], 'trash')
    expect(result).toMatchObject({ done: 1, failedCount: 2 })
    expect(result.failed.map(({ messageKey }) => messageKey)).toEqual([
      'content.problem.notYours',
      'content.problem.mayNotPublish',
    ])
  })
})
