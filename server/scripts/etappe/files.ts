import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Ending, exitCodes } from './command'

/** A path as the person meant it who typed it: npm runs commands in the project's folder, wherever it was called. */
export const pathOf = (given: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), given)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Why a file cannot be read or written, as a sentence. */
export function fileEnding(error: unknown, file: string): Ending {
  const keys: Record<string, string> = {
    ENOENT: 'noSuchFile',
    EISDIR: 'isFolder',
    EACCES: 'mayNotOpen',
    EPERM: 'mayNotOpen',
    ENOTDIR: 'noSuchFile',
    ENOSPC: 'diskFull',
  }
  const key = keys[codeOf(error)]
  if (key) return new Ending(exitCodes.refused, `cli.problem.${key}`, { file })
  return new Ending(exitCodes.failed, 'cli.problem.file', {
    file,
    reason: error instanceof Error ? error.message : String(error),
  })
}

/** A file to be read, not larger than `max` bytes. */
export async function readGiven(given: string, max: number): Promise<Buffer> {
  const file = pathOf(given)
  try {
    const { size } = await stat(file)
    if (size > max) throw new Ending(exitCodes.refused, 'exchange.problem.tooLarge', { max: max / 1024 / 1024 })
    return await readFile(file)
  } catch (error) {
    throw error instanceof Ending ? error : fileEnding(error, given)
  }
}

/** Writes a file whole or not at all; what was there is replaced. */
export async function writeGiven(given: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const file = pathOf(given)
  const fresh = join(dirname(file), `.${basename(file)}.${process.pid}.new`)
  try {
    if (
      await stat(file).then(
        (found) => found.isDirectory(),
        () => false,
      )
    )
      throw new Ending(exitCodes.refused, 'cli.problem.isFolder', { file: given })
    const handle = await open(fresh, 'w')
    try {
      for await (const part of parts) await handle.write(part)
    } finally {
      await handle.close()
    }
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error instanceof Ending || codeOf(error) === '' ? error : fileEnding(error, given)
  }
}
