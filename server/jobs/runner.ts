import type { Database } from '@/db/database'
import { noteRun } from '@/db/stores/job-runs'
import {
  failJob,
  finishJob,
  hasDueJob,
  type JobRecord,
  type Lane,
  leaseJob,
  onEnqueued,
  releaseJob,
  renewLease,
} from '@/db/stores/jobs'
import { log } from '@/server/log'
import { type JobDefinition, JobInterrupted } from './job'
import { registry } from './registry'

export interface Runner {
  /** Tells the running job, waits for it, and takes no other. */
  stop(): Promise<void>
}

interface Options {
  readonly jobs?: readonly JobDefinition[]
  readonly now?: () => Date
  readonly pollMs?: number
  readonly leaseMs?: number
}

/** Jobs belong to the installation, whichever workspace they are about. */
const scope = 'global'
/** The write that queues a job wakes the runner before it commits, so for a moment the runner looks more often. */
const eagerForMs = 500
const eagerPollMs = 25

/** How long a job waits after its n-th failure: 2 s, 4 s, 8 s … at most five minutes. */
export const backoffMs = (attempts: number): number => Math.min(1000 * 2 ** attempts, 300_000)

const runOf = ({ workspaceId, name, attempts }: JobRecord, startedAt: Date) => ({
  workspaceId,
  name,
  attempt: attempts,
  startedAt,
})

/**
 * Works off the queue of jobs, one at a time in each lane. Any number of runners in any number of processes share a queue: a lease gives each
 * job to one of them, and a job whose runner died is taken by another when the lease has run out.
 */
export function startRunner(db: Database, options: Options = {}): Runner {
  const { jobs = registry, now = () => new Date(), pollMs = 1000, leaseMs = 30_000 } = options
  const known = new Map(jobs.map((definition) => [definition.name, definition]))
  const stopping = new AbortController()
  let eagerUntil = 0

  async function runOne(lane: Lane): Promise<boolean> {
    if (!(await hasDueJob(db.read, now(), lane))) return false
    const leased = await db.write(scope, (tx) => leaseJob(tx, now(), leaseMs, lane))
    if (!leased) return false
    await runLeased(leased)
    return true
  }

  async function runLeased(leased: JobRecord): Promise<void> {
    const definition = known.get(leased.name)
    const lost = new AbortController()
    const startedAt = now()
    const renewal = setInterval(() => {
      db.write(scope, (tx) => renewLease(tx, leased, new Date(now().getTime() + leaseMs)))
        .then((isMine) => isMine || lost.abort())
        .catch((error: unknown) => log().warn({ job: leased.name, err: error }, 'a lease could not be renewed'))
    }, leaseMs / 3)
    try {
      if (!definition) throw new Error(`no job is called ${leased.name}`)
      // Its runner died each time before it could record a failure.
      if (leased.attempts > definition.maxAttempts) throw new Error('the job ended the program too often')
      const actor = { kind: 'system', workspaceId: leased.workspaceId ?? '', job: leased.name } as const
      const context = { actor, db, now, locale: 'en', stopping: AbortSignal.any([stopping.signal, lost.signal]) } as const
      const done = await definition.run(context, leased.payload)
      await db.write(scope, async (tx) => {
        if (await finishJob(tx, leased)) await noteRun(tx, { ...runOf(leased, startedAt), endedAt: now(), error: null, done })
      })
    } catch (error) {
      if (error instanceof JobInterrupted) await db.write(scope, (tx) => releaseJob(tx, leased))
      else await recordFailure(leased, definition, startedAt, error)
    } finally {
      clearInterval(renewal)
    }
  }

  async function recordFailure(
    leased: JobRecord,
    definition: JobDefinition | undefined,
    startedAt: Date,
    error: unknown,
  ): Promise<void> {
    const isLast = leased.attempts >= (definition?.maxAttempts ?? 1)
    log().error({ job: leased.name, jobId: leased.id, attempt: leased.attempts, isLast, err: error }, 'a job failed')
    const at = now()
    const retryAt = isLast ? null : new Date(at.getTime() + backoffMs(leased.attempts))
    const told = error instanceof Error ? error.message : String(error)
    await db.write(scope, async (tx) => {
      if (!(await failJob(tx, leased, { error: told, at, retryAt }))) return
      await noteRun(tx, { ...runOf(leased, startedAt), endedAt: at, error: told.slice(0, 2000), done: null })
    })
  }

  function startLane(lane: Lane): { wake(): void; readonly ended: Promise<void> } {
    let wake: () => void = () => undefined
    async function loop(): Promise<void> {
      while (!stopping.signal.aborted) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve
        })
        try {
          if (await runOne(lane)) continue
        } catch (error) {
          log().error({ err: error }, 'the job runner could not look for work')
        }
        if (stopping.signal.aborted) return
        const timer = setTimeout(wake, Date.now() < eagerUntil ? eagerPollMs : pollMs)
        await woken
        clearTimeout(timer)
      }
    }
    return { wake: () => wake(), ended: loop() }
  }

  const apart = [...Map.groupBy(jobs, ({ lane }) => lane)]
    .filter(([lane]) => lane !== 'work')
    .map(([lane, definitions]) => ({ lane, names: definitions.map(({ name }) => name) }))
  // Chats do not wait for one that never answers.
  const lanes = apart.flatMap(({ lane, names }) =>
    Array.from({ length: lane === 'chat' ? 3 : 1 }, () => startLane({ only: names })),
  )
  lanes.push(startLane({ except: apart.flatMap(({ names }) => names) }))
  const wakeAll = () => {
    for (const { wake } of lanes) wake()
  }
  onEnqueued(() => {
    eagerUntil = Date.now() + eagerForMs
    wakeAll()
  })
  return {
    async stop() {
      stopping.abort()
      onEnqueued(undefined)
      wakeAll()
      await Promise.all(lanes.map(({ ended }) => ended))
    },
  }
}
