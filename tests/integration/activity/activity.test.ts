import { beforeAll, expect, test } from 'vitest'
import { listActivity } from '@/server/domain/activity/activity.queries'
import { activityInput } from '@/server/domain/activity/activity.schema'
import { createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { campaignCreate } from '@/server/domain/campaigns/campaign.schema'
import { addComment, deleteComment } from '@/server/domain/comments/comment.commands'
import { moveToTrash } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { createTask, tickTask } from '@/server/domain/tasks/task.commands'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
type Member = Awaited<ReturnType<typeof memberOf>>
let ada: Member
let ben: Member
let campaign: string
let items: string[]

const stream = async (input: Partial<Parameters<typeof activityInput.parse>[0] & object> = {}, as = ada) =>
  listActivity(as, activityInput.parse(input))
const told = async (input: object = {}) =>
  (await stream(input)).entries.flatMap(({ actor, lines }) =>
    lines.map(({ kind, operation, count, place }) => [actor.name, kind, operation, count, place?.name]),
  )

beforeAll(async () => {
  const system = await emptyWorkspace(db())
  ada = await memberOf(system, 'editor', 'Ada')
  ben = await memberOf(system, 'editor', 'Ben')
  campaign = (await createCampaign(ada, campaignCreate.parse({ name: 'Spring' }))).key
  items = []
  for (const title of ['One', 'Two', 'Three']) {
    const tags = title === 'One' ? { campaign: [campaign], phase: ['awareness'] } : {}
    items.push((await createItem(ada, { title, type: 'blog_post', locale: 'de', tags })).item.id)
  }
  const [one = ''] = items
  const about = { subject: 'item', subjectId: one } as const
  const task = await createTask(ben, about, { title: 'Photos' })
  await tickTask(ben, { id: task.id, done: true })
  const said = await addComment(ben, { about, parentId: null, body: `@[${ada.userId}] look at https://example.com` })
  await addComment(ada, { about: { subject: 'campaign', subjectId: campaign }, parentId: null, body: 'Go' })
  await deleteComment(ben, said.id)
  await moveToTrash(ben, items.slice(1), 'trash')
})

test('it tells newest first who did what, many things at once in one line', async () => {
  expect(await told({ limit: 6 })).toEqual([
    ['Ben', 'item', 'trash', 2, expect.any(String)],
    ['Ben', 'comment', 'delete', 1, 'One'],
    ['Ada', 'comment', 'create', 1, 'Spring'],
    ['Ben', 'comment', 'create', 1, 'One'],
    ['Ben', 'task', 'done', 1, 'One'],
    ['Ben', 'task', 'create', 1, 'One'],
  ])
})

test('a comment that was taken back is not told again, in no line about it', async () => {
  expect(JSON.stringify(await stream())).not.toContain('example.com')
})

test('pages follow each other without a gap and without telling anything twice', async () => {
  const all = (await stream()).entries.map(({ changeSet }) => changeSet)
  const paged: string[] = []
  for (let beforeSeq: number | undefined, n = 0; n < 30; n += 1) {
    const page = await stream({ limit: 2, beforeSeq })
    paged.push(...page.entries.map(({ changeSet }) => changeSet))
    if (page.nextBeforeSeq === null) break
    beforeSeq = page.nextBeforeSeq
  }
  expect(paged).toEqual(all)
})

test('it is narrowed by person, kind, campaign and phase, alone and together', async () => {
  expect((await told({ person: ben.userId })).every(([name]) => name === 'Ben')).toBe(true)
  expect((await told({ kind: 'task' })).map(([, , operation]) => operation)).toEqual(['done', 'create'])
  const ofCampaign = await told({ campaign })
  expect(new Set(ofCampaign.map(([, , , , name]) => name))).toEqual(new Set(['Spring', 'One']))
  const ofPhase = await told({ phase: 'awareness', person: ada.userId })
  expect(ofPhase).toEqual([['Ada', 'item', 'create', 1, 'One']])
  expect(await told({ campaign: 'nowhere' })).toEqual([])
})

test('an item has a stream of its own, with its tasks and comments', async () => {
  expect((await told({ item: items[0] })).map(([, kind, operation]) => `${kind} ${operation}`)).toEqual([
    'comment delete',
    'comment create',
    'task done',
    'task create',
    'item create',
  ])
})

test('many saves of one person in an hour are one line that names all that changed', async () => {
  const { item } = await createItem(ada, { title: 'Four', type: 'blog_post', locale: 'de' })
  let revision = item.revision
  for (const edit of [{ title: 'Vier' }, { note: 'Soon' }]) {
    revision = (await saveItem(ada, { id: item.id, revision, edit })).item.revision
  }
  const [entry] = (await stream({ item: item.id })).entries
  expect(entry?.lines).toMatchObject([{ operation: 'edit', place: { name: 'Vier' }, fields: ['note', 'title'] }])
})

test('nothing of another workspace is told', async () => {
  const stranger = await memberOf(await emptyWorkspace(db()), 'admin')
  expect((await stream({ item: items[0] }, stranger)).entries).toEqual([])
  expect(JSON.stringify(await stream({}, stranger))).not.toContain('One')
})
