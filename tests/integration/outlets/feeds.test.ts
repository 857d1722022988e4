import ICAL from 'ical.js'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/database'
import { deleteMember, findMember } from '@/db/stores/members'
import type { UserRecord } from '@/db/stores/users'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import { stampOf } from '@/server/domain/context'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { loggedPath } from '@/server/http/client'
import { answerFeed } from '@/server/http/feed-door'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeWorkspace } from '@/tests/support/factories'

const db = testDatabase()
// The process's one database, as the doors find it.
const slot = Symbol.for('etappe.database')
const holder = globalThis as typeof globalThis & { [slot]?: Database }

let workspace: Workspace
let editor: UserRecord
let viewer: UserRecord
let admin: UserRecord

beforeAll(async () => {
  holder[slot] = db()
  workspace = await makeWorkspace(db(), { name: 'Haus, Hof; & Co' })
  editor = await makeMember(db(), workspace, 'editor')
  viewer = await makeMember(db(), workspace, 'viewer')
  admin = await makeMember(db(), workspace, 'admin')
})
afterAll(() => {
  delete holder[slot]
})

const as = (user: UserRecord) => callerFor(db(), user)
const ws = () => ({ workspace: workspace.slug })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function fetchFeed(secret: string, { slug = workspace.slug, headers = {}, address = '192.0.2.7' } = {}) {
  const request = new NextRequest(`http://localhost:3000/api/feeds/${slug}/${secret}.ics`, {
    headers: { host: 'plan.example.org', 'x-forwarded-for': address, ...headers },
  })
  return answerFeed(request, { params: Promise.resolve({ workspace: slug, file: `${secret}.ics` }) })
}

async function eventsOf(response: Response) {
  expect(response.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return calendar.getAllSubcomponents('vevent').map((part) => ({ part, ...eventOf(part) }))
}
function eventOf(part: ICAL.Component) {
  const event = new ICAL.Event(part)
  return { uid: event.uid, summary: event.summary, start: String(event.startDate), description: event.description }
}

const makeView = (user: UserRecord, definition: string, name = 'Plan') =>
  as(user).views.create({ ...ws(), view: { screen: 'content', name, definition, isTeam: false } })

async function makeFeed(user: UserRecord, definition = '') {
  const view = await makeView(user, definition)
  return { view, ...(await as(user).feeds.make({ ...ws(), viewId: view.id })) }
}

describe('the calendar of a saved view', () => {
  test('is off until somebody turns it on, and then an address without a session reads it', async () => {
    expect(await as(editor).feeds.list(ws())).toEqual([])
    const item = (given: Partial<ItemCreate> & { title: string }) =>
      as(editor).content.create({ ...ws(), item: { type: 'page', ...given } })
    await item({ title: 'Care guide', plannedFor: inDays(10), dueOn: inDays(8), tags: { phase: ['retention'] } })
    await item({ title: 'At nine', plannedFor: `${inDays(11)}T09:00` })
    await item({ title: 'Far away', plannedFor: inDays(900) })
    await item({ title: 'No day' })
    const { secret } = await makeFeed(editor)
    const response = await fetchFeed(secret)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('private')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    const events = await eventsOf(response)
    expect(events.map(({ summary, start }) => [summary, start.length === 10 ? start : 'a time']).sort()).toEqual([
      ['Due: Care guide', inDays(8)],
      ['Planned: At nine', 'a time'],
      ['Planned: Care guide', inDays(10)],
    ])
    const [guide] = events.filter(({ summary }) => summary === 'Planned: Care guide')
    expect(guide?.part.getFirstPropertyValue('status')).toBe('TENTATIVE')
    expect(guide?.description).toMatch(/^Step: .*\nPhase: .*\nhttp:\/\/plan\.example\.org\/.*\/content\/[0-9a-f]{32}$/)
    const [nine] = events.filter(({ summary }) => summary === 'Planned: At nine')
    const start = nine?.part.getFirstPropertyValue('dtstart')
    expect(
      start instanceof ICAL.Time &&
        start.toJSDate().toLocaleTimeString('en-GB', { timeZone: workspace.timeZone, timeStyle: 'short' }),
    ).toBe('09:00')
  })

  test('holds what the filter of the view means, and follows its items', async () => {
    const { item } = await as(editor).content.create({ ...ws(), item: { title: 'Moves', type: 'page', plannedFor: inDays(3) } })
    const { secret } = await makeFeed(editor, 'title=~Moves')
    const [before] = await eventsOf(await fetchFeed(secret))
    await as(editor).content.save({
      ...ws(),
      id: item.id,
      revision: item.revision,
      edit: { plannedFor: inDays(5), title: 'Moves on' },
    })
    const after = await eventsOf(await fetchFeed(secret))
    expect(after.map(({ uid, summary, start }) => [uid, summary, start])).toEqual([[before?.uid, 'Planned: Moves on', inDays(5)]])
  })

  test('holds nothing, rather than too much, where the view asks for what nobody understands, and says so', async () => {
    await as(editor).content.create({ ...ws(), item: { title: 'Not for everybody', type: 'page', plannedFor: inDays(3) } })
    const { secret, feed } = await makeFeed(editor, 'status=planned,polished&columns=channel')
    const response = await fetchFeed(secret)
    expect(await response.clone().text()).toMatch(/X-WR-CALDESC:.*\r\n?(?:[^\r]*\r\n )*[^\r]*does not und/s)
    expect(await eventsOf(response)).toEqual([])
    const listed = await as(editor).feeds.list(ws())
    expect(listed.find(({ id }) => id === feed.id)).toMatchObject({ isUnreadable: true })
    const readable = await makeFeed(editor, 'status=planned&columns=channel')
    expect(readable.feed).toMatchObject({ isUnreadable: false })
    await as(editor).feeds.revoke({ ...ws(), id: feed.id })
    await as(editor).feeds.revoke({ ...ws(), id: readable.feed.id })
  })

  test('spans campaigns, in the language of the one who turned it on', async () => {
    const german = await makeMember(db(), workspace, 'editor')
    const view = await makeView(german, '')
    const caller = callerFor(db(), german, { locale: 'de' })
    await caller.campaigns.create({ ...ws(), campaign: { name: 'Frühjahr', startsOn: inDays(2), endsOn: inDays(20) } })
    const { secret, feed } = await caller.feeds.make({ ...ws(), viewId: view.id })
    expect(feed.locale).toBe('de')
    const events = await eventsOf(await fetchFeed(secret))
    const [spring] = events.filter(({ summary }) => summary === 'Kampagne: Frühjahr')
    expect([spring?.start, String(spring?.part.getFirstPropertyValue('dtend'))]).toEqual([inDays(2), inDays(21)])
    expect(events.some(({ summary }) => summary === 'Geplant: Care guide')).toBe(true)
  })

  test('is not sent again while nothing changed', async () => {
    const { secret } = await makeFeed(editor)
    const tag = (await fetchFeed(secret)).headers.get('etag') ?? ''
    const again = await fetchFeed(secret, { headers: { 'if-none-match': `W/"x", ${tag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await as(editor).content.create({ ...ws(), item: { title: 'New', type: 'page' } })
    expect((await fetchFeed(secret, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })

  test('tells when it was last read, and the secret stands nowhere', async () => {
    const { secret, feed } = await makeFeed(viewer)
    expect(feed.lastReadAt).toBeNull()
    await fetchFeed(secret)
    const listed = (await as(viewer).feeds.list(ws())).find(({ id }) => id === feed.id)
    expect(listed?.lastReadAt).toBeInstanceOf(Date)
    expect(JSON.stringify(await as(admin).feeds.list(ws()))).not.toContain(secret)
    expect(JSON.stringify(await as(admin).history.recent({ ...ws(), limit: 50 }))).not.toContain(secret)
  })
})

describe('an address leads nowhere', () => {
  const lookOf = async (response: Response) => [response.status, await response.text(), [...response.headers].sort()]

  test('when it was never one, was ended, renewed, or its view is gone; and all look the same', async () => {
    const unknown = await lookOf(await fetchFeed('A'.repeat(43)))
    expect(unknown[0]).toBe(404)
    const same = async (secret: string, slug?: string) =>
      expect(await lookOf(await fetchFeed(secret, slug === undefined ? {} : { slug }))).toEqual(unknown)

    const { secret, feed, view } = await makeFeed(editor)
    expect((await fetchFeed(secret)).status).toBe(200)
    const other = await makeWorkspace(db())
    await same(secret, other.slug)
    await same(secret, 'nowhere')
    for (const wrong of ['', 'short', '../../etc', `${secret.slice(0, 42)}!`, secret.toLowerCase(), 'x'.repeat(5000)])
      await same(wrong)

    const renewed = await as(editor).feeds.renew({ ...ws(), id: feed.id })
    await same(secret)
    expect((await fetchFeed(renewed.secret)).status).toBe(200)
    await as(editor).feeds.revoke({ ...ws(), id: renewed.feed.id })
    await same(renewed.secret)
    await expect(as(editor).feeds.revoke({ ...ws(), id: renewed.feed.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const third = await as(editor).feeds.make({ ...ws(), viewId: view.id })
    await as(editor).views.delete({ ...ws(), id: view.id })
    await same(third.secret)
    const listed = (await as(admin).feeds.list(ws())).find(({ id }) => id === third.feed.id)
    expect(listed).toMatchObject({ view: null, isPrivate: false, hasLeft: false })
  })

  test('when its maker is no longer a member', async () => {
    const leaver = await makeMember(db(), workspace, 'viewer')
    const { secret, feed } = await makeFeed(leaver)
    const listed = async () => (await as(admin).feeds.list(ws())).find(({ id }) => id === feed.id)
    expect(await listed()).toMatchObject({ view: null, isPrivate: true, hasLeft: false })
    expect((await fetchFeed(secret)).status).toBe(200)
    const context = { actor: { kind: 'system', workspaceId: workspace.id, job: 'test' }, now: () => new Date() } as const
    await db().write(workspace.id, async (tx) => {
      const member = await findMember(tx, workspace.id, leaver.id)
      if (member) await deleteMember(tx, stampOf(context), member)
    })
    expect((await fetchFeed(secret)).status).toBe(404)
    expect(await listed()).toMatchObject({ hasLeft: true, owner: leaver.name })
    await as(admin).feeds.revoke({ ...ws(), id: feed.id })
    expect(await listed()).toBeUndefined()
  })

  test('that the log writes down', async () => {
    const { secret } = await makeFeed(editor)
    expect(loggedPath(`/api/feeds/${workspace.slug}/${secret}.ics`)).toBe(`/api/feeds/${workspace.slug}/[hidden].ics`)
  })

  test('for a while, to whoever asks without pause', async () => {
    const answers = []
    for (let n = 0; n < 125; n += 1) answers.push((await fetchFeed('B'.repeat(43), { address: '198.51.100.9' })).status)
    expect(answers.filter((status) => status === 429).length).toBe(5)
    expect((await fetchFeed('B'.repeat(43), { address: '198.51.100.10' })).status).toBe(404)
  })
})

describe('who may turn it on', () => {
  test('everybody for what they see, nobody for a view that is hidden from them or has no days', async () => {
    const hidden = await makeView(editor, 'phase=retention')
    await expect(as(viewer).feeds.make({ ...ws(), viewId: hidden.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const gaps = await as(viewer).views.create({ ...ws(), view: { screen: 'gaps', name: 'G', definition: '', isTeam: false } })
    await expect(as(viewer).feeds.make({ ...ws(), viewId: gaps.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('one sees and ends one’s own; an administrator ends everybody’s, but gets no new address for it', async () => {
    const { feed, secret } = await makeFeed(editor)
    expect((await as(viewer).feeds.list(ws())).some(({ id }) => id === feed.id)).toBe(false)
    await expect(as(viewer).feeds.revoke({ ...ws(), id: feed.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const seen = (await as(admin).feeds.list(ws())).find(({ id }) => id === feed.id)
    expect(seen).toMatchObject({ isMine: false, owner: editor.name, view: null, isPrivate: true })
    await expect(as(admin).feeds.renew({ ...ws(), id: feed.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await as(admin).feeds.revoke({ ...ws(), id: feed.id })
    expect((await fetchFeed(secret)).status).toBe(404)
  })
})
