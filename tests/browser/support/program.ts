import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Program {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** Everything it has printed so far, on both streams. */
  printed(): string
  /** Sends the signal and waits for the end. Returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

interface Wish {
  /** Kept afterwards when given; else a fresh one that goes with the program. */
  readonly dataDir?: string
  readonly env?: Record<string, string>
  readonly port?: number
}

const root = resolve(import.meta.dirname, '../../..')

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port'))))
    })
  })
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'etappe-browser-'))

/** Starts the built program as `npm start` does, and comes back when it says that it is ready. Throws what it said when it ends instead. */
export async function startProgram(wish: Wish = {}): Promise<Program> {
  const dataDir = wish.dataDir ?? freshFolder()
  const port = wish.port ?? (await freePort())
  const env = { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'warn', ...wish.env, PORT: String(port), DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['server/scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const end = endOf(child)
  await new Promise<void>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('is ready: ')) ready()
      })
    }
    void end.then((code) => {
      if (wish.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      failed(new Error(`the program ended with ${code}:\n${said}`))
    })
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    printed: () => said,
    async stop(signal = 'SIGINT') {
      child.kill(signal)
      const code = await end
      process.off('exit', kill)
      if (wish.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolved) => {
    child.once('close', (code) => resolved(code))
  })
