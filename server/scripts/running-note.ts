import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Where the running program is reached, kept beside its database for those who make links without being it. */
const note = z.object({
  pid: z.number().int(),
  /** The one people use. */
  address: z.string(),
  /** The one on this machine. */
  health: z.string(),
})

const fileOf = (databaseFile: string): string => `${databaseFile}.running`
const answerWithinMs = 1000

interface Listening {
  readonly address: string
  readonly host: string
  readonly port: number
}

/** Returns what takes the note back. */
export function noteRunning(databaseFile: string, { address, host, port }: Listening): () => void {
  const file = fileOf(databaseFile)
  const health = `${addressOf(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port)}/api/health`
  const own: z.infer<typeof note> = { pid: process.pid, address, health }
  writeFileSync(file, `${JSON.stringify(own)}\n`, { mode: 0o600 })
  return () => {
    if (readNote(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}

/** The address of the program that runs on this database. A program that was killed leaves its note behind, so it is asked. */
export async function addressOfRunning(databaseFile: string): Promise<string | undefined> {
  const found = readNote(fileOf(databaseFile))
  if (!found || !isAlive(found.pid)) return undefined
  try {
    const answer = await fetch(found.health, { signal: AbortSignal.timeout(answerWithinMs) })
    const isOurs = z.object({ status: z.string(), migrations: z.string() }).safeParse(await answer.json()).success
    return isOurs ? found.address : undefined
  } catch {
    return undefined
  }
}

export const addressOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

function readNote(file: string): z.infer<typeof note> | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
