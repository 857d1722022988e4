import { randomUUID } from 'node:crypto'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect } from '@/db/connect'
import type { Database } from '@/db/database'

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl')?.replace('{name}', 'postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A private, migrated database, copied from the run's template in milliseconds. The caller drops it. */
export async function copyOfTemplate(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `etappe_${randomUUID().replaceAll('-', '')}`
  const server = inject('postgresUrl')
  if (server) {
    await admin(`create database ${name} template template_etappe`)
    return { url: server.replace('{name}', name), drop: () => admin(`drop database ${name} with (force)`) }
  }
  const folder = inject('databaseFolder')
  const file = join(folder, `${name}.db`)
  await copyFile(join(folder, 'template.db'), file)
  return {
    url: `file:${file}`,
    async drop() {
      for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true })
    },
  }
}

/**
 * One private database per test file; call it at the top of the file (or of a `describe`) and ask the answer for the database
 * inside tests. Files, not `:memory:`: two connections to `:memory:` are two databases.
 */
export function testDatabase(): () => Database {
  let db: Database | undefined
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const copy = await copyOfTemplate()
    drop = copy.drop
    db = connect({ url: copy.url, dataDir: '.' })
  })
  afterAll(async () => {
    await db?.close()
    await drop?.()
  })
  return () => {
    if (!db) throw new Error('the test database is open inside tests and hooks only')
    return db
  }
}
