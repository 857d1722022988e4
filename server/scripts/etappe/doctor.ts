import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkConsistency } from '@/server/domain/operations/consistency.queries'
import { type Call, type ExitCode, exitCodes } from './command'
import { table } from './output'
import { databaseFile } from './program'

interface Check {
  readonly check: string
  readonly state: 'ok' | 'problem' | 'warning'
  readonly message: string
}

export async function examine({ out, say, program }: Call): Promise<ExitCode> {
  const { db, settings } = await program()
  const checks: Check[] = []
  const note = (
    check: string,
    isRight: boolean,
    details: Record<string, string | number> = {},
    wrong: 'problem' | 'warning' = 'problem',
  ) => {
    const state = isRight ? 'ok' : wrong
    checks.push({ check, state, message: say(`cli.doctor.${check}.${isRight ? 'ok' : 'wrong'}`, details) })
  }
  note('migrations', await db.isCurrent())
  for (const { check, faults } of await checkConsistency(db)) {
    note(check, faults === 0, { faults }, check === 'jobsGivenUp' ? 'warning' : 'problem')
  }
  const { DATA_DIR } = settings
  note('dataFolder', !existsSync(DATA_DIR) || isPrivate(DATA_DIR), { folder: DATA_DIR })
  const secret = join(DATA_DIR, 'session-secret')
  note('secret', !existsSync(secret) || isPrivate(secret), { file: secret })
  const file = databaseFile(settings)
  // In a folder that nobody else may enter the file's own rights do not matter.
  if (file !== null) note('databaseFile', isPrivate(file) || isPrivate(join(file, '..')), { file })
  const isWell = checks.every(({ state }) => state !== 'problem')
  out.answer({ ok: isWell, checks }, () => {
    const lines = checks.map(({ state, check, message }) => [
      say(`cli.doctor.${state}`),
      say(`cli.doctor.${check}.name`),
      message,
    ])
    return table([say('cli.doctor.state'), say('cli.doctor.check'), say('cli.doctor.message')], lines)
  })
  return isWell ? exitCodes.done : exitCodes.found
}

/** Nobody but its owner may look into it. Windows has other means, which this does not see. */
const isPrivate = (path: string): boolean => process.platform === 'win32' || (statSync(path).mode & 0o077) === 0
