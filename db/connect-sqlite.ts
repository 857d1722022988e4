import { AsyncLocalStorage } from 'node:async_hooks'
import { closeSync, existsSync, openSync } from 'node:fs'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database, Reader, Writer } from './database'
import { isBusy } from './errors'
import { Mutex } from './mutex'
import * as schema from './schema'
import { sqliteSearch } from './search/sqlite'

const migrationsFolder = 'db/migrations/sqlite'
const keptBackups = 5
const config = { schema, casing: 'snake_case' } as const

/** One file, one connection that writes and one that reads. The traps this guards against are told in docs/architecture.md. */
export function connectSqlite(file: string): Database {
  // Its companions -wal and -shm take over the mode of the file.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const writeConn = new BetterSqlite(file)
  writeConn.pragma('journal_mode = WAL')
  writeConn.pragma('synchronous = NORMAL')
  writeConn.pragma('foreign_keys = ON')
  writeConn.pragma('busy_timeout = 0')
  writeConn.pragma('cache_size = -64000')
  const readConn = new BetterSqlite(file, { readonly: true })
  readConn.pragma('busy_timeout = 0')
  readConn.pragma('cache_size = -64000')
  readConn.pragma('mmap_size = 1073741824')

  const turn = new Mutex()
  const current = new AsyncLocalStorage<symbol>()
  let open: symbol | undefined

  // Drizzle prepares each statement when it runs, so this is the place to refuse strays.
  const guarded = new Proxy(writeConn, {
    get(target, key) {
      if (key === 'prepare' && (open === undefined || current.getStore() !== open)) {
        throw new Error('write outside its transaction: await every query inside db.write()')
      }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const read = drizzle(readConn, config) as unknown as Reader
  const tx = drizzle(guarded, config) as unknown as Writer

  /** Waits in JavaScript while another process writes: waiting inside SQLite would stop this one. */
  async function begin(): Promise<void> {
    for (let waited = 0; ; ) {
      try {
        writeConn.exec('BEGIN IMMEDIATE')
        return
      } catch (error) {
        if (!isBusy(error) || waited > 30_000) throw error
        const pause = 2 + Math.random() * 20
        waited += pause
        await setTimeout(pause)
      }
    }
  }

  return {
    dialect: 'sqlite',
    read,
    search: sqliteSearch,

    // One writer for all scopes.
    async write<T>(_scope: string, work: (tx: Writer) => Promise<T>): Promise<T> {
      if (open !== undefined && current.getStore() === open) throw new Error('db.write() inside db.write(): pass tx down instead')
      return turn.run(async () => {
        await begin()
        const me = Symbol('write')
        open = me
        try {
          // Awaited inside the scope: query builders are lazy and run when awaited.
          const result = await current.run(me, async () => await work(tx))
          writeConn.exec('COMMIT')
          return result
        } catch (error) {
          if (writeConn.inTransaction) writeConn.exec('ROLLBACK')
          throw error
        } finally {
          open = undefined
        }
      })
    },

    async migrate() {
      await turn.run(async () => {
        if (isMigrated(writeConn)) return
        if (hasData(writeConn)) await backUpBeforeMigration(writeConn, file)
        // Rebuilding a parent table must not delete its children; the pragma is ignored inside the migration's transaction.
        writeConn.pragma('foreign_keys = OFF')
        migrate(drizzle(writeConn, config), { migrationsFolder })
        const dangling = writeConn.pragma('foreign_key_check') as unknown[]
        writeConn.pragma('foreign_keys = ON')
        if (dangling.length > 0)
          throw new Error('the migration left dangling references; the backup beside the database holds the state before it')
      })
    },

    async isCurrent() {
      return isMigrated(readConn)
    },

    async close() {
      await turn.run(async () => {
        readConn.close()
        writeConn.close()
      })
    },
  }
}

function isMigrated(connection: BetterSqlite.Database): boolean {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)
  if (!tableExists(connection, '__drizzle_migrations')) return false
  const last = connection.prepare('select max(created_at) as at from __drizzle_migrations').get() as { at: number | null }
  return last.at !== null && newest !== undefined && Number(last.at) >= newest.folderMillis
}

const hasData = (connection: BetterSqlite.Database): boolean => tableExists(connection, '__drizzle_migrations')

function tableExists(connection: BetterSqlite.Database, name: string): boolean {
  return connection.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined
}

/** Copies the file to `backups/` beside it, keeping the newest few. */
async function backUpBeforeMigration(connection: BetterSqlite.Database, file: string): Promise<void> {
  const folder = join(dirname(file), 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  connection.pragma('wal_checkpoint(TRUNCATE)')
  const name = `before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`
  await copyFile(file, join(folder, name))
  const old = (await readdir(folder)).filter((entry) => entry.startsWith('before-migration-')).sort()
  for (const entry of old.slice(0, -keptBackups)) await rm(join(folder, entry))
}
