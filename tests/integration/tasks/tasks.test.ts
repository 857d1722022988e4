import { beforeAll, expect, test } from 'vitest'
import { copyCampaign, createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { campaignCreate } from '@/server/domain/campaigns/campaign.schema'
import { moveToTrash, purgeItems } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import type { Context } from '@/server/domain/context'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { listWork } from '@/server/domain/my-work/work.queries'
import { createTask, deleteTask, editTask, orderTasks, tickTask } from '@/server/domain/tasks/task.commands'
import { listTasks } from '@/server/domain/tasks/task.queries'
import type { TaskAbout, TaskCreate } from '@/server/domain/tasks/task.schema'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
type Member = Awaited<ReturnType<typeof memberOf>>
let system: Context
let editor: Member
let author: Member
let viewer: Member

beforeAll(async () => {
  system = await emptyWorkspace(db())
  editor = await memberOf(system, 'editor', 'Ada')
  author = await memberOf(system, 'author')
  viewer = await memberOf(system, 'viewer', 'Vera')
})

async function newItem(given: object = {}): Promise<TaskAbout & { revision: number }> {
  const { item } = await createItem(editor, { title: 'An article', type: 'blog_post', locale: 'de', ...given })
  return { subject: 'item', subjectId: item.id, revision: item.revision }
}
const add = async (about: TaskAbout, task: TaskCreate) => (await createTask(editor, about, task)).id
const rowsOf = async (about: TaskAbout, as: Context = editor) => (await listTasks(as, about)).tasks
const row = async (about: TaskAbout, id: string) => (await rowsOf(about)).find((task) => task.id === id)

test('a task that hangs on the planned day moves with it, and is overdue when that day has passed', async () => {
  const { revision, ...about } = await newItem({ plannedFor: '2026-03-10' })
  const id = await add(about, { title: 'Photos', dueRule: { anchor: 'planned', days: -3 } })
  expect(await row(about, id)).toMatchObject({ due: '2026-03-07', isOverdue: false })
  await saveItem(editor, { id: about.subjectId, revision, edit: { plannedFor: '2026-03-02' } })
  expect(await row(about, id)).toMatchObject({ due: '2026-02-27', isOverdue: true })
  await expect(createTask(editor, about, { title: 'x', dueRule: { anchor: 'start', days: 1 } })).rejects.toMatchObject({
    messageKey: 'tasks.problem.noSuchDate',
  })
})

test('whoever may not edit the item adds no task, but ticks what is assigned, and takes his own tick back', async () => {
  const about = await newItem()
  await expect(createTask(author, about, { title: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  const id = await add(about, { title: 'Check figures', assigneeId: viewer.userId })
  const other = await add(about, { title: 'Write' })
  expect((await rowsOf(about, viewer)).map(({ mayTick }) => mayTick)).toEqual([true, false])
  const { changeSet } = await tickTask(viewer, { id, done: true })
  expect(await row(about, id)).toMatchObject({ doneBy: 'Vera' })
  await expect(tickTask(viewer, { id: other, done: true })).rejects.toMatchObject({ code: 'forbidden' })
  await undoChangeSet(viewer, changeSet ?? '')
  expect(await row(about, id)).toMatchObject({ doneAt: null, doneBy: null })
})

test('a task waits for those that come first; tasks never wait in a circle', async () => {
  const about = await newItem()
  const first = await add(about, { title: 'Write' })
  const second = await add(about, { title: 'Proofread', after: [first] })
  expect((await rowsOf(about)).map(({ isWaiting }) => isWaiting)).toEqual([false, true])
  await expect(tickTask(editor, { id: second, done: true })).rejects.toMatchObject({ messageKey: 'tasks.problem.waiting' })
  await expect(editTask(editor, { id: first, revision: 1, change: { after: [second] } })).rejects.toMatchObject({
    messageKey: 'tasks.problem.circle',
  })
  const elsewhere = await add(await newItem(), { title: 'x' })
  await expect(editTask(editor, { id: first, revision: 1, change: { after: [elsewhere] } })).rejects.toMatchObject({
    messageKey: 'tasks.problem.otherPlace',
  })
  await tickTask(editor, { id: first, done: true })
  expect(await row(about, second)).toMatchObject({ isWaiting: false })
})

test('in the list of one’s work a task says what it waits for, whoever has to do that', async () => {
  const worker = await memberOf(system, 'editor')
  const about = await newItem()
  const first = await add(about, { title: 'Write' })
  const second = await add(about, { title: 'Proofread', after: [first], assigneeId: worker.userId })
  const waitsFor = async () => {
    const { sections } = await listWork(worker, null)
    return sections.flatMap(({ entries }) => entries).find(({ id }) => id === second)?.waitsFor
  }
  expect(await waitsFor()).toBe('Write')
  await tickTask(editor, { id: first, done: true })
  expect(await waitsFor()).toBeNull()
})

test('a recurring task makes the next one once, until its last day; one undo takes both back', async () => {
  const about = await newItem()
  const recurrence = { every: 1, unit: 'month', until: '2026-04-29' } as const
  const id = await add(about, { title: 'Read the reviews', dueOn: '2026-01-31', recurrence })
  const { changeSet, next } = await tickTask(editor, { id, done: true })
  // Missed ones are left out: the last day of February is over.
  expect(next).toBe('2026-03-31')
  await tickTask(editor, { id, done: false })
  await tickTask(editor, { id, done: true })
  expect((await rowsOf(about)).map(({ due, doneAt }) => [due, doneAt !== null])).toEqual([
    ['2026-01-31', true],
    ['2026-03-31', false],
  ])
  const open = (await rowsOf(about)).find(({ doneAt }) => doneAt === null)
  expect((await tickTask(editor, { id: open?.id ?? '', done: true })).next).toBe(null)

  const weekly = await add(about, { title: 'Ask', dueOn: '2026-03-02', recurrence: { every: 2, unit: 'week', until: null } })
  const ticked = await tickTask(editor, { id: weekly, done: true })
  expect(ticked.next).toBe('2026-03-16')
  await undoChangeSet(editor, ticked.changeSet ?? '')
  expect((await rowsOf(about)).filter(({ title }) => title === 'Ask')).toMatchObject([{ doneAt: null, recurrence: { every: 2 } }])
  expect(changeSet).not.toBe(null)
})

test('who saves late learns it, an old order is refused, and deleting can be undone', async () => {
  const about = await newItem()
  const [a, b] = [await add(about, { title: 'A' }), await add(about, { title: 'B' })]
  await editTask(editor, { id: a, revision: 1, change: { title: 'A!' } })
  await expect(editTask(editor, { id: a, revision: 1, change: { title: 'A?' } })).rejects.toMatchObject({ code: 'conflict' })
  await orderTasks(editor, { about, order: [b, a] })
  expect((await rowsOf(about)).map(({ title }) => title)).toEqual(['B', 'A!'])
  await expect(orderTasks(editor, { about, order: [a] })).rejects.toMatchObject({ code: 'conflict' })
  const { changeSet } = await deleteTask(editor, a)
  expect(await rowsOf(about)).toHaveLength(1)
  await undoChangeSet(editor, changeSet)
  expect((await rowsOf(about)).map(({ title }) => title)).toEqual(['B', 'A!'])
})

test('an item that is deleted for good takes its tasks along; in the trash they rest', async () => {
  const { revision: _revision, ...about } = await newItem()
  const id = await add(about, { title: 'A' })
  const admin = await memberOf(system, 'admin')
  await moveToTrash(admin, [about.subjectId], 'trash')
  await expect(tickTask(editor, { id, done: true })).rejects.toMatchObject({ messageKey: 'content.problem.inTrash' })
  const { changeSet } = await purgeItems(admin, [about.subjectId])
  await expect(tickTask(editor, { id, done: true })).rejects.toMatchObject({ code: 'not_found' })
  await undoChangeSet(admin, changeSet ?? '')
  expect(await rowsOf(about)).toHaveLength(1)
})

test('copying a campaign copies the tasks of it and of its items, open and with their days moved', async () => {
  const campaign = campaignCreate.parse({ name: 'Spring', startsOn: '2026-04-01', endsOn: '2026-04-30' })
  const { key } = await createCampaign(editor, campaign)
  const about = { subject: 'campaign', subjectId: key } as const
  const item = await newItem({ plannedFor: '2026-04-10', tags: { campaign: [key] } })
  await add(item, { title: 'Photos', dueRule: { anchor: 'planned', days: -2 } })
  const first = await add(about, { title: 'Budget', dueOn: '2026-03-20' })
  await add(about, { title: 'Sum up', dueRule: { anchor: 'end', days: 7 }, after: [first] })
  await tickTask(editor, { id: first, done: true })

  const copy = await copyCampaign(editor, { key, name: 'Autumn', startsOn: '2026-09-01' })
  const copied = await rowsOf({ subject: 'campaign', subjectId: copy.key })
  expect(copied.map(({ title, due, doneAt }) => [title, due, doneAt])).toEqual([
    ['Budget', '2026-08-20', null],
    ['Sum up', '2026-10-07', null],
  ])
  expect(copied[1]?.after).toEqual([copied[0]?.id])
  const { rows } = await listItems(editor, itemListInput.parse({ filter: `campaign=${copy.key}` }))
  expect(await rowsOf({ subject: 'item', subjectId: rows[0]?.id ?? '' })).toMatchObject([{ title: 'Photos', due: '2026-09-08' }])
})

test('tasks of another workspace are not there, and strangers are not assigned', async () => {
  const about = await newItem()
  const id = await add(about, { title: 'A' })
  const stranger = await memberOf(await emptyWorkspace(db()), 'admin')
  await expect(listTasks(stranger, about)).rejects.toMatchObject({ code: 'not_found' })
  await expect(tickTask(stranger, { id, done: true })).rejects.toMatchObject({ code: 'not_found' })
  await expect(editTask(editor, { id, revision: 1, change: { assigneeId: stranger.userId } })).rejects.toMatchObject({
    messageKey: 'tasks.problem.noSuchMember',
  })
})
