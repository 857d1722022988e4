import { z } from 'zod'

/** How a kind of background work stands in a workspace. */
export const jobKind = z.object({
  name: z.string(),
  /** The last run, however it ended. */
  lastRun: z
    .object({
      startedAt: z.date(),
      tookMs: z.number(),
      error: z.string().nullable(),
      done: z.record(z.string(), z.unknown()).nullable(),
    })
    .nullable(),
  isRunning: z.boolean(),
  waiting: z.number().int(),
  nextAt: z.date().nullable(),
  givenUp: z.number().int(),
})
export type JobKind = z.infer<typeof jobKind>

/** A job that failed: it is tried again at `retryAt`, or was given up. */
export const troubledJob = z.object({
  id: z.string(),
  name: z.string(),
  attempts: z.number().int(),
  error: z.string(),
  retryAt: z.date().nullable(),
})
export type TroubledJob = z.infer<typeof troubledJob>

export const jobOverview = z.object({ kinds: z.array(jobKind), troubled: z.array(troubledJob) })
export type JobOverview = z.infer<typeof jobOverview>
