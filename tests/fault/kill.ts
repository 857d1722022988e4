import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Told } from './told'

interface Worker {
  readonly child: ChildProcess
  readonly file: string
  readonly ready: Promise<void>
  readonly ended: Promise<unknown>
  said: string
}

export interface Where {
  readonly url: string
  readonly workspaceId: string
  readonly folder: string
}

let made = 0

function startWorker({ url, workspaceId, folder }: Where): Worker {
  const file = join(folder, `told-${made++}.jsonl`)
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/fault/worker.ts', url, workspaceId, file], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ready = Promise.withResolvers<void>()
  const worker: Worker = { child, file, ready: ready.promise, ended: once(child, 'exit'), said: '' }
  child.stdout?.on('data', () => ready.resolve())
  child.stderr?.on('data', (chunk: Buffer) => {
    worker.said = (worker.said + chunk.toString()).slice(-4_000)
  })
  child.on('exit', () => ready.resolve())
  return worker
}

export interface Course {
  readonly kills: number
  /** Kills that came before the process had begun to write. */
  readonly early: number
  readonly told: readonly (readonly Told[])[]
}

/**
 * Two processes on one database write and publish; in each round one of them is killed at a random moment and started anew.
 * At the end both are told to stop in order. Fails when one of them ended by itself.
 */
export async function runAndKill(where: Where, rounds: number): Promise<Course> {
  const all: Worker[] = []
  const start = () => {
    const worker = startWorker(where)
    all.push(worker)
    return worker
  }
  const running: [Worker, Worker] = [start(), start()]
  await Promise.all(running.map(({ ready }) => ready))
  let early = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const at = randomInt(2)
      const victim = running[at] as Worker
      // Now and then in the middle of starting.
      if (round % 10 === 9) early += 1
      else await victim.ready
      await setTimeout(randomInt(1_200))
      refuseEnded(running)
      victim.child.kill('SIGKILL')
      await victim.ended
      running[at] = start()
    }
    await Promise.all(running.map(({ ready }) => ready))
    await setTimeout(500)
    refuseEnded(running)
  } finally {
    for (const { child } of running) child.kill('SIGTERM')
    await Promise.all(running.map(({ ended }) => ended))
  }
  for (const { child, said } of running) {
    if (child.exitCode !== 0) throw new Error(`a process did not stop in order (${child.exitCode}):\n${said}`)
  }
  return { kills: rounds, early, told: all.map(({ file }) => toldIn(file)) }
}

function refuseEnded(running: readonly Worker[]): void {
  for (const { child, said } of running) {
    if (child.exitCode !== null) throw new Error(`a process ended by itself with ${child.exitCode}:\n${said}`)
  }
}

/** The last line may have been cut by the kill. */
function toldIn(file: string): Told[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Told)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
