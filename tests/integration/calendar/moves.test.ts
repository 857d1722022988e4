import { expect, test } from 'vitest'
import { moveItems } from '@/server/domain/calendar/calendar.commands'
import { getCalendarRange } from '@/server/domain/calendar/calendar.queries'
import { type MoveInput, moveInput, rangeInput } from '@/server/domain/calendar/calendar.schema'
import { countAlong, moveCampaign } from '@/server/domain/calendar/campaign-move.commands'
import { listHolidays } from '@/server/domain/calendar/holiday.queries'
import { createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { getCampaign } from '@/server/domain/campaigns/campaign.queries'
import { createItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { editWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { getWorkspace } from '@/server/domain/workspaces/workspace.queries'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

async function make(context: Context, create: Partial<ItemCreate>): Promise<string> {
  return (await createItem(context, { title: 'Item', type: 'page', ...create })).item.id
}
const move = (context: Context, input: Omit<MoveInput, 'includePublished'> & { includePublished?: boolean }) =>
  moveItems(context, moveInput.parse(input))

test('a move changes the date of its axis and nothing else, and the time of day stays', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const id = await make(editor, { step: 'planned', plannedFor: '2026-03-27T09:30', dueOn: '2026-03-20' })
  const before = await getItem(editor, id)
  const items = [{ id, was: '2026-03-27T09:30' }]
  const { changeSet, done } = await move(editor, { axis: 'planned', items, to: { kind: 'byDays', days: 4 } })
  expect(done).toBe(1)
  const { revision: _r, updatedAt: _u, ...after } = await getItem(editor, id)
  const { revision: _r2, updatedAt: _u2, ...rest } = before
  expect(after).toEqual({ ...rest, plannedFor: '2026-03-31T09:30' })
  await undoChangeSet(editor, changeSet ?? '')
  expect((await getItem(editor, id)).plannedFor).toBe('2026-03-27T09:30')
})

test('a scheduled time keeps the hour on the wall over the day on which clocks are turned', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const id = await make(editor, { publishAt: new Date('2026-03-28T08:00:00Z') })
  const to = { kind: 'toDay', day: '2026-03-30' } as const
  expect(await move(editor, { axis: 'scheduled', items: [{ id, was: '2026-03-28T09:00' }], to })).toMatchObject({ done: 1 })
  expect((await getItem(editor, id)).publishAt).toEqual(new Date('2026-03-30T07:00:00Z'))
  const past = await move(editor, {
    axis: 'scheduled',
    items: [{ id, was: '2026-03-30T09:00' }],
    to: { kind: 'toDay', day: '2026-02-01' },
  })
  expect(past).toMatchObject({ done: 0, changeSet: null, failed: [{ id, messageKey: 'calendar.problem.scheduleInPast' }] })
})

test('what is published asks first, and who comes after another move is told', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const id = await make(editor, { step: 'published', plannedFor: '2026-02-10' })
  const to = { kind: 'byDays', days: 1 } as const
  const items = [{ id, was: '2026-02-10' }]
  expect((await move(editor, { axis: 'planned', items, to })).failed[0]?.messageKey).toBe('calendar.problem.isPublished')
  expect(await move(editor, { axis: 'planned', items, to, includePublished: true })).toMatchObject({ done: 1 })
  const late = await move(editor, { axis: 'planned', items, to, includePublished: true })
  expect(late.failed[0]?.messageKey).toBe('calendar.problem.movedMeanwhile')
  const published = [{ id, was: '2026-03-01T11:00' }]
  const unschedule = await move(editor, {
    axis: 'published',
    items: published,
    to: { kind: 'unschedule' },
    includePublished: true,
  })
  expect(unschedule.failed[0]?.messageKey).toBe('calendar.problem.publishedStays')
  const ahead = await move(editor, { axis: 'published', items: published, to, includePublished: true })
  expect(ahead.failed[0]?.messageKey).toBe('calendar.problem.publishedAhead')
  await move(editor, { axis: 'published', items: published, to: { kind: 'byDays', days: -1 }, includePublished: true })
  expect((await getItem(editor, id)).publishedAt).toEqual(new Date('2026-02-28T10:00:00Z'))
})

test('several shift together in one change, each for itself: what may not be moved says why', async () => {
  const system = await emptyWorkspace(db())
  const editor = await memberOf(system, 'editor')
  const author = await memberOf(system, 'author')
  const own = await make(author, { plannedFor: '2026-03-05' })
  const strange = await make(editor, { plannedFor: '2026-03-06' })
  const items = [
    { id: own, was: '2026-03-05' },
    { id: strange, was: '2026-03-06' },
    { id: 'gone', was: null },
  ]
  const { done, failed, changeSet } = await move(author, { axis: 'planned', items, to: { kind: 'byDays', days: 7 } })
  expect(done).toBe(1)
  expect(failed.map(({ id, messageKey }) => [id, messageKey])).toEqual([
    [strange, 'content.problem.notYours'],
    ['gone', 'content.problem.noSuchItem'],
  ])
  expect((await getItem(author, own)).plannedFor).toBe('2026-03-12')
  await undoChangeSet(author, changeSet ?? '')
  const scheduling = await move(author, {
    axis: 'scheduled',
    items: [{ id: own, was: null }],
    to: { kind: 'toDay', day: '2026-04-01' },
  })
  expect(scheduling).toMatchObject({ done: 0, failedCount: 1 })
  const lifted = await move(author, { axis: 'planned', items: [{ id: own, was: '2026-03-05' }], to: { kind: 'unschedule' } })
  expect(lifted.done).toBe(1)
  expect((await getItem(author, own)).plannedFor).toBeNull()
})

test('a campaign moves with its items in one change, and one undo takes all back', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const { key } = await createCampaign(editor, { template: null, name: 'Winter', startsOn: '2026-04-01', endsOn: '2026-04-20' })
  const tags = { campaign: [key] }
  const open = await make(editor, { plannedFor: '2026-04-02T08:00', tags })
  const live = await make(editor, { step: 'published', plannedFor: '2026-04-03', tags })
  expect(await countAlong(editor, key, 'planned')).toBe(1)
  const { revision } = await getCampaign(editor, key)
  const days = { startsOn: '2026-04-08', endsOn: '2026-04-27' }
  const { changeSet, done } = await moveCampaign(editor, { key, revision, ...days, withItems: 'planned' })
  expect(done).toBe(1)
  expect((await getCampaign(editor, key)).details).toMatchObject(days)
  expect((await getItem(editor, open)).plannedFor).toBe('2026-04-09T08:00')
  expect((await getItem(editor, live)).plannedFor).toBe('2026-04-03')
  await expect(moveCampaign(editor, { key, revision, ...days, withItems: null })).rejects.toMatchObject({ code: 'conflict' })
  await undoChangeSet(editor, changeSet ?? '')
  expect((await getCampaign(editor, key)).details).toMatchObject({ startsOn: '2026-04-01', endsOn: '2026-04-20' })
  expect((await getItem(editor, open)).plannedFor).toBe('2026-04-02T08:00')
})

test('days are those of the zone, entries come in the order of the day, and a long day is told by its count', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  // Half past eleven in the evening of the 31st in UTC is the 1st in Berlin.
  await make(editor, { title: 'Night', publishAt: new Date('2026-03-31T22:30:00Z') })
  await make(editor, { title: 'Noon', publishAt: new Date('2026-04-01T10:00:00Z') })
  const ask = (from: string, to: string, perDay = 5) =>
    getCalendarRange(editor, rangeInput.parse({ axis: 'scheduled', from, to, perDay }))
  expect(await ask('2026-03-31', '2026-03-31')).toMatchObject({ total: 2, inRange: 0, days: [] })
  const first = await ask('2026-04-01', '2026-04-01', 1)
  expect(first).toMatchObject({ inRange: 2, days: [{ day: '2026-04-01', count: 2 }] })
  expect(first.entries.map(({ title, at }) => [title, at])).toEqual([['Night', '2026-04-01T00:30']])
  await expect(ask('2026-04-02', '2026-04-01')).rejects.toMatchObject({ messageKey: 'calendar.problem.badRange' })
  await expect(ask('2026-01-01', '2028-01-01')).rejects.toMatchObject({ messageKey: 'calendar.problem.badRange' })
})

test('public holidays are those of the country of the workspace, in both languages, and none without a country', async () => {
  const admin = await memberOf(await emptyWorkspace(db()), 'admin')
  const days = await listHolidays(admin, { from: '2026-10-01', to: '2027-01-01' })
  expect(days).toContainEqual({ day: '2026-12-25', name: { en: 'Christmas Day', de: expect.stringContaining('Weihnachtstag') } })
  expect(days.map(({ day }) => day)).toEqual(['2026-10-03', '2026-12-25', '2026-12-26', '2027-01-01'])
  for (const [from, to] of [
    ['9999-12-01', '9999-12-31'],
    ['0001-01-01', '0001-02-01'],
  ] as const) {
    await listHolidays(admin, { from, to })
    await getCalendarRange(admin, rangeInput.parse({ axis: 'scheduled', from, to }))
  }
  const { revision } = await getWorkspace(admin)
  await editWorkspace(admin, { revision, country: null })
  expect(await listHolidays(admin, { from: '2026-10-01', to: '2027-01-01' })).toEqual([])
})
