import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '@/db/connect'
import { findImport, listImports } from '@/db/stores/imports'
import { findWorkspaceBySlug } from '@/db/stores/workspaces'
import { progressOf } from '@/server/domain/exchange/import-record.rules'
import { commandLine, type Ended, patience, startIn } from './support'

const rows = 3_000
const large = () =>
  [
    'Title,URL,Text',
    ...Array.from({ length: rows }, (_, i) => `Page ${i},https://example.org/${i},Text about bees number ${i}`),
  ].join('\n')

/** Waits for something that another process does, looking now and then. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('an import in a process of its own', () => {
  const shell = commandLine()
  const database = () => connect({ url: process.env.DATABASE_URL, dataDir: shell().folder })

  async function begun(name: string) {
    const { slug } = await shell().json<{ slug: string }>('workspace', 'create', '--name', name)
    writeFileSync(join(shell().folder, 'large.csv'), large())
    const started = shell().start(['import', 'large.csv', '--workspace', slug, '--format', 'json'])
    const db = database()
    const workspaceId = (await findWorkspaceBySlug(db.read, slug))?.id ?? ''
    const id = await until(async () => {
      const [row] = await listImports(db.read, workspaceId, { limit: 1 })
      return row && progressOf(row.progress).counts.create > 0 ? row.id : undefined
    })
    return { slug, id, started, state: async () => (await findImport(db.read, workspaceId, id))?.state, close: () => db.close() }
  }

  const whole = { read: rows, create: rows, update: 0, unchanged: 0, skipped: [], failed: [], notes: [] }

  test(
    'that is killed in the middle comes to the same end when somebody goes on with it',
    async () => {
      const { slug, id, started, state, close } = await begun('Killed')
      started.child.kill('SIGKILL')
      await started.ended
      expect(await state()).toBe('running')
      await close()
      expect(await shell().json('import', '--workspace', slug, '--resume', id)).toEqual(whole)
      const { items } = await shell().json<{ items: number }>('export', '--workspace', slug, '--to', 'all.csv')
      expect(items).toBe(rows)
    },
    patience,
  )

  test(
    'that is told to stop finishes the rows in hand, says how to go on, and does',
    async () => {
      const { slug, id, started, state, close } = await begun('Stopped')
      started.child.kill('SIGINT')
      const { code, out, err } = await started.ended
      expect(await state()).toBe('cancelled')
      await close()
      expect(code).toBe(130)
      const { read, create, skipped } = JSON.parse(out)
      expect([read, create + skipped.length]).toEqual([rows, rows])
      expect(create % 250).toBe(0)
      expect(err).toContain(`--resume ${id}`)
      expect(await shell().json('import', '--workspace', slug, '--resume', id)).toEqual(whole)
    },
    patience,
  )

  test(
    'runs beside others: several commands write at once and lose nothing',
    async () => {
      const { slug } = await shell().json<{ slug: string }>('workspace', 'create', '--name', 'Busy')
      const names = ['a', 'b', 'c']
      for (const name of names) {
        const lines = Array.from({ length: 400 }, (_, i) => `${name} ${i},https://example.org/${name}/${i}`)
        writeFileSync(join(shell().folder, `${name}.csv`), ['Title,URL', ...lines].join('\n'))
      }
      const ended = await Promise.all(names.map((name) => shell().start(['import', `${name}.csv`, '--workspace', slug]).ended))
      expect(ended.map(({ code }) => code)).toEqual([0, 0, 0])
      const { items } = await shell().json<{ items: number }>('export', '--workspace', slug, '--to', 'busy.csv')
      expect(items).toBe(1200)
    },
    patience,
  )
})

describe('a fresh folder, with SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-fresh-'))
  const run = (...args: string[]): Promise<Ended> => startIn(folder, args).ended
  const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await run(...args, '--format', 'json')).out)
  const database = join(folder, 'etappe.db')
  let slug = ''

  beforeAll(async () => {
    // Two at once: one of them makes the database, both find it ready.
    const made = await Promise.all([
      run('workspace', 'create', '--name', 'One', '--sample', 'good'),
      run('workspace', 'create', '--name', 'Two'),
    ])
    expect(made.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ])
    slug = 'one'
  }, patience)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test(
    'is closed to others, and doctor finds nothing wrong',
    async () => {
      expect(statSync(folder).mode & 0o077).toBe(0)
      const answer = await json<{ ok: boolean; checks: { check: string; state: string }[] }>('doctor')
      expect(answer.checks.filter(({ state }) => state !== 'ok')).toEqual([])
      expect(answer.ok).toBe(true)
    },
    patience,
  )

  test(
    'doctor ends with 1 when others can look in, or the search has lost something',
    async () => {
      const db = connect({ dataDir: folder })
      const id = (await findWorkspaceBySlug(db.read, slug))?.id ?? ''
      const [item] = await db.search.find(db.read, id, 'alarm')
      await db.write(id, (tx) => db.search.remove(tx, id, [item ?? '']))
      await db.close()
      chmodSync(folder, 0o755)
      const { code, out } = await run('doctor', '--format', 'json')
      chmodSync(folder, 0o700)
      expect(code).toBe(1)
      const wrong = JSON.parse(out).checks.filter(({ state }: { state: string }) => state === 'problem')
      expect(wrong.map(({ check }: { check: string }) => check)).toEqual(expect.arrayContaining(['searchMissing', 'dataFolder']))
    },
    patience,
  )

  test(
    'is backed up and restored while nobody uses it, and refused while somebody does',
    async () => {
      const { file, bytes } = await json<{ file: string; bytes: number }>('backup', 'copy.db')
      expect([file, bytes]).toEqual(['copy.db', statSync(join(folder, 'copy.db')).size])
      expect(statSync(join(folder, 'copy.db')).mode & 0o077).toBe(0)
      expect((await run('backup', 'copy.db')).err).toContain('exists already')

      const later = await json<{ slug: string }>('workspace', 'create', '--name', 'Later')
      const db = connect({ dataDir: folder })
      await findWorkspaceBySlug(db.read, slug)
      const refused = [await run('backup', 'other.db'), await run('restore', 'copy.db')]
      expect(refused.map(({ code }) => code)).toEqual([3, 3])
      for (const { err } of refused) expect(err).toContain('has the database open')
      expect((await run('gaps', '--workspace', later.slug)).code).toBe(0)
      await db.close()

      const { kept } = await json<{ kept: string }>('restore', 'copy.db')
      expect((await run('gaps', '--workspace', slug)).code).toBe(0)
      expect((await run('gaps', '--workspace', later.slug)).code).toBe(3)
      copyFileSync(kept, join(folder, 'kept.db'))
      expect((await run('restore', 'kept.db')).code).toBe(0)
      expect((await run('gaps', '--workspace', later.slug)).code).toBe(0)
      expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
    },
    patience * 2,
  )

  test(
    'is not replaced by what is no backup',
    async () => {
      writeFileSync(
        join(folder, 'text.db'),
        'no database at all, only some text that is long enough to be looked at as one'.repeat(50),
      )
      const damaged = readFileSync(database)
      damaged.fill(0x5a, 8_000, 60_000)
      writeFileSync(join(folder, 'damaged.db'), damaged)
      writeFileSync(join(folder, 'empty.db'), '')
      const before = statSync(database).ino
      for (const [name, said] of [
        ['text.db', 'is no SQLite database'],
        ['damaged.db', 'is damaged'],
        ['empty.db', 'is no SQLite database'],
        ['absent.db', 'no file'],
      ]) {
        const { code, err } = await run('restore', name ?? '')
        expect([code, err]).toEqual([3, expect.stringContaining(said ?? '')])
      }
      expect(statSync(database).ino).toBe(before)
      expect(existsSync(database)).toBe(true)
    },
    patience,
  )
})

test(
  'on PostgreSQL backup and restore say which command does it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'etappe-postgres-'))
    const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }
    const [dump, load] = [
      await startIn(folder, ['backup', 'copy.dump'], environment).ended,
      await startIn(folder, ['restore', 'copy.dump'], environment).ended,
    ]
    rmSync(folder, { recursive: true })
    expect([dump.code, load.code]).toEqual([3, 3])
    expect(dump.err).toContain('pg_dump --format=custom --file=copy.dump "$DATABASE_URL"')
    expect(load.err).toContain('pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" copy.dump')
  },
  patience,
)
