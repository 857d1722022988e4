import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Database } from '@/db/database'
import { database } from '@/db/instance'

export interface Health {
  readonly status: 'ok' | 'failing'
  readonly version: string
  readonly database: 'reachable' | 'unreachable'
  readonly migrations: 'current' | 'behind' | 'unknown'
}

const answerWithinMs = 3000
let version: string | undefined

/** The program's version, from package.json. */
export function programVersion(): string {
  version ??= String(JSON.parse(readFileSync('package.json', 'utf8')).version)
  return version
}

/** Whether the program can do its work: asks the database, and does not wait long for it. */
export async function healthOf(db: Pick<Database, 'isCurrent'>): Promise<Health> {
  const giveUp = new AbortController()
  const late = setTimeout(answerWithinMs, 'late' as const, { signal: giveUp.signal, ref: false })
  try {
    const isCurrent = await Promise.race([db.isCurrent(), late])
    if (isCurrent === 'late')
      return { status: 'failing', version: programVersion(), database: 'unreachable', migrations: 'unknown' }
    return {
      status: isCurrent ? 'ok' : 'failing',
      version: programVersion(),
      database: 'reachable',
      migrations: isCurrent ? 'current' : 'behind',
    }
  } catch {
    return { status: 'failing', version: programVersion(), database: 'unreachable', migrations: 'unknown' }
  } finally {
    late.catch(() => undefined)
    giveUp.abort()
  }
}

/** The same answer where no front stands before the framework. */
export async function answerHealth(): Promise<Response> {
  const found = await healthOf(database())
  return Response.json(found, { status: found.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
