import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  backUpDatabase,
  DatabaseInUse,
  NoUsableDatabase,
  refuseInUse,
  refuseUnusable,
  restoreDatabase,
} from '@/db/stores/database-file'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { fileEnding, pathOf } from './files'
import { table } from './output'
import { closeProgram, databaseFile, openProgram, settingsOrEnd } from './program'

export async function backUp({ positionals: [given = ''], has, out, say }: Call): Promise<ExitCode> {
  const database = fileOrEnd(say, 'dump', given)
  const to = pathOf(given)
  if (isSame(to, database)) throw new Ending(exitCodes.wrongUsage, 'cli.problem.isDatabase', { file: given })
  if (existsSync(to) && statSync(to).isDirectory()) throw new Ending(exitCodes.refused, 'cli.problem.isFolder', { file: given })
  if (!existsSync(dirname(to))) throw new Ending(exitCodes.refused, 'cli.problem.noSuchFile', { file: dirname(given) })
  if (existsSync(to) && !has('force')) throw new Ending(exitCodes.refused, 'cli.problem.fileExists', { file: given })
  onFile(given, () => refuseInUse(database))
  await openProgram()
  await closeProgram()
  onFile(given, () => backUpDatabase(database, to))
  const bytes = statSync(to).size
  out.answer({ file: given, bytes }, () => table([say('cli.table.file'), say('cli.table.bytes')], [[given, bytes]]))
  return exitCodes.done
}

export async function restore({ positionals: [given = ''], out, say }: Call): Promise<ExitCode> {
  const database = fileOrEnd(say, 'load', given)
  const from = pathOf(given)
  if (!existsSync(from)) throw new Ending(exitCodes.refused, 'cli.problem.noSuchFile', { file: given })
  if (statSync(from).isDirectory()) throw new Ending(exitCodes.refused, 'cli.problem.isFolder', { file: given })
  if (isSame(from, database)) throw new Ending(exitCodes.wrongUsage, 'cli.problem.isDatabase', { file: given })
  onFile(given, () => refuseUnusable(from))
  const kept = onFile(given, () => restoreDatabase(database, from))
  await openProgram()
  out.answer({ file: given, kept }, () => table([say('cli.table.restored'), say('cli.table.kept')], [[given, kept ?? '']]))
  return exitCodes.done
}

/** PostgreSQL has better tools of its own. */
function fileOrEnd(say: Call['say'], direction: 'dump' | 'load', given: string): string {
  const settings = settingsOrEnd()
  const file = databaseFile(settings)
  if (file !== null) return file
  const command =
    direction === 'dump'
      ? `pg_dump --format=custom --file=${given} "$DATABASE_URL"`
      : `pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" ${given}`
  throw new Ending(exitCodes.refused, 'cli.problem.postgres', { command, doing: say(`cli.backup.${direction}`) })
}

function onFile<T>(given: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DatabaseInUse) throw new Ending(exitCodes.refused, 'cli.problem.isRunning')
    if (error instanceof NoUsableDatabase)
      throw new Ending(exitCodes.refused, `cli.problem.unusable.${error.reason}`, { file: given })
    throw fileEnding(error, given)
  }
}

function isSame(a: string, b: string): boolean {
  return a === b || (existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b))
}
