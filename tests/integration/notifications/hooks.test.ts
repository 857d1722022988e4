import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRecentChanges } from '@/db/stores/changes'
import { findHook } from '@/db/stores/hooks'
import { finishJob, leaseJob } from '@/db/stores/jobs'
import { createItem } from '@/server/domain/content/item.commands'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { refreshGaps } from '@/server/domain/gaps/gap-refresh.commands'
import { createHook, deleteHook, editHook, listOwnHooks } from '@/server/domain/hooks/hook.commands'
import { type ChatPost, postToHook, testHook } from '@/server/domain/hooks/hook-post.commands'
import { hookJob } from '@/server/domain/hooks/hook-queue.commands'
import { listOwnNotifications } from '@/server/domain/notifications/notification.queries'
import { notificationListInput } from '@/server/domain/notifications/notification.schema'
import { mailDigests, notifyDay } from '@/server/jobs/notify.job'
import { postJson } from '@/server/mail/chat'
import { at, memberOf } from '@/tests/integration/content/world'
import { openGap, sampleWorkspace } from '@/tests/integration/gap-queries/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const received: { path: string; body: { text: string; blocks: { text: { text: string } }[] } }[] = []
let server: Server
let url: string
let answer = { status: 200, location: '' }

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: JSON.parse(body) })
      if (answer.location) response.setHeader('location', answer.location)
      response.statusCode = answer.status
      response.end(answer.status === 200 ? 'ok' : 'no_service')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const found = server.address()
  url = `http://127.0.0.1:${found && typeof found === 'object' ? found.port : 0}/services/T000/secret-of-the-chat`
})
afterAll(() => new Promise((stopped) => server.close(stopped)))

const here: ChatPost = {
  post: (to, message) => postJson(to, message, { allowsPrivate: true }),
  address: 'https://plan.example.org',
}
const reach = { allowsPrivate: true }
const asJob = (context: Context): Context => ({
  ...context,
  actor: { kind: 'system', workspaceId: context.actor.workspaceId, job: 'hooks.post' },
})

async function adminWithHook() {
  const lead = await sampleWorkspace(db(), 'worst')
  const admin = await memberOf(lead, 'admin')
  const hook = await createHook(admin, { name: '#content', url, locale: 'de', events: ['digest', 'gaps'] }, reach)
  return { admin, hook, job: asJob(admin) }
}

describe('a chat', () => {
  test('gets what it asked for, in its language, with what people typed made harmless', async () => {
    const { admin, hook, job } = await adminWithHook()
    await createItem(admin, { title: '<!channel> & | *now* _soon_ a_b', type: 'page', dueOn: '2026-03-01' })
    await refreshGaps(job)
    const gap = await openGap(admin, 'part_delivery_missing')
    received.length = 0
    await postToHook(job, here, hook.id, { event: 'gaps', gaps: [gap.id, 'gone'], count: 2 })
    await postToHook(at(job, '2026-03-01T07:00:00Z'), here, hook.id, { event: 'digest', day: '2026-03-01' })
    expect(received.map(({ path }) => path)).toEqual(Array(2).fill('/services/T000/secret-of-the-chat'))
    expect(received[0]?.body.text).toContain('neue Lücke')
    expect(received[0]?.body.blocks[1]?.text.text).toContain(`<https://plan.example.org/sample-worst`)
    expect(received[1]?.body.text).toContain('fällig')
    expect(received[1]?.body.blocks[1]?.text.text).toContain('|&lt;!channel&gt; &amp; ¦ ∗now∗ ˍsoonˍ a_b>')
    expect((await listOwnHooks(admin))[0]).toMatchObject({ failures: 0, lastError: null, lastSentAt: expect.any(Date) })
  })

  test('is led from what it is not told to exactly that, and hears of what is to be looked at again', async () => {
    const { admin, hook, job } = await adminWithHook()
    for (let n = 0; n < 12; n += 1) await createItem(admin, { title: `Due ${n}`, type: 'page', dueOn: '2026-03-01' })
    await createItem(admin, { title: 'Done', type: 'page', step: 'published', dueOn: '2026-03-01', reviewBy: '2026-02-01' })
    const morning = at(job, '2026-03-01T07:00:00Z')
    received.length = 0
    await postToHook(morning, here, hook.id, { event: 'digest', day: '2026-03-01' })
    const [told] = received
    expect(told?.body.text).toMatch(/[1-9]\d* auf Aktualität zu prüfen/)
    const list = told?.body.blocks[1]?.text.text ?? ''
    const [, definition = ''] = /\/content\?([^|]*)\|und (\d+) mehr/.exec(list) ?? []
    const more = Number(/\|und (\d+) mehr/.exec(list)?.[1])
    const { filter, ignored } = parseFilter(decodeURI(definition))
    expect(ignored).toEqual([])
    const { facts } = await selectItems(morning, { filter })
    expect(facts).toHaveLength(10 + more)
    // What is only counted leads to its list.
    const [, stale = '', count] = /\/content\?([^|]*)\|(\d+) auf Aktualität zu prüfen/.exec(list) ?? []
    expect((await selectItems(morning, { filter: parseFilter(decodeURI(stale)).filter })).facts).toHaveLength(Number(count))
    expect(list).toMatch(/\/gaps\?severity=must\|[1-9]\d* Lücken?, die geschlossen/)
  })

  test('gets the digest of a morning once, also when the program starts late into it, or its clock jumps', async () => {
    const { admin, hook, job } = await adminWithHook()
    const { workspaceId } = admin.actor
    const wake = async (instant: string) => {
      const context = { ...at(job, instant), stopping: new AbortController().signal }
      const sent: unknown[] = []
      const work = async () => {
        for (;;) {
          const lane = { only: [hookJob] }
          const next = await db().write('global', async (tx) => leaseJob(tx, context.now(), 60_000, lane))
          if (!next) return
          sent.push(next.payload)
          await db().write('global', async (tx) => finishJob(tx, next))
        }
      }
      // What was due yesterday runs, and what the morning brings queues it once more.
      await mailDigests.run(context, {})
      await work()
      await notifyDay.run(context, {})
      await mailDigests.run(context, {})
      await work()
      return sent
    }
    const ofDay = (day: string) => [{ event: 'digest', day, hookId: hook.id }]
    expect(await wake('2026-03-03T07:30:00Z')).toEqual(ofDay('2026-03-03'))
    expect(await wake('2026-03-03T08:10:00Z')).toEqual([])
    expect(await wake('2026-03-04T07:00:00Z')).toEqual(ofDay('2026-03-04'))
    expect(await wake('2026-03-03T08:20:00Z')).toEqual([])
    expect((await findHook(db().read, workspaceId, hook.id))?.revision).toBe(hook.revision)
  })

  test('keeps its address to itself: shown in part, never in the log', async () => {
    const { admin, hook } = await adminWithHook()
    expect(hook.address).not.toContain('secret')
    const log = await listRecentChanges(db().read, admin.actor.workspaceId, { limit: 50 })
    expect(log.filter(({ subject }) => subject === 'hook')).toHaveLength(1)
    expect(JSON.stringify(log)).not.toContain('secret-of-the-chat')
    const lead = await memberOf(admin, 'lead')
    await expect(listOwnHooks(lead)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('that fails twenty times in a row is stopped, and the admins are told; it begins anew when switched on', async () => {
    const { admin, hook, job } = await adminWithHook()
    await createItem(admin, { title: 'One', type: 'page', dueOn: '2026-03-01' })
    answer = { status: 404, location: '' }
    const send = () => postToHook(at(job, '2026-03-01T07:00:00Z'), here, hook.id, { event: 'digest', day: '2026-03-01' })
    for (let n = 1; n < 20; n += 1) await expect(send()).rejects.toThrow('404 no_service')
    await send()
    const stopped = await findHook(db().read, admin.actor.workspaceId, hook.id)
    expect(stopped).toMatchObject({ isEnabled: false, failures: 20, lastError: '404 no_service' })
    const news = await listOwnNotifications(admin, notificationListInput.parse({ kind: 'hookStopped' }))
    expect(news.rows).toMatchObject([{ details: { title: '#content', reason: '404 no_service' } }])
    received.length = 0
    await send()
    expect(received).toEqual([])
    answer = { status: 200, location: '' }
    const change = { isEnabled: true }
    const again = await editHook(admin, { id: hook.id, revision: stopped?.revision ?? 0, change }, reach)
    expect(again).toMatchObject({ isEnabled: true, failures: 0, lastError: null })
    expect(await testHook(admin, here, hook.id)).toEqual({ error: null })
    await expect(editHook(admin, { id: hook.id, revision: 1, change }, reach)).rejects.toMatchObject({ code: 'conflict' })
    await deleteHook(admin, hook.id)
    await expect(testHook(admin, here, hook.id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('messages', () => {
  test('follow no redirect', async () => {
    answer = { status: 302, location: url }
    received.length = 0
    expect(await postJson(url, { text: 'a' }, reach)).toBe('302 no_service')
    expect(received).toHaveLength(1)
    answer = { status: 200, location: '' }
  })

  test('never go into a network of one’s own unless the operator allows it', async () => {
    received.length = 0
    const port = new URL(url).port
    for (const wrong of [
      url,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://[::1]:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      'https://169.254.169.254/latest',
      'https://2130706433/',
      'https://intranet/',
    ])
      expect(await postJson(wrong, { text: 'a' }, { allowsPrivate: false }), wrong).toMatch(/privateAddress|notHttps/)
    expect(received).toEqual([])
    const { admin } = await adminWithHook()
    for (const [wrong, problem] of [
      ['http://hooks.example.com/x', 'notHttps'],
      ['https://user:word@hooks.example.com/x', 'withCredentials'],
      ['https://10.1.2.3/x', 'privateAddress'],
      ['javascript:alert(1)', 'notHttps'],
      ['nonsense', 'notAnAddress'],
    ] as const) {
      const wish = { name: 'x', url: wrong, locale: 'en' as const, events: ['gaps' as const] }
      await expect(createHook(admin, wish, { allowsPrivate: false }), wrong).rejects.toMatchObject({
        messageKey: `hooks.problem.${problem}`,
      })
    }
  })

  test('give up on who does not answer', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
    const found = silent.address()
    const to = `http://127.0.0.1:${found && typeof found === 'object' ? found.port : 0}/`
    expect(await postJson(to, {}, { allowsPrivate: true, timeoutMs: 100 })).toBe('timeout')
    silent.closeAllConnections()
    await new Promise((stopped) => silent.close(stopped))
    expect(await postJson(to, {}, { allowsPrivate: true })).toBe('ECONNREFUSED')
  })
})
