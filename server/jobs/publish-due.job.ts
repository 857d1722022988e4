import { z } from 'zod'
import { publicationJob } from '@/db/stores/follow-ups'
import { publishDue } from '@/server/domain/publication/due.commands'
import { JobInterrupted, job } from '@/server/jobs/job'

/** At the moment for which anything is scheduled, and when something that was held up has changed. */
export const publishDueJob = job({
  name: publicationJob,
  payload: z.object({}),
  // Hours of a database that comes and goes; after that somebody is to look.
  maxAttempts: 50,
  lane: 'publication',
  async run(context) {
    const report = await publishDue(context, () => context.stopping.aborted)
    if (!report) throw new JobInterrupted()
    return report
  },
})
