import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listQueue } from '@/db/stores/job-runs'
import { leaseJob } from '@/db/stores/jobs'
import { updateUser } from '@/db/stores/users'
import { createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { campaignCreate } from '@/server/domain/campaigns/campaign.schema'
import { addComment } from '@/server/domain/comments/comment.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import type { Context } from '@/server/domain/context'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { listWork } from '@/server/domain/my-work/work.queries'
import { digestsJob, isDigestTime } from '@/server/domain/notifications/day.commands'
import { deriveNotifications } from '@/server/domain/notifications/derive.commands'
import { mailDigest, mailNews, mailTest } from '@/server/domain/notifications/mailing.commands'
import { choose, turnMailOff } from '@/server/domain/notifications/notification.commands'
import { findUnsubscription, getChoices, listOwnNotifications } from '@/server/domain/notifications/notification.queries'
import { notificationListInput } from '@/server/domain/notifications/notification.schema'
import { unsubscribeToken } from '@/server/domain/notifications/unsubscribe-token'
import { editTerms } from '@/server/domain/vocabulary/term.commands'
import { mailDigests } from '@/server/jobs/notify.job'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'
import { address, type MailServer, postTo, secret, startMailServer } from './world'

const db = testDatabase()
let server: MailServer
let post: ReturnType<typeof postTo>

beforeAll(async () => {
  server = await startMailServer()
  post = postTo(server)
})
afterAll(async () => {
  post.close()
  await server.stop()
})
beforeEach(() => {
  server.letters.length = 0
  server.unknown.clear()
  server.isBusy = false
})

const day = '2026-03-03'
const asJob = (context: Context): Context => ({
  ...at(context, `${day}T07:00:00Z`),
  actor: { kind: 'system', workspaceId: context.actor.workspaceId, job: 'mail' },
})

async function team() {
  const context = await emptyWorkspace(db())
  const [ada, ben] = [await memberOf(context, 'editor', 'Ada'), await memberOf(context, 'author', 'Ben')]
  const job = asJob(context)
  return { job, ada: at(ada, `${day}T06:30:00Z`), ben: at(ben, `${day}T07:00:00Z`) }
}

const emailOf = ({ userId }: { userId: string }) => `${userId}@example.org`

describe('the digest', () => {
  test('says the same as the list on the screen, once a day, in the language of the person', async () => {
    const { job, ada, ben } = await team()
    const hostile = 'Prices\r\nBcc: eve@example.org <script>alert(1)</script> & co'
    await createItem(ada, { title: 'Delivery times', type: 'page', ownerId: ben.userId, dueOn: day })
    await createItem(ada, { title: hostile, type: 'page', ownerId: ben.userId, dueOn: '2026-03-01' })
    await createItem(ada, { title: 'Next week', type: 'page', ownerId: ben.userId, dueOn: '2026-03-08' })
    const { key } = await createCampaign(ada, campaignCreate.parse({ name: 'Spring', endsOn: '2026-03-05' }))
    const change = { details: { ownerId: ben.userId } }
    await editTerms(ada, { dimension: 'campaign', edits: [{ key, revision: 1, change }] })
    await deriveNotifications(job, 0)
    expect(await mailDigest(job, post, ben.userId, day)).toBe('sent')
    expect(await mailDigest(job, post, ben.userId, day)).toBe('nothing')
    expect(server.letters).toHaveLength(1)
    const [letter] = server.letters
    expect(letter).toMatchObject({ from: 'etappe@example.org', to: [emailOf(ben)] })
    expect(letter?.head).toContain('Subject: 1 overdue, 1 due today, 4 assigned')
    expect(letter?.head).not.toMatch(/^Bcc:/im)
    expect(letter?.text).toContain('OVERDUE (1)')
    expect(letter?.text).toContain('DUE TODAY (1)')
    expect(letter?.text).toContain('DUE IN THE NEXT SEVEN DAYS (2)')
    expect(letter?.text).toContain('Spring (campaign ends Thu 5 March)')
    expect(letter?.text).toContain('Ada assigned the campaign “Spring” to you')
    expect(letter?.text).toContain('Next week (due Sun 8 March)')
    expect(letter?.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; co')
    const html = letter?.text.slice(letter.text.indexOf('<!doctype html>')) ?? ''
    expect(html).not.toContain('<script')
    const work = await listWork(ben, null)
    for (const { section, entries } of work.sections) {
      if (section === 'overdue' || section === 'today')
        for (const { id } of entries) expect(letter?.text).toContain(`/content/${id}`)
    }

    await db().write('global', (tx) => updateUser(tx, ben.userId, { locale: 'de' }))
    await createItem(at(ada, '2026-03-04T06:30:00Z'), {
      title: 'Rücksendung',
      type: 'page',
      ownerId: ben.userId,
      dueOn: '2026-03-04',
    })
    await deriveNotifications(job, 0)
    const next = at(job, '2026-03-04T07:00:00Z')
    expect(await mailDigest(next, post, ben.userId, '2026-03-04')).toBe('sent')
    const german = server.letters[1]
    expect(german?.head).toContain('Subject: 2 überfällig, 1 heute fällig, 1 zugewiesen')
    expect(german?.text).toContain('HEUTE FÄLLIG (1)')
    expect(german?.text).toContain('Rücksendung')
    expect(german?.text).not.toContain('3 zugewiesen')
  })

  test('is not made up for at night: it waits for the next morning, and the next one is always planned', async () => {
    const { job } = await team()
    const { workspaceId } = job.actor
    const planned = async () => {
      const queue = await listQueue(db().read, workspaceId, job.now())
      return queue.find(({ name }) => name === digestsJob)?.nextAt
    }
    // Due on Monday at 08:00, woken on Tuesday at 02:00.
    const night = at(job, '2026-03-03T01:00:00Z')
    expect(await isDigestTime(night)).toBe(false)
    await mailDigests.run({ ...night, stopping: new AbortController().signal }, {})
    expect(await planned()).toEqual(new Date('2026-03-03T07:00:00Z'))
    expect(await isDigestTime(job)).toBe(true)
    const friday = at(job, '2026-03-06T07:00:00Z')
    await db().write('global', async (tx) => leaseJob(tx, friday.now(), 60_000, { only: [digestsJob] }))
    await mailDigests.run({ ...friday, stopping: new AbortController().signal }, {})
    const queue = await listQueue(db().read, workspaceId, friday.now())
    expect(queue.find(({ name }) => name === digestsJob)?.nextAt).toEqual(new Date('2026-03-09T07:00:00Z'))
  })

  test('is not sent when it is empty, not wanted, or only tells of what is coming', async () => {
    const { job, ada, ben } = await team()
    expect(await mailDigest(job, post, ben.userId, day)).toBe('nothing')
    await createItem(ben, { title: 'In five days', type: 'page', ownerId: ben.userId, dueOn: '2026-03-08' })
    expect(await mailDigest(job, post, ben.userId, '2026-03-02')).toBe('nothing')
    await createItem(ada, { title: 'Today', type: 'page', ownerId: ada.userId, dueOn: day })
    await choose(ada, { isMailOff: true })
    expect(await mailDigest(job, post, ada.userId, day)).toBe('nothing')
    expect(server.letters).toEqual([])
  })

  test('keeps to the address that the server refuses, says so, and comes again when the server only was busy', async () => {
    const { job, ada, ben } = await team()
    await createItem(ada, { title: 'One', type: 'page', ownerId: ben.userId, dueOn: day })
    server.isBusy = true
    await expect(mailDigest(job, post, ben.userId, day)).rejects.toThrow()
    server.isBusy = false
    server.unknown.add(emailOf(ben))
    await mailDigest(job, post, ben.userId, day)
    expect((await getChoices(ben, true)).refused?.reason).toContain('no such mailbox')
    server.unknown.clear()
    expect(await mailDigest(job, post, ben.userId, '2026-03-04')).toBe('sent')
    expect((await getChoices(ben, true)).refused).toBeNull()
  })
})

describe('what cannot wait', () => {
  test('goes out by itself, once, unless it was read in the meantime', async () => {
    const { job, ada, ben } = await team()
    const { item } = await createItem(ada, { title: 'Returns', type: 'page' })
    await addComment(ada, { about: { subject: 'item', subjectId: item.id }, parentId: null, body: `@[${ben.userId}] please` })
    await deriveNotifications(job, 0)
    expect(await mailNews(job, post, ben.userId)).toBe('sent')
    expect(await mailNews(job, post, ben.userId)).toBe('nothing')
    const [letter] = server.letters
    expect(letter?.head).toMatch(/Subject: Ada mentioned you in a comment/)
    expect(letter?.text).toContain(`/content/${item.id}?tab=comments#comment-`)
    expect(letter?.text).toContain('@Ben please')
    // The digest of the day does not repeat it.
    expect(await mailDigest(job, post, ben.userId, day)).toBe('nothing')
  })
})

describe('an approval that was void and is back', () => {
  test('is not mailed as void, and leaves the list unless it was read there', async () => {
    const { job, ada, ben } = await team()
    const { item } = await createItem(ben, { title: 'Returns', type: 'page', ownerId: ben.userId, step: 'in_review' })
    const { item: yes } = await saveItem(ada, { id: item.id, revision: 1, edit: { step: 'approved' } })
    const voided = await saveItem(ben, { id: item.id, revision: yes.revision, edit: { title: 'Return it' } })
    await deriveNotifications(job, 0)
    const kindsOf = async () => (await listOwnNotifications(ada, notificationListInput.parse({}))).rows.map(({ kind }) => kind)
    expect(await kindsOf()).toEqual(['approvalVoided'])
    await undoChangeSet(ben, voided.changeSet ?? '')
    // Before the news are told anew.
    expect(await mailNews(job, post, ada.userId)).toBe('nothing')
    await deriveNotifications(job, 0)
    expect(await kindsOf()).toEqual([])
    expect(server.letters).toEqual([])
  })
})

describe('the way out', () => {
  test('stands in every mail, needs no account, takes one request, and only turns mail off', async () => {
    const { job, ada, ben } = await team()
    await createItem(ada, { title: 'One', type: 'page', ownerId: ben.userId, dueOn: day })
    await mailDigest(job, post, ben.userId, day)
    const [letter] = server.letters
    const token = unsubscribeToken({ workspaceId: job.actor.workspaceId, userId: ben.userId }, secret)
    expect(letter?.head).toContain(`List-Unsubscribe: <${address}/api/unsubscribe/${token}>`)
    expect(letter?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(letter?.text).toContain(`${address}/unsubscribe/${token}`)
    const open = { db: db(), now: () => new Date() }
    for (const wrong of [
      '',
      token.slice(0, -1),
      token.replace(ben.userId, ada.userId),
      `${token}x`,
      '../../x',
      'a'.repeat(100_000),
    ]) {
      expect(await findUnsubscription(open, wrong, secret)).toBeUndefined()
      expect(await turnMailOff(open, wrong, secret)).toBeUndefined()
    }
    expect(await findUnsubscription(open, token, secret)).toMatchObject({ isOff: false })

    process.env.NEXTAUTH_SECRET = secret
    const { answerUnsubscribe, showUnsubscribe } = await import('@/server/http/unsubscribe-door')
    const params = Promise.resolve({ token })
    const looked = await showUnsubscribe(new NextRequest(`${address}/api/unsubscribe/${token}`), { params })
    expect([looked.status, looked.headers.get('location')]).toEqual([303, `/unsubscribe/${token}`])
    expect((await getChoices(ben, true)).isMailOff).toBe(false)
    const foreign = new NextRequest(`${address}/api/unsubscribe/${token}`, {
      method: 'POST',
      body: '',
      headers: { origin: 'https://evil.example', host: 'plan.example.org' },
    })
    expect((await answerUnsubscribe(foreign, { params })).status).toBe(403)

    expect(await turnMailOff(open, token, secret)).toBeDefined()
    expect(await findUnsubscription(open, token, secret)).toMatchObject({ isOff: true })
    expect((await getChoices(ben, true)).isMailOff).toBe(true)
    expect(await mailDigest(job, post, ben.userId, '2026-03-04')).toBe('nothing')
    await choose(ben, { isMailOff: false })
    expect((await getChoices(ben, true)).isMailOff).toBe(false)
  })
})

test('a test mail shows that the server is set up', async () => {
  const { ada } = await team()
  expect(await mailTest(ada, post, { name: 'Ada', email: 'ada@example.org' })).toEqual({ refused: null })
  expect(server.letters[0]?.head).toContain('Subject: Etappe can send mail')
  server.unknown.add('nobody@example.org')
  expect((await mailTest(ada, post, { name: 'X', email: 'nobody@example.org' })).refused).toContain('no such mailbox')
})
