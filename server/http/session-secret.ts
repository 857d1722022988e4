import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '@/db/stores/data-folder'

/** Thrown when the file is there but holds no usable secret. */
export class UnusableSecret extends Error {}

/**
 * The secret that sessions are signed with, kept in the data folder for its owner only. Made when absent; of several programs that
 * start at once, all get the same one.
 */
export function sessionSecretIn(dataDir: string): string {
  makeFolder(dataDir)
  const file = join(dataDir, 'session-secret')
  const fresh = `${file}.${process.pid}.new`
  try {
    writeFileSync(fresh, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    // Unlike a rename, a link fails when the file is there already, and nobody ever reads half a secret.
    linkSync(fresh, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(fresh, { force: true })
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new UnusableSecret(
      `The session secret in ${file} is too short. Delete the file to get a new one; everybody then signs in again.`,
    )
  return secret
}
