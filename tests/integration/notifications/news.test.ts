import { describe, expect, test } from 'vitest'
import { currentSeq } from '@/db/stores/changes'
import { addComment, deleteComment, editComment, resolveThread } from '@/server/domain/comments/comment.commands'
import { freezeSelection, runBulk } from '@/server/domain/content/bulk.commands'
import { bulkInput } from '@/server/domain/content/bulk.schema'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { assignGaps } from '@/server/domain/gaps/gap.commands'
import { refreshGaps } from '@/server/domain/gaps/gap-refresh.commands'
import { notifyOfDay } from '@/server/domain/notifications/day.commands'
import { deriveNotifications } from '@/server/domain/notifications/derive.commands'
import { choose, markAllRead, markRead } from '@/server/domain/notifications/notification.commands'
import { countOwnUnread, getChoices, listOwnNotifications } from '@/server/domain/notifications/notification.queries'
import { notificationListInput } from '@/server/domain/notifications/notification.schema'
import { placeOf } from '@/server/domain/notifications/sentence.rules'
import { createTask } from '@/server/domain/tasks/task.commands'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { openGap, sampleWorkspace } from '@/tests/integration/gap-queries/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

const asJob = (context: Context): Context => ({
  ...context,
  actor: { kind: 'system', workspaceId: context.actor.workspaceId, job: 'notifications.derive' },
})
const newsOf = async (person: Context) => (await listOwnNotifications(person, notificationListInput.parse({}))).rows
const told = async (person: Context) =>
  (await newsOf(person)).map(({ kind, subject, details }) => [kind, subject, details.count] as const)

describe('whoever is given something', () => {
  test('is told by whom, once, and nobody hears of their own doing', async () => {
    const context = await emptyWorkspace(db())
    const [ada, ben] = [await memberOf(context, 'editor', 'Ada'), await memberOf(context, 'author', 'Ben')]
    const { item } = await createItem(ada, { title: 'How to return', type: 'page', ownerId: ben.userId })
    await createItem(ben, { title: 'Mine', type: 'page', ownerId: ben.userId })
    await createTask(ada, { subject: 'item', subjectId: item.id }, { title: 'Write it', assigneeId: ben.userId })
    await deriveNotifications(asJob(context), 0)
    await deriveNotifications(asJob(context), 0)
    expect(await newsOf(ben)).toMatchObject([
      { kind: 'assigned', subject: 'task', details: { title: 'Write it', place: { subject: 'item', id: item.id } } },
      { kind: 'assigned', subject: 'item', subjectId: item.id, by: { name: 'Ada' }, details: { title: 'How to return' } },
    ])
    expect(await newsOf(ada)).toEqual([])
    expect(await countOwnUnread(ben)).toEqual({ unread: 2 })
  })

  test('hears once of a change of many, however many pieces it comes in', async () => {
    const context = await emptyWorkspace(db())
    const [ada, ben] = [await memberOf(context, 'editor'), await memberOf(context, 'author')]
    const ids: string[] = []
    for (let n = 0; n < 42; n += 1) ids.push((await createItem(ada, { title: `Item ${n}`, type: 'page' })).item.id)
    const from = await currentSeq(db().read, context.actor.workspaceId)
    const { selectionId, count } = await freezeSelection(ada, { ids })
    const edit = { tags: [], set: { ownerId: ben.userId } }
    await runBulk(ada, bulkInput.parse({ selectionId, expectedCount: count, edit }))
    await Promise.all([deriveNotifications(asJob(context), from), deriveNotifications(asJob(context), from)])
    expect(await told(ben)).toEqual([['assigned', 'item', 42]])
  })

  test('of gaps: the assigned person, and those who follow the phase or all that must be closed', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const [ada, ben, cem] = [await memberOf(lead, 'editor'), await memberOf(lead, 'author'), await memberOf(lead, 'lead')]
    await choose(ada, { phases: ['retention'] })
    await choose(cem, { mustGaps: false })
    await refreshGaps(asJob(lead))
    const gap = await openGap(lead, 'part_delivery_missing')
    await assignGaps(lead, { gaps: [{ id: gap.id, revision: gap.revision }], ownerId: ben.userId })
    await deriveNotifications(asJob(lead), 0)
    const followed = (await told(ada)).filter(([kind]) => kind === 'gapOpened')
    expect(followed).toHaveLength(1)
    const count = followed[0]?.[2] ?? 0
    expect(count).toBeGreaterThan(1)
    const named = (await newsOf(ada)).find(({ kind }) => kind === 'gapOpened')?.details
    expect(named?.gaps).toHaveLength(Math.min(count, 10))
    expect(named?.phases).toEqual(['retention'])
    expect((await told(lead)).map(([kind]) => kind)).toContain('gapOpened')
    expect((await told(cem)).map(([kind]) => kind)).not.toContain('gapOpened')
    expect(await newsOf(ben)).toMatchObject([
      { kind: 'assigned', subject: 'finding', details: { rule: 'part_delivery_missing' } },
    ])
  })
})

describe('a comment', () => {
  test('tells those it names, whoever wrote in the thread, and the owner of the item, each once', async () => {
    const context = await emptyWorkspace(db())
    const [ada, ben, cem] = [
      await memberOf(context, 'editor', 'Ada'),
      await memberOf(context, 'author', 'Ben'),
      await memberOf(context, 'editor', 'Cem'),
    ]
    const { item } = await createItem(ada, { title: 'Returns', type: 'page', ownerId: ada.userId })
    const about = { subject: 'item' as const, subjectId: item.id }
    const first = await addComment(ben, { about, parentId: null, body: `Please look <b>here</b> @[${cem.userId}]` })
    await addComment(cem, { about, parentId: first.id, body: 'Done' })
    await deriveNotifications(asJob(context), 0)
    expect((await newsOf(cem)).map(({ kind }) => kind)).toEqual(['mentioned'])
    expect((await newsOf(ben)).map(({ kind }) => kind)).toEqual(['answered'])
    expect((await newsOf(ada)).map(({ kind }) => kind)).toEqual(['answered', 'answered'])
    expect((await newsOf(cem))[0]).toMatchObject({
      by: { name: 'Ben' },
      details: { excerpt: 'Please look <b>here</b> @Cem', title: 'Returns', place: { subject: 'item', id: item.id } },
    })
    // Settled, rewritten, taken back: nobody is named again, and the old words stand nowhere any more.
    await resolveThread(ben, { id: first.id, resolved: true })
    await resolveThread(ben, { id: first.id, resolved: false })
    await editComment(ben, { id: first.id, revision: 3, body: `Other words @[${cem.userId}]` })
    await deriveNotifications(asJob(context), 0)
    expect((await newsOf(cem)).map(({ details }) => details.excerpt)).toEqual(['Other words @Cem'])
    await deleteComment(ben, first.id)
    await deriveNotifications(asJob(context), 0)
    expect((await newsOf(cem)).map(({ details }) => details.excerpt)).toEqual([undefined])
  })
})

describe('the morning', () => {
  test('tells what is due and what has become overdue in one piece of news, and nothing on a quiet day', async () => {
    const context = await emptyWorkspace(db())
    const ada = await memberOf(context, 'editor')
    await createItem(ada, { title: 'Today', type: 'page', ownerId: ada.userId, dueOn: '2026-03-03' })
    await createItem(ada, { title: 'Yesterday', type: 'page', ownerId: ada.userId, dueOn: '2026-03-02' })
    const morning = at(asJob(context), '2026-03-03T06:00:00Z')
    await notifyOfDay(morning)
    await notifyOfDay(morning)
    expect(await newsOf(ada)).toMatchObject([{ kind: 'due', details: { count: 2, today: 1, overdue: 1 } }])
    await notifyOfDay(at(asJob(context), '2026-03-05T06:00:00Z'))
    expect(await newsOf(ada)).toHaveLength(1)
  })

  test('tells of live items to be looked at 30 days before, on the day and 14 days after, each once', async () => {
    const context = await emptyWorkspace(db())
    const ada = await memberOf(context, 'editor')
    const { item } = await createItem(at(ada, '2026-01-01T10:00:00Z'), {
      title: 'Prices',
      type: 'page',
      step: 'published',
      ownerId: ada.userId,
      reviewBy: '2026-03-31',
    })
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-31', '2026-04-01', '2026-04-14', '2026-04-15'])
      await notifyOfDay(at(asJob(context), `${day}T06:00:00Z`))
    const fresh = (await newsOf(ada)).filter(({ kind }) => kind === 'freshness')
    expect(fresh.map(({ at: when }) => when.toISOString().slice(0, 10))).toEqual(['2026-04-14', '2026-03-31', '2026-03-01'])
    expect(fresh[0]?.details.items).toEqual([{ id: item.id, title: 'Prices', reviewBy: '2026-03-31' }])
  })

  test('tells those who lead of live items that nobody owns, with the way to exactly those', async () => {
    const context = await emptyWorkspace(db())
    const [lead, editor] = [await memberOf(context, 'lead'), await memberOf(context, 'editor')]
    const live = { type: 'page', step: 'published' } as const
    const early = at(lead, '2026-01-01T10:00:00Z')
    const { item } = await createItem(early, { ...live, title: 'Nobody’s', reviewBy: '2026-03-31' })
    await createItem(early, { ...live, title: 'Later', reviewBy: '2026-09-01' })
    await createItem(early, { ...live, title: 'Somebody’s', ownerId: editor.userId, reviewBy: '2026-03-31' })
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-31', '2026-04-14'])
      await notifyOfDay(at(asJob(context), `${day}T06:00:00Z`))
    const told = (await newsOf(lead)).filter(({ kind }) => kind === 'freshness')
    expect(told.map(({ at: when }) => when.toISOString().slice(0, 10))).toEqual(['2026-04-14', '2026-03-31', '2026-03-01'])
    expect(told[0]?.details).toMatchObject({ count: 1, isOwnerless: true })
    for (const news of told) {
      const [, definition = ''] = placeOf(news).split('/content?')
      const { filter, ignored } = parseFilter(definition)
      expect(ignored).toEqual([])
      const { facts } = await selectItems(at(lead, '2026-03-31T06:00:00Z'), { filter })
      expect(facts.map(({ id }) => id)).toEqual([item.id])
    }
    const theirs = (await newsOf(editor)).filter(({ kind }) => kind === 'freshness')
    expect(theirs.map(({ details }) => details.isOwnerless)).toEqual([undefined, undefined, undefined])
  })
})

describe('what somebody chose', () => {
  test('decides what is told at all; reading and choosing are their own', async () => {
    const context = await emptyWorkspace(db())
    const [ada, ben] = [await memberOf(context, 'editor'), await memberOf(context, 'viewer')]
    await choose(ben, { ways: { assigned: 'off' } })
    expect((await getChoices(ben, true)).ways).toMatchObject({ assigned: 'off', mentioned: 'mail', due: 'digest' })
    const { item } = await createItem(ada, { title: 'One', type: 'page', ownerId: ben.userId })
    await deriveNotifications(asJob(context), 0)
    expect(await newsOf(ben)).toEqual([])
    await choose(ben, { ways: { assigned: 'program' } })
    const { revision } = await saveItem(ada, { id: item.id, revision: 1, edit: { ownerId: ada.userId } }).then(
      (saved) => saved.item,
    )
    await saveItem(ada, { id: item.id, revision, edit: { ownerId: ben.userId } })
    await deriveNotifications(asJob(context), 0)
    const [news] = await newsOf(ben)
    expect(await markRead(ada, { ids: [news?.id ?? ''], isRead: true })).toEqual({ ids: [] })
    expect(await countOwnUnread(ben)).toEqual({ unread: 1 })
    expect(await markAllRead(ben)).toEqual({ ids: [news?.id] })
    expect(await countOwnUnread(ben)).toEqual({ unread: 0 })
    await markRead(ben, { ids: [news?.id ?? ''], isRead: false })
    expect(await countOwnUnread(ben)).toEqual({ unread: 1 })
  })
})
