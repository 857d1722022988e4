import { z } from 'zod'
import { refreshVague } from '@/server/domain/content/vague.commands'
import { JobInterrupted, job } from '@/server/jobs/job'

/** After a change of the list of vague phrases: which of them each item's text holds. */
export const findVague = job({
  name: 'content.findVague',
  payload: z.object({}),
  async run(context) {
    if (!(await refreshVague(context, () => context.stopping.aborted))) throw new JobInterrupted()
  },
})
