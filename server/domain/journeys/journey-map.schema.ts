import { z } from 'zod'
import { purchaseGroups } from '@/server/domain/coverage/coverage.schema'
import { ruleKey, severity } from '@/server/domain/gaps/gap.schema'

const count = z.number().int()

/** A customer question and the live items that answer it; the first few by name. */
const askedQuestion = z.object({
  key: z.string(),
  answers: count,
  items: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

const phase = z.object({
  key: z.string(),
  group: z.enum(purchaseGroups).nullable(),
  /** Live items, and how many of them are not overdue for review. */
  live: count,
  fresh: count,
  score: z.object({ percent: z.number(), reached: count, wanted: count }).nullable(),
  /** Channels with live items, most first. */
  channels: z.array(z.object({ key: z.string(), fresh: count, stale: count })),
  questions: z.array(askedQuestion),
  /** Open gaps: how many, and the weightiest rules among them. */
  gaps: z.object({ open: count, rules: z.array(z.object({ rule: ruleKey, severity, count })) }),
})

/** The journey with everything that stands in it now, phase by phase. */
export const journeyMap = z.object({
  phases: z.array(phase),
  /** The last phase leads back to the first. */
  isLoop: z.boolean(),
  readiness: z.number().nullable(),
  weakest: z.string().nullable(),
  /** Questions that belong to no phase. */
  unplaced: z.array(askedQuestion),
})
export type JourneyMap = z.infer<typeof journeyMap>
