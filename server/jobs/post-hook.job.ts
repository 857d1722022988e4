import { z } from 'zod'
import { postToHook } from '@/server/domain/hooks/hook-post.commands'
import { hookJob } from '@/server/domain/hooks/hook-queue.commands'
import { job } from '@/server/jobs/job'
import { chatPost } from '@/server/mail/post-office'

const news = z.discriminatedUnion('event', [
  z.object({ event: z.literal('digest'), hookId: z.string(), day: z.string() }),
  z.object({ event: z.literal('gaps'), hookId: z.string(), gaps: z.array(z.string()), count: z.number().int() }),
])

/** A message for a team's chat. */
export const postHook = job({
  name: hookJob,
  payload: news,
  maxAttempts: 6,
  lane: 'chat',
  run: (context, { hookId, ...told }) => postToHook(context, chatPost(), hookId, told),
})
