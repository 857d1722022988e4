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
import { findWorkspaceBySlug } from '@/db/stores/workspaces'
import { type Ended, patience, startIn } from './support'

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
