import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { enqueueJob } from '@/db/stores/jobs'
import { moveToTrash, purgeItems } from '@/server/domain/content/bulk.commands'
import { createItem } from '@/server/domain/content/item.commands'
import { runJobAgain } from '@/server/domain/jobs/job.commands'
import { getJobOverview } from '@/server/domain/jobs/job.queries'
import { publishDue } from '@/server/domain/publication/due.commands'
import { clearSchedule } from '@/server/domain/publication/publication.commands'
import { healthOf } from '@/server/http/health'
import { job } from '@/server/jobs/job'
import { type Runner, startRunner } from '@/server/jobs/runner'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
let runner: Runner | undefined

afterEach(async () => runner?.stop())

const enqueue = (workspaceId: string, name: string) =>
  db().write('global', (tx) => enqueueJob(tx, { name, workspaceId, payload: {}, runAt: new Date() }))

test('the last good run of a kind and every failure are kept; what was given up can be run again by admins only', async () => {
  const workspace = await emptyWorkspace(db(), () => new Date())
  const admin = await memberOf(workspace, 'admin')
  const editor = await memberOf(workspace, 'editor')
  const { workspaceId } = admin.actor
  const cable: { isOut: boolean } = { isOut: true }
  const shaky = job({
    name: 'test.shaky',
    payload: z.object({}),
    maxAttempts: 1,
    async run() {
      if (cable.isOut) throw new Error('the cable is out')
      return { moved: 3 }
    },
  })
  const calm = job({ name: 'test.calm', payload: z.object({}), run: async () => undefined })
  runner = startRunner(db(), { jobs: [shaky, calm], pollMs: 20 })
  const id = await enqueue(workspaceId, 'test.shaky')
  for (let n = 0; n < 3; n++) await enqueue(workspaceId, 'test.calm')
  await vi.waitFor(async () => {
    const { kinds, troubled } = await getJobOverview(editor)
    expect(kinds.find(({ name }) => name === 'test.calm')).toMatchObject({ waiting: 0, lastRun: { error: null } })
    expect(kinds.find(({ name }) => name === 'test.shaky')).toMatchObject({ givenUp: 1, lastRun: { error: 'the cable is out' } })
    expect(troubled).toMatchObject([{ id, error: 'the cable is out', attempts: 1, retryAt: null }])
  })
  expect((await healthOf(db())).jobs).toMatchObject({ failed: 1 })
  expect((await healthOf(db())).publication).toEqual({ lastRunAt: null, failed: 0, overdue: 0 })

  await expect(runJobAgain(editor, id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
  const elsewhere = await memberOf(await emptyWorkspace(db()), 'admin')
  await expect(runJobAgain(elsewhere, id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  cable.isOut = false
  await runJobAgain(admin, id ?? '')
  await vi.waitFor(async () => {
    const { kinds, troubled } = await getJobOverview(admin)
    expect(kinds.find(({ name }) => name === 'test.shaky')).toMatchObject({
      givenUp: 0,
      lastRun: { error: null, done: { moved: 3 } },
    })
    expect(troubled).toEqual([])
  })
  await expect(getJobOverview(await memberOf(workspace, 'author'))).rejects.toMatchObject({ code: 'forbidden' })
})

test('a publication that is minutes late makes the program degraded until it has taken place', async () => {
  const workspace = await emptyWorkspace(db(), () => new Date())
  const editor = await memberOf(workspace, 'editor')
  expect((await healthOf(db())).status).toBe('ok')
  const publishAt = new Date(Date.now() - 10 * 60_000)
  const before = { ...editor, now: () => new Date(Date.now() - 20 * 60_000) }
  const item = { title: 'Late', type: 'page', publishAt }
  await createItem(before, item)
  expect(await healthOf(db())).toMatchObject({
    status: 'degraded',
    migrations: 'current',
    publication: { overdue: 1, failed: 0 },
  })
  const look = () =>
    publishDue({ ...editor, actor: { kind: 'system', workspaceId: editor.actor.workspaceId, job: 'publication' } })
  await look()
  expect(await healthOf(db())).toMatchObject({ status: 'ok', publication: { overdue: 0, failed: 0 } })

  // Held up for a reason that people have to mend: told, and no fault of the program.
  const held = (await createItem(before, item)).item
  await moveToTrash(editor, [held.id], 'trash')
  await look()
  expect(await healthOf(db())).toMatchObject({ status: 'ok', publication: { overdue: 0, failed: 1 } })
  await clearSchedule(editor, [held.id])
  await purgeItems(await memberOf(workspace, 'admin'), [held.id])
  expect((await healthOf(db())).publication?.failed).toBe(0)
})
