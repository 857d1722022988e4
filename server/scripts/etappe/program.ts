import { setTimeout } from 'node:timers/promises'
import type { Database } from '@/db/database'
import { isBusy } from '@/db/errors'
import { closeDatabase, database } from '@/db/instance'
import { databaseFileOf } from '@/db/stores/database-file'
import { findWorkspaceBySlug, listWorkspaces, type WorkspaceRecord } from '@/db/stores/workspaces'
import type { Context } from '@/server/domain/context'
import type { Locale } from '@/server/domain/wire.schema'
import { type Env, parseEnv, WrongSettings } from '@/server/env'
import { Ending, exitCodes, reasonOf } from './command'

/** How long another process may take to make or bring up to date the same database. */
const patienceMs = 20_000

export interface Program {
  readonly db: Database
  readonly settings: Env
}

/** The settings that every command shares with the program. */
export function settingsOrEnd(): Env {
  try {
    return parseEnv(process.env)
  } catch (error) {
    if (error instanceof WrongSettings) throw new Ending(exitCodes.failed, 'cli.problem.settings', { reason: error.message })
    throw error
  }
}

/** The file of the database; null on PostgreSQL. */
export const databaseFile = ({ DATABASE_URL, DATA_DIR }: Env): string | null =>
  databaseFileOf({ url: DATABASE_URL, dataDir: DATA_DIR })

/** Opens the database and brings it up to date, which on SQLite keeps a copy of what was. Several commands may do so at once. */
export async function openProgram(): Promise<Program> {
  const settings = settingsOrEnd()
  for (const since = Date.now(); ; ) {
    try {
      const db = database()
      if (!(await db.isCurrent())) await db.migrate()
      return { db, settings }
    } catch (error) {
      const mayPass = isBusy(error) || /already exists|duplicate key/i.test(reasonOf(error))
      if (!mayPass || Date.now() - since > patienceMs) {
        const where = settings.DATABASE_URL ? 'DATABASE_URL' : settings.DATA_DIR
        throw new Ending(exitCodes.failed, 'cli.problem.database', { where, reason: reasonOf(error) })
      }
      await closeDatabase().catch(() => undefined)
      await setTimeout(50 + Math.random() * 100)
    }
  }
}

export const closeProgram = closeDatabase

/** The operator's view of a workspace: allowed everything, and named so in the history. */
export async function contextOf({ db }: Program, slug: string, locale: Locale): Promise<Context> {
  const { id } = await workspaceOf(db, slug)
  return { actor: { kind: 'system', workspaceId: id, job: 'command-line' }, db, now: () => new Date(), locale }
}

/** Says which ones exist when there is none of that slug. */
export async function workspaceOf(db: Database, slug: string): Promise<WorkspaceRecord> {
  const found = await findWorkspaceBySlug(db.read, slug)
  if (found) return found
  const known = (await listWorkspaces(db.read)).map((workspace) => workspace.slug)
  if (known.length === 0) throw new Ending(exitCodes.refused, 'cli.problem.noWorkspaces', { slug })
  throw new Ending(exitCodes.refused, 'cli.problem.noSuchWorkspace', { slug, known: known.slice(0, 20).join(', ') })
}
