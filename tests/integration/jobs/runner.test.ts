import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { newId } from '@/db/kit'
import { enqueueJob, failJob, finishJob, hasDueJob, leaseJob, renewLease } from '@/db/stores/jobs'
import { type JobContext, type JobDefinition, JobInterrupted, job } from '@/server/jobs/job'
import { type Runner, startRunner } from '@/server/jobs/runner'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const runners: Runner[] = []

function run(jobs: readonly JobDefinition[], options: Omit<Parameters<typeof startRunner>[1], 'jobs'> = {}): Runner {
  const runner = startRunner(db(), { jobs, ...options })
  runners.push(runner)
  return runner
}

function enqueue(name: string, payload: unknown = {}, more: { runAt?: Date; dedupeKey?: string; workspaceId?: string } = {}) {
  const { runAt = new Date(), dedupeKey, workspaceId = null } = more
  return db().write('global', (tx) => enqueueJob(tx, { name, workspaceId, payload, runAt, ...(dedupeKey ? { dedupeKey } : {}) }))
}

const emptied = () =>
  vi.waitFor(async () => expect(await hasDueJob(db().read, new Date(Date.now() + 3_600_000))).toBe(false), {
    timeout: 10_000,
    interval: 20,
  })

afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop()
})

describe('a job', () => {
  test('runs at once after its write, as a system actor of its workspace that the history can name', async () => {
    const seen: JobContext['actor'][] = []
    run([job({ name: 'test.seen', payload: z.object({ n: z.number() }), run: async ({ actor }) => seen.push(actor) })], {
      pollMs: 60_000,
    })
    const workspaceId = newId()
    await enqueue('test.seen', { n: 0 }, { workspaceId })
    await emptied()
    const started = performance.now()
    await enqueue('test.seen', { n: 1 }, { workspaceId })
    await emptied()
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(seen).toEqual(Array(2).fill({ kind: 'system', workspaceId, job: 'test.seen' }))
  })

  test('on its way out to somebody who never answers keeps no other waiting', async () => {
    const { promise: answer, resolve } = Promise.withResolvers<void>()
    const done: string[] = []
    const say = (name: string) => job({ name, payload: z.object({}), run: async () => done.push(name) })
    const silent = job({ name: 'test.silent', payload: z.object({}), lane: 'chat', run: () => answer })
    run([silent, job({ ...say('test.chat'), payload: z.object({}), lane: 'chat' }), say('test.work')], { pollMs: 20 })
    for (const name of ['test.silent', 'test.chat', 'test.work']) await enqueue(name)
    await vi.waitFor(() => expect(new Set(done)).toEqual(new Set(['test.chat', 'test.work'])), { timeout: 10_000, interval: 20 })
    resolve()
    await emptied()
  })

  test('is not queued when its write fails', async () => {
    const failed = db().write('global', async (tx) => {
      await enqueueJob(tx, { name: 'test.none', workspaceId: null, payload: {}, runAt: new Date() })
      throw new Error('the cause failed')
    })
    await expect(failed).rejects.toThrow('the cause failed')
    expect(await hasDueJob(db().read, new Date())).toBe(false)
  })

  test('with the key of one that waits is not queued twice', async () => {
    expect(await enqueue('test.once', {}, { dedupeKey: 'slot-1' })).toBeDefined()
    expect(await enqueue('test.once', {}, { dedupeKey: 'slot-1' })).toBeUndefined()
    run([job({ name: 'test.once', payload: z.object({}), run: async () => undefined })])
    await emptied()
    expect(await enqueue('test.once', {}, { dedupeKey: 'slot-1' })).toBeDefined()
    await emptied()
  })

  test('that fails is tried again later, and given up after its last attempt with the error kept', async () => {
    let at = new Date('2026-03-01T10:00:00Z')
    let tries = 0
    const id = await enqueue('test.fails', {}, { runAt: at })
    const stubborn = job({
      name: 'test.fails',
      payload: z.object({}),
      maxAttempts: 3,
      run: async () => {
        tries += 1
        throw new Error(`no luck ${tries}`)
      },
    })
    run([stubborn], { now: () => at, pollMs: 10 })
    for (const [attempt, pauseMs] of [
      [1, 2000],
      [2, 4000],
    ] as const) {
      await vi.waitFor(async () =>
        expect(await rowOf(id)).toMatchObject({
          attempts: attempt,
          lastError: `no luck ${attempt}`,
          failedAt: null,
          leasedUntil: null,
          runAt: new Date(at.getTime() + pauseMs),
        }),
      )
      at = new Date(at.getTime() + pauseMs)
    }
    await vi.waitFor(async () => expect(await rowOf(id)).toMatchObject({ attempts: 3, lastError: 'no luck 3', failedAt: at }))
    expect(tries).toBe(3)
  })

  test('of a kind that nobody knows is given up, not lost', async () => {
    const id = await enqueue('test.unheard')
    run([])
    await vi.waitFor(async () => expect((await rowOf(id))?.failedAt).toBeInstanceOf(Date))
  })

  test('with a payload that does not fit fails before it runs', async () => {
    let ran = false
    const id = await enqueue('test.strict', { n: 'one' })
    run([job({ name: 'test.strict', payload: z.object({ n: z.number() }), maxAttempts: 1, run: async () => (ran = true) })])
    await vi.waitFor(async () => expect((await rowOf(id))?.failedAt).toBeInstanceOf(Date))
    expect(ran).toBe(false)
  })
})

describe('stopping', () => {
  test('waits for the running job and takes no other', async () => {
    const done: string[] = []
    const { promise: running, resolve: begun } = Promise.withResolvers<void>()
    const slow = job({
      name: 'test.slow',
      payload: z.object({ n: z.string() }),
      run: async (_, { n }) => {
        begun()
        await setTimeout(60)
        done.push(n)
      },
    })
    const first = new Date(Date.now() - 1000)
    await enqueue('test.slow', { n: 'first' }, { runAt: first })
    await enqueue('test.slow', { n: 'second' }, { runAt: new Date(first.getTime() + 1) })
    const runner = run([slow])
    await running
    await runner.stop()
    expect(done).toEqual(['first'])
    run([slow])
    await emptied()
    expect(done).toEqual(['first', 'second'])
  })

  test('interrupts a long job that looks, and the next start goes on with it without counting an attempt', async () => {
    const { promise: running, resolve: begun } = Promise.withResolvers<void>()
    let pieces = 0
    const long = job({
      name: 'test.long',
      payload: z.object({}),
      run: async ({ stopping }) => {
        while (pieces < 1000) {
          pieces += 1
          begun()
          await setTimeout(1)
          if (stopping.aborted) throw new JobInterrupted()
        }
      },
    })
    const id = await enqueue('test.long')
    const runner = run([long])
    await running
    await runner.stop()
    expect(pieces).toBeLessThan(1000)
    expect(await rowOf(id)).toMatchObject({ attempts: 0, leasedUntil: null, failedAt: null, lastError: null })
    pieces = 1000
    run([long])
    await emptied()
  })
})

describe('a lease', () => {
  test('gives each of many jobs to exactly one of eight racing runners', async () => {
    const ran = new Map<number, number>()
    const counted = job({
      name: 'test.race',
      payload: z.object({ n: z.number() }),
      run: async (_, { n }) => ran.set(n, (ran.get(n) ?? 0) + 1),
    })
    await db().write('global', async (tx) => {
      for (let n = 0; n < 60; n += 1)
        await enqueueJob(tx, { name: 'test.race', workspaceId: null, payload: { n }, runAt: new Date() })
    })
    for (let n = 0; n < 8; n += 1) run([counted], { pollMs: 20 })
    await emptied()
    for (const runner of runners.splice(0)) await runner.stop()
    expect([...ran.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n))
    expect(new Set(ran.values())).toEqual(new Set([1]))
  })

  test('that ran out passes to another, and the first can no longer finish, fail or renew the job', async () => {
    const t0 = new Date('2026-03-01T10:00:00Z')
    const later = new Date('2026-03-01T10:01:00Z')
    await enqueue('test.lost', {}, { runAt: t0 })
    const take = (now: Date) => db().write('global', (tx) => leaseJob(tx, now, 30_000))
    const first = await take(t0)
    expect(await take(new Date(t0.getTime() + 29_000))).toBeUndefined()
    const second = await take(later)
    if (!first || !second) throw new Error('both leases are needed')
    expect(second).toMatchObject({ id: first.id, attempts: 2 })
    await db().write('global', async (tx) => {
      expect(await renewLease(tx, first, later)).toBe(false)
      expect(await failJob(tx, first, { error: 'late', at: later, retryAt: null })).toBe(false)
      expect(await finishJob(tx, first)).toBe(false)
      expect(await finishJob(tx, second)).toBe(true)
    })
  })

  test('is renewed while the job runs, so that no second runner takes it', async () => {
    let ran = 0
    const slow = job({
      name: 'test.renewed',
      payload: z.object({}),
      run: async () => {
        ran += 1
        await setTimeout(500)
      },
    })
    await enqueue('test.renewed')
    run([slow], { leaseMs: 150, pollMs: 20 })
    run([slow], { leaseMs: 150, pollMs: 20 })
    await emptied()
    expect(ran).toBe(1)
  })
})

async function rowOf(id: string | undefined) {
  return db().read.query.jobs.findFirst({ where: (jobs, { eq }) => eq(jobs.id, id ?? '') })
}
