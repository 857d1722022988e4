import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { connectSqlite } from '@/db/connect-sqlite'
import type { Writer } from '@/db/database'
import { Mutex } from '@/db/mutex'
import { installation } from '@/db/schema'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

const put = (tx: Writer, key: string) => tx.insert(installation).values({ key, value: '' })
const keys = async (beginning: string) =>
  (await db().read.select({ key: installation.key }).from(installation).orderBy(installation.key))
    .map(({ key }) => key)
    .filter((key) => key.startsWith(beginning))

describe('a write', () => {
  test('that fails after waiting for something leaves nothing behind', async () => {
    const failing = db().write('a', async (tx) => {
      await put(tx, 'half-1')
      await setTimeout(5)
      await put(tx, 'half-2')
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect(await keys('half')).toEqual([])
  })

  test('cannot be seen before it is whole', async () => {
    const entered = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const writing = db().write('a', async (tx) => {
      await put(tx, 'whole-1')
      entered.resolve()
      await mayEnd.promise
      await put(tx, 'whole-2')
    })
    await entered.promise
    expect(await keys('whole')).toEqual([])
    mayEnd.resolve()
    await writing
    expect(await keys('whole')).toEqual(['whole-1', 'whole-2'])
  })

  test('takes a query that was handed over without being awaited', async () => {
    await db().write('a', (tx) => put(tx, 'lazy'))
    expect(await keys('lazy')).toEqual(['lazy'])
  })

  test('inside a write is refused', async () => {
    await expect(db().write('a', () => db().write('a', (tx) => put(tx, 'nested')))).rejects.toThrow(
      'db.write() inside db.write()',
    )
    expect(await keys('nested')).toEqual([])
  })

  test('of one scope waits for the one before, so that no count is lost', async () => {
    await db().write('count', (tx) => tx.insert(installation).values({ key: 'count', value: '0' }))
    const raise = () =>
      db().write('count', async (tx) => {
        const [row] = await tx.select().from(installation).where(eq(installation.key, 'count'))
        await setTimeout(1)
        await tx
          .update(installation)
          .set({ value: String(Number(row?.value) + 1) })
          .where(eq(installation.key, 'count'))
      })
    await Promise.all(Array.from({ length: 20 }, raise))
    const [row] = await db().read.select().from(installation).where(eq(installation.key, 'count'))
    expect(row?.value).toBe('20')
  })
})

test('a long queue of writes lets others have their turn in between', async () => {
  const mutex = new Mutex()
  let turns = 0
  let ticksSeen = 0
  const ticking = setInterval(() => {
    ticksSeen += 1
  }, 0)
  const work = () => {
    turns += 1
    const until = performance.now() + 1
    while (performance.now() < until) Math.sqrt(turns)
    return Promise.resolve()
  }
  await Promise.all(Array.from({ length: 200 }, () => mutex.run(work)))
  clearInterval(ticking)
  expect(turns).toBe(200)
  expect(ticksSeen).toBeGreaterThan(50)
})

test('pages, route handlers and the server load modules apart and still share one database', async () => {
  const { closeDatabase, database } = await import('@/db/instance')
  const folder = await mkdtemp(join(tmpdir(), 'etappe-instance-'))
  const before = process.env.DATA_DIR
  process.env.DATA_DIR = folder
  const first = database()
  vi.resetModules()
  const again = await import('@/db/instance')
  expect(again.database).not.toBe(database)
  expect(again.database()).toBe(first)
  await closeDatabase()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  await rm(folder, { recursive: true })
})

describe('on SQLite', () => {
  test('a query that outlives its write does not land in somebody else’s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'etappe-stray-'))
    const sqlite = connectSqlite(join(folder, 'etappe.db'))
    let kept: Writer | undefined
    await sqlite.write('a', async (tx) => {
      kept = tx
    })
    const stray = async () => kept && (await put(kept, 'stray'))
    await expect(stray()).rejects.toThrow('write outside its transaction')
    const during = sqlite.write('b', async () => {
      await setTimeout(5)
    })
    await expect(stray()).rejects.toThrow('write outside its transaction')
    await during
    await sqlite.close()
    expect(await readdir(folder)).toEqual(['etappe.db'])
    await rm(folder, { recursive: true })
  })
})
