import { z } from 'zod'
import { ruleKey } from '@/server/domain/gaps/gap.schema'
import { key } from '@/server/domain/wire.schema'

/** How far an answer is: live now, live but overdue for review, or not live yet. */
export const answerStates = ['live', 'stale', 'planned'] as const
const answer = z.object({ id: z.string(), title: z.string(), state: z.enum(answerStates) })
export type Answer = z.infer<typeof answer>

/** A customer question: `answered` by something live and fresh; else the best that there is. */
export const questionStates = ['answered', 'stale', 'planned', 'unanswered'] as const
export type QuestionState = (typeof questionStates)[number]

export const questionRow = z.object({
  key,
  phase: key.nullable(),
  topic: key.nullable(),
  state: z.enum(questionStates),
  /** The first few; `count` tells how many in all. */
  answers: z.array(answer),
  count: z.number().int(),
  /** The open or planned gap that names it. */
  gap: z
    .object({
      id: z.string(),
      rule: ruleKey,
      state: z.enum(['open', 'planned', 'waived', 'resolved']),
      revision: z.number().int(),
    })
    .nullable(),
})
export type QuestionRow = z.infer<typeof questionRow>
