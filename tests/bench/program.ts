import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '@/tests/browser/support/program'

const root = resolve(import.meta.dirname, '../..')
const patienceMs = 60_000
/** What a second of processor time is counted in by Linux. */
const ticksPerSecond = 100

export interface Place {
  readonly dataDir: string
  /** Of PostgreSQL; undefined for the SQLite file in the data folder. */
  readonly url: string | undefined
}

/** The built program as a process of its own, as `npm start` runs it. */
export interface RunningProgram {
  readonly url: string
  /** From the start of the process to the first answer. */
  readonly healthMs: number
  readonly signInMs: number
  /** Processor time used so far, in ms; 0 where the system does not tell. */
  cpuMs(): number
  /** Resident now and at most, in MB. */
  memory(): { readonly now: number; readonly peak: number }
  /** Comes back when it has had nothing to do for a while: jobs left over from before are done. */
  idle(): Promise<void>
  stop(): Promise<void>
}

interface Wish {
  /** As a person types it, with npm's own time. */
  readonly viaNpm?: boolean
  /** Writes a profile of its processor time into `bench-results/` when it ends. */
  readonly isProfiled?: boolean
}

export async function startProgram(
  { dataDir, url }: Place,
  { viaNpm = false, isProfiled = false }: Wish = {},
): Promise<RunningProgram> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const log = openSync(join(dataDir, 'bench.log'), 'a')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: url ?? '',
  }
  const profile = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${join(root, 'bench-results')}`] : []
  const [command, ...parts] = viaNpm ? ['npm', 'start'] : [process.execPath, ...profile, 'server/scripts/start.mjs']
  const startedAt = performance.now()
  const child = spawn(command ?? '', parts, { cwd: root, env, stdio: ['ignore', log, log], detached: viaNpm })
  const stop = () => end(child, viaNpm)
  try {
    await answers(child, `${address}/api/health`)
    const healthMs = performance.now() - startedAt
    await answers(child, `${address}/sign-in`)
    const signInMs = performance.now() - startedAt
    const pid = child.pid ?? 0
    return {
      url: address,
      healthMs,
      signInMs,
      cpuMs: () => cpuOf(pid),
      memory: () => memoryOf(pid),
      idle: () => idle(pid),
      stop,
    }
  } catch (error) {
    await stop()
    throw new Error(`the program did not start:\n${readFileSync(join(dataDir, 'bench.log'), 'utf8').slice(-4000)}`, {
      cause: error,
    })
  }
}

async function end(child: ChildProcess, isGroup: boolean): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  if (isGroup && child.pid) process.kill(-child.pid, 'SIGINT')
  else child.kill('SIGINT')
  await ended
}

async function answers(child: ChildProcess, address: string): Promise<void> {
  const startedAt = performance.now()
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`)
    const status = await fetch(address).then(
      async (response) => {
        await response.arrayBuffer()
        return response.status
      },
      () => undefined,
    )
    if (status === 200) return
    if (performance.now() - startedAt > patienceMs) throw new Error(`no answer from ${address}`)
    await setTimeout(5)
  }
}

function readProcess(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function cpuOf(pid: number): number {
  const stat = readProcess(`/proc/${pid}/stat`)
  // The name in brackets may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1000) / ticksPerSecond
}

function memoryOf(pid: number): { now: number; peak: number } {
  const status = readProcess(`/proc/${pid}/status`)
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

async function idle(pid: number): Promise<void> {
  for (let quiet = 0; quiet < 4; ) {
    const before = cpuOf(pid)
    await setTimeout(250)
    quiet = cpuOf(pid) - before <= 10 ? quiet + 1 : 0
  }
}
