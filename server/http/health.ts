import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Database } from '@/db/database'
import { database } from '@/db/instance'
import { publicationJob } from '@/db/stores/follow-ups'
import { lastRunOf, queueHealth } from '@/db/stores/job-runs'
import { countHeldUp, countOverdue } from '@/db/stores/publication'

export interface Health {
  /** `degraded`: it answers, but publications are late. */
  readonly status: 'ok' | 'degraded' | 'failing'
  readonly version: string
  readonly database: 'reachable' | 'unreachable'
  readonly migrations: 'current' | 'behind' | 'unknown'
  /** How background work stands; null while the database cannot say. */
  readonly jobs: {
    readonly lastRunAt: Date | null
    readonly due: number
    /** How long the oldest that is due has waited. */
    readonly overdueSeconds: number
    /** Given up until somebody looks. */
    readonly failed: number
  } | null
  /** How publication by itself stands, in all workspaces. */
  readonly publication: {
    readonly lastRunAt: Date | null
    /** Held up for a reason that people have to mend; their pages and Settings, Jobs tell it. */
    readonly failed: number
    /** Late by minutes without any reason: the program does not get to them. */
    readonly overdue: number
  } | null
}

const answerWithinMs = 3000
let version: string | undefined

/** The program's version, from package.json. */
export function programVersion(): string {
  version ??= String(JSON.parse(readFileSync('package.json', 'utf8')).version)
  return version
}

/** A publication that is this late is a fault of the program, not a busy minute. */
const lateMs = 2 * 60_000

/** Whether the program can do its work: asks the database, and does not wait long for it. */
export async function healthOf(db: Pick<Database, 'isCurrent' | 'read'>): Promise<Health> {
  const giveUp = new AbortController()
  const late = setTimeout(answerWithinMs, 'late' as const, { signal: giveUp.signal, ref: false })
  const found = ask(db).catch(() => unreachable())
  try {
    const answer = await Promise.race([found, late])
    return answer === 'late' ? unreachable() : answer
  } finally {
    late.catch(() => undefined)
    giveUp.abort()
  }
}

async function ask(db: Pick<Database, 'isCurrent' | 'read'>): Promise<Health> {
  const about = { version: programVersion(), database: 'reachable' } as const
  if (!(await db.isCurrent())) return { status: 'failing', ...about, migrations: 'behind', jobs: null, publication: null }
  const now = new Date()
  const jobs = await queueHealth(db.read, now)
  const publication = {
    lastRunAt: await lastRunOf(db.read, publicationJob),
    failed: await countHeldUp(db.read),
    overdue: await countOverdue(db.read, new Date(now.getTime() - lateMs)),
  }
  return { status: publication.overdue > 0 ? 'degraded' : 'ok', ...about, migrations: 'current', jobs, publication }
}

const unreachable = (): Health => ({
  status: 'failing',
  version: programVersion(),
  database: 'unreachable',
  migrations: 'unknown',
  jobs: null,
  publication: null,
})

/** The same answer where no front stands before the framework. */
export async function answerHealth(): Promise<Response> {
  const found = await healthOf(database())
  return Response.json(found, { status: found.status === 'failing' ? 503 : 200, headers: { 'cache-control': 'no-store' } })
}
