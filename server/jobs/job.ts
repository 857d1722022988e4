import type { z } from 'zod'
import type { Context } from '@/server/domain/context'

/** What a job runs with: the context of a system actor named after the job, and the news that the program is about to stop. */
export interface JobContext extends Context {
  /** Aborted when the program stops or the lease was lost: a long job then throws `JobInterrupted` at its next safe point. */
  readonly stopping: AbortSignal
}

/**
 * What runs beside what, so that nothing long keeps something else waiting: going live, the way out to mail servers and to chats
 * (either may take long to answer), and all other work.
 */
export type JobLane = 'publication' | 'mail' | 'chat' | 'work'

export interface JobDefinition {
  readonly name: string
  readonly maxAttempts: number
  readonly lane: JobLane
  /** What it did, as it counts itself, where it counts. */
  run(context: JobContext, payload: unknown): Promise<Record<string, unknown> | null>
}

/** Describes a kind of job. It may run more than once for the same payload, so it must be idempotent. */
export function job<P>(definition: {
  name: string
  payload: z.ZodType<P>
  /** How often it is tried before it is given up; 5 unless said. */
  maxAttempts?: number
  /** `work` unless said. */
  lane?: JobLane
  run(context: JobContext, payload: P): Promise<unknown>
}): JobDefinition {
  const { name, payload, maxAttempts = 5, lane = 'work' } = definition
  return {
    name,
    maxAttempts,
    lane,
    async run(context, given) {
      const done = await definition.run(context, payload.parse(given))
      return typeof done === 'object' && done !== null && !Array.isArray(done) ? { ...done } : null
    },
  }
}

/** Thrown by a job that saw `stopping`: it goes on where it was after the next start. */
export class JobInterrupted extends Error {
  constructor() {
    super('the job was interrupted by the end of the program')
    this.name = 'JobInterrupted'
  }
}
