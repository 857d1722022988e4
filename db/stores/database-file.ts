import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { isBusy } from '../errors'
import { makeFolder } from './data-folder'

/** Some other process, most likely the program, has the database open. */
export class DatabaseInUse extends Error {}
/** The file is no intact database of this program, and which way. */
export class NoUsableDatabase extends Error {
  constructor(readonly reason: 'noDatabase' | 'damaged' | 'foreign' | 'newer') {
    super(reason)
  }
}

const migrationsFolder = 'db/migrations/sqlite'
const companions = ['-wal', '-shm', '-journal']

/** Where the SQLite database of the settings lies; null on PostgreSQL. */
export function databaseFileOf({ url, dataDir }: { url?: string | undefined; dataDir: string }): string | null {
  if (url && /^postgres(ql)?:/.test(url)) return null
  return resolve(url?.startsWith('file:') ? url.slice('file:'.length) : join(dataDir, 'etappe.db'))
}

/**
 * Does something to the file while nobody else has it open. Whoever has, holds a lock of the operating system on it until the
 * end of its process, however that ends; so unlike a file with a process number this is never out of date.
 */
function alone<T>(file: string, work: (connection: BetterSqlite.Database) => T): T {
  const connection = new BetterSqlite(file, { fileMustExist: true })
  try {
    connection.pragma('busy_timeout = 300')
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    // From the first write on the lock is kept until closing. Outside of write-ahead logging nothing lies beside the file.
    connection.pragma('journal_mode = DELETE')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    return work(connection)
  } catch (error) {
    if (isBusy(error)) throw new DatabaseInUse()
    throw error
  } finally {
    connection.close()
  }
}

/** Throws DatabaseInUse when another process has it open; a database that is not there is in nobody's use. */
export function refuseInUse(file: string): void {
  if (existsSync(file)) alone(file, () => undefined)
}

/** Copies the database, compact and whole, to a file that only its owner may read. Replaces what is there. */
export function backUpDatabase(file: string, to: string): void {
  const fresh = join(dirname(to), `.${basename(to)}.${process.pid}.new`)
  try {
    alone(file, (connection) => connection.prepare('VACUUM INTO ?').run(fresh))
    chmodSync(fresh, 0o600)
    renameSync(fresh, to)
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** Puts a backup in the database's place. What was there goes to `backups/` beside it; returns where, or null when nothing was. */
export function restoreDatabase(file: string, from: string): string | null {
  refuseUnusable(from)
  makeFolder(dirname(file))
  const fresh = `${file}.${process.pid}.new`
  try {
    copyFileSync(from, fresh)
    chmodSync(fresh, 0o600)
    if (!existsSync(file)) {
      for (const end of companions) rmSync(`${file}${end}`, { force: true })
      renameSync(fresh, file)
      return null
    }
    const folder = join(dirname(file), 'backups')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const kept = join(folder, `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`)
    return putInPlace(file, fresh, kept)
  } finally {
    rmSync(fresh, { force: true })
  }
}

function putInPlace(file: string, fresh: string, kept: string): string {
  try {
    alone(file, () => {
      copyFileSync(file, kept)
      renameSync(fresh, file)
    })
  } catch (error) {
    // Too damaged to be opened: there is nobody to wait for, and every reason to restore.
    if (!isNoDatabase(error)) throw error
    copyFileSync(file, kept)
    for (const end of companions) rmSync(`${file}${end}`, { force: true })
    renameSync(fresh, file)
  }
  chmodSync(kept, 0o600)
  return kept
}

/** Throws NoUsableDatabase unless it is an intact database of this version or an older one. */
export function refuseUnusable(file: string): void {
  if (statSync(file).size === 0) throw new NoUsableDatabase('noDatabase')
  const connection = new BetterSqlite(file, { readonly: true, fileMustExist: true })
  try {
    const answer = connection.pragma('integrity_check(1)', { simple: true })
    if (answer !== 'ok') throw new NoUsableDatabase('damaged')
    const known = connection
      .prepare("select count(*) as n from sqlite_master where name in ('__drizzle_migrations', 'workspaces', 'items', 'changes')")
      .get() as { n: number }
    if (known.n < 4) throw new NoUsableDatabase('foreign')
    const { at } = connection.prepare('select max(created_at) as at from __drizzle_migrations').get() as { at: number | null }
    const newest = readMigrationFiles({ migrationsFolder }).at(-1)
    if (newest && Number(at) > newest.folderMillis) throw new NoUsableDatabase('newer')
  } catch (error) {
    if (isNoDatabase(error)) throw new NoUsableDatabase('noDatabase')
    if (isCorrupt(error)) throw new NoUsableDatabase('damaged')
    throw error
  } finally {
    connection.close()
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
const isNoDatabase = (error: unknown): boolean => codeOf(error) === 'SQLITE_NOTADB'
const isCorrupt = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_CORRUPT')
