import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { answer } from '@/server/scripts/etappe/main'
import { Output, type Stream } from '@/server/scripts/etappe/output'
import { copyOfTemplate } from '@/tests/support/database'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Processes are slow to start, more so on a machine with other things to do. */
export const patience = 120_000

class Listener implements Stream {
  readonly writable = true
  heard = ''
  write(text: string, written?: () => void): void {
    this.heard += text
    written?.()
  }
  on(): void {}
}

export interface Shell {
  /** Where files of the test lie; also the data folder. */
  readonly folder: string
  /** Runs a command to its end, in this process. */
  run(...args: string[]): Promise<Ended>
  /** Its answer as JSON; fails when it did not end with 0. */
  json<T>(...args: string[]): Promise<T>
  /** Runs a command as a process of its own. */
  start(args: readonly string[], environment?: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> }
}

/** The command line on a private database. */
export function commandLine(): () => Shell {
  let shell: Shell | undefined
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'etappe-command-line-'))
    const copy = await copyOfTemplate()
    Object.assign(process.env, { DATABASE_URL: copy.url, DATA_DIR: folder, INIT_CWD: folder })
    shell = { folder, ...inProcess(), start: (args, more) => startIn(folder, args, { DATABASE_URL: copy.url, ...more }) }
    drop = async () => {
      await copy.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
  afterAll(async () => drop?.())
  return () => {
    if (!shell) throw new Error('the command line is there inside tests and hooks only')
    return shell
  }
}

function inProcess(): Pick<Shell, 'run' | 'json'> {
  const run: Shell['run'] = async (...args) => {
    const [out, err] = [new Listener(), new Listener()]
    const code = await answer(args, { LANG: 'C.UTF-8' }, new Output(out, err))
    return { code, out: out.heard, err: err.heard }
  }
  return {
    run,
    async json(...args) {
      const { code, out, err } = await run(...args, '--format', 'json')
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`)
      return JSON.parse(out)
    },
  }
}

/** The real thing, as npm starts it; without a DATABASE_URL on SQLite in the folder. */
export function startIn(
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): ReturnType<Shell['start']> {
  const { DATABASE_URL: _url, NODE_OPTIONS: _options, VITEST: _vitest, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/scripts/etappe.ts', ...args], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      LANG: 'C.UTF-8',
      LC_ALL: '',
      INIT_CWD: folder,
      DATA_DIR: folder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<Ended>((resolve) => {
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return { child, ended }
}
