import { z } from 'zod'
import { gapRefresh } from '@/db/stores/follow-ups'
import { refreshGaps } from '@/server/domain/gaps/gap-refresh.commands'
import { dayJob, queueMorning } from '@/server/domain/notifications/day.commands'
import { JobInterrupted, job } from '@/server/jobs/job'

/** After changes that the gap rules read, and with every new day in the workspace's zone. */
export const refreshGapsJob = job({
  name: gapRefresh,
  payload: z.object({}),
  async run(context) {
    if (!(await refreshGaps(context, () => context.stopping.aborted))) throw new JobInterrupted()
    // Every workspace comes by here each night, so every one has its mornings.
    await queueMorning(context, dayJob)
  },
})
