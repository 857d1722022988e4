import { expect, test } from 'vitest'
import { discardDraft, saveDraft } from '@/server/domain/content/draft.commands'
import { getDraft, listDrafts } from '@/server/domain/content/draft.queries'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { createView, deleteView, editView } from '@/server/domain/views/view.commands'
import { listViews } from '@/server/domain/views/view.queries'
import { testDatabase } from '@/tests/support/database'
import { emptyWorkspace, memberOf } from './world'

const db = testDatabase()
const retention = { screen: 'content', name: 'Retention', definition: 'phase=retention&sort=-updatedAt' } as const

test('a private view is seen by its owner alone, a team view by everybody', async () => {
  const workspace = await emptyWorkspace(db())
  const anna = await memberOf(workspace, 'editor')
  const ben = await memberOf(workspace, 'viewer')
  const mine = await createView(anna, { ...retention, isTeam: false })
  const team = await createView(anna, { ...retention, name: 'Team', isTeam: true })
  expect((await listViews(anna)).map(({ name }) => name)).toEqual(['Retention', 'Team'])
  expect(await listViews(ben)).toMatchObject([{ id: team.id, isTeam: true, canEdit: false, isMine: false }])
  const edit = { id: mine.id, revision: 1, change: { name: 'Stolen' } }
  await expect(editView(ben, edit)).rejects.toMatchObject({ code: 'not_found' })
  await expect(createView(ben, { ...retention, isTeam: true })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await createView(ben, { ...retention, isTeam: false })).canEdit).toBe(true)
})

test('a locked view of the team is changed by its maker and by leads', async () => {
  const workspace = await emptyWorkspace(db())
  const anna = await memberOf(workspace, 'editor')
  const ben = await memberOf(workspace, 'editor')
  const lead = await memberOf(workspace, 'lead')
  const view = await createView(anna, { ...retention, isTeam: true })
  await editView(anna, { id: view.id, revision: 1, change: { isLocked: true } })
  await expect(editView(ben, { id: view.id, revision: 2, change: { definition: '' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await editView(lead, { id: view.id, revision: 2, change: { definition: 'q=x' } })).definition).toBe('q=x')
  await expect(editView(anna, { id: view.id, revision: 2, change: { name: 'Late' } })).rejects.toMatchObject({
    code: 'conflict',
    data: { current: { definition: 'q=x' } },
  })
  await deleteView(anna, view.id)
  expect(await listViews(lead)).toEqual([])
})

test('a screen has one default per person and one of the team', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const a = await createView(editor, { ...retention, name: 'A', isTeam: false })
  const b = await createView(editor, { ...retention, name: 'B', isTeam: false })
  const team = await createView(editor, { ...retention, name: 'T', isTeam: true })
  const other = await createView(editor, { ...retention, name: 'Gaps', screen: 'gaps', isTeam: false })
  for (const { id } of [a, team, other]) await editView(editor, { id, revision: 1, change: { isDefault: true } })
  await editView(editor, { id: b.id, revision: 1, change: { isDefault: true } })
  const defaults = (await listViews(editor)).filter(({ isDefault }) => isDefault).map(({ name }) => name)
  expect(defaults).toEqual(['B', 'T', 'Gaps'])
})

test('making, changing and deleting a view are taken back by who may change it', async () => {
  const workspace = await emptyWorkspace(db())
  const anna = await memberOf(workspace, 'viewer')
  const admin = await memberOf(workspace, 'admin')
  const names = async () => (await listViews(anna)).map(({ name }) => name)
  const mine = await createView(anna, { ...retention, isTeam: false })
  const renamed = await editView(anna, { id: mine.id, revision: 1, change: { name: 'Loyal', isDefault: true } })
  expect(await undoChangeSet(anna, renamed.changeSet)).toMatchObject({ done: 1, refusedCount: 0 })
  expect(await listViews(anna)).toMatchObject([{ name: 'Retention', isDefault: false }])

  const before = await listViews(anna)
  const gone = await deleteView(anna, mine.id)
  expect(await names()).toEqual([])
  expect(await undoChangeSet(admin, gone.changeSet)).toMatchObject({ done: 0, refused: [{ name: null }] })
  expect(await undoChangeSet(anna, gone.changeSet)).toMatchObject({ done: 1, refusedCount: 0 })
  expect((await listViews(anna)).map(({ revision: _, ...view }) => view)).toEqual(before.map(({ revision: _, ...view }) => view))

  const other = await createView(anna, { ...retention, name: 'Other', isTeam: false })
  expect(await undoChangeSet(anna, other.changeSet)).toMatchObject({ done: 1 })
  expect(await names()).toEqual(['Retention'])
})

test('a view that comes back does not become a second default', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const a = await createView(editor, { ...retention, name: 'A', isTeam: true })
  const b = await createView(editor, { ...retention, name: 'B', isTeam: true })
  const first = await editView(editor, { id: a.id, revision: 1, change: { isDefault: true } })
  const { changeSet } = await deleteView(editor, a.id)
  const second = await editView(editor, { id: b.id, revision: 1, change: { isDefault: true } })
  await undoChangeSet(editor, changeSet)
  const defaults = async () => (await listViews(editor)).filter(({ isDefault }) => isDefault).map(({ name }) => name)
  expect([await defaults(), (await listViews(editor)).length, first.isDefault]).toEqual([['B'], 2, true])
  await undoChangeSet(editor, second.changeSet)
  expect(await defaults()).toEqual([])
})

test('what is typed is kept for its writer alone until it is saved or thrown away', async () => {
  const workspace = await emptyWorkspace(db())
  const anna = await memberOf(workspace, 'editor')
  const ben = await memberOf(workspace, 'editor')
  const { item } = await createItem(anna, { title: 'A', type: 'page' })
  await saveDraft(anna, { itemId: item.id, baseRevision: 1, edit: { title: '', plannedFor: '2026-0' } })
  await saveDraft(anna, { itemId: item.id, baseRevision: 1, edit: { title: 'Half' } })
  await saveDraft(anna, { itemId: 'new:1', baseRevision: 0, edit: { body: 'Text' } })
  expect(await getDraft(anna, item.id)).toEqual({
    itemId: item.id,
    baseRevision: 1,
    edit: { title: 'Half' },
    savedAt: anna.now(),
  })
  expect(await getDraft(ben, item.id)).toBeNull()
  expect(await listDrafts(anna)).toHaveLength(2)
  await saveItem(anna, { id: item.id, revision: 1, edit: { title: 'Whole' } })
  expect(await getDraft(anna, item.id)).toBeNull()
  await createItem(anna, { title: 'B', type: 'page' }, { draft: 'new:1' })
  expect(await listDrafts(anna)).toEqual([])
  await saveDraft(anna, { itemId: 'new:2', baseRevision: 0, edit: {} })
  await discardDraft(anna, 'new:2')
  expect(await listDrafts(anna)).toEqual([])
})
