import { z } from 'zod'
import { runJobAgain } from '@/server/domain/jobs/job.commands'
import { getJobOverview } from '@/server/domain/jobs/job.queries'
import { jobOverview } from '@/server/domain/jobs/job.schema'
import { procedure, router } from '../init'

export const jobsRouter = router({
  overview: procedure.output(jobOverview).query(({ ctx }) => getJobOverview(ctx.domain)),
  runAgain: procedure
    .input(z.object({ id: z.string().min(1).max(80) }))
    .output(z.void())
    .mutation(({ ctx, input }) => runJobAgain(ctx.domain, input.id)),
})
