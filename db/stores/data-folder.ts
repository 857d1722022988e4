import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder, for its owner only, with those above it. By hand, because the `recursive` of Node never comes back where the system
 * says of each attempt that there is no such thing, as below `/proc`.
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder)
  if (makeOne(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** False when the one above is missing. */
function makeOne(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' && dirname(path) !== path) return false
    // A root or a mount that may not be written says something else than that it is there.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return true
    throw error
  }
}
