import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Database, Reader, Writer } from './database'
import { isDeadlock } from './errors'
import * as schema from './schema'
import { postgresSearch } from './search/postgres'

const migrationsFolder = 'db/migrations/postgres'
const maxAttempts = 5
/** Any constant of our own: keeps two processes from migrating at once. */
const migrationLock = 7_201_553

export function connectPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = drizzle(pool, { schema, casing: 'snake_case' })
  const current = new AsyncLocalStorage<{ open: boolean }>()

  return {
    dialect: 'postgres',
    read: db as unknown as Reader,
    search: postgresSearch,

    async write<T>(scopeName: string, work: (tx: Writer) => Promise<T>): Promise<T> {
      if (current.getStore()?.open) throw new Error('db.write() inside db.write(): pass tx down instead')
      for (let attempt = 1; ; attempt += 1) {
        const scope = { open: true }
        try {
          return await db.transaction(
            async (tx) => {
              await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${scopeName}, 0))`)
              return await current.run(scope, async () => await work(tx as unknown as Writer))
            },
            // Not serializable: its snapshot would be taken before the lock is held.
            { isolationLevel: 'read committed' },
          )
        } catch (error) {
          if (attempt >= maxAttempts || !isDeadlock(error)) throw error
          await setTimeout(Math.random() * 5 * 2 ** attempt)
        } finally {
          scope.open = false
        }
      }
    },

    async migrate() {
      const client = await pool.connect()
      try {
        await client.query('select pg_advisory_lock($1)', [migrationLock])
        await migrate(drizzle(client), { migrationsFolder })
      } finally {
        await client.query('select pg_advisory_unlock($1)', [migrationLock])
        client.release()
      }
    },

    async isCurrent() {
      const newest = readMigrationFiles({ migrationsFolder }).at(-1)
      const exists = await pool.query("select to_regclass('drizzle.__drizzle_migrations') as name")
      if (!exists.rows[0]?.name) return false
      const last = await pool.query('select max(created_at) as at from drizzle.__drizzle_migrations')
      return newest !== undefined && Number(last.rows[0]?.at ?? 0) >= newest.folderMillis
    },

    async close() {
      await pool.end()
    },
  }
}
