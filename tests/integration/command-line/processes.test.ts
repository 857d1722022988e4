import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connect } from '@/db/connect'
import { findImport, listImports } from '@/db/stores/imports'
import { findWorkspaceBySlug } from '@/db/stores/workspaces'
import { progressOf } from '@/server/domain/exchange/import-record.rules'
import { commandLine, patience, startIn } from './support'

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
