import { listActivity } from '@/server/domain/activity/activity.queries'
import { activityInput, activityPage } from '@/server/domain/activity/activity.schema'
import { procedure, router } from '../init'

/** Who did what to which content. */
export const activityRouter = router({
  list: procedure
    .input(activityInput)
    .output(activityPage)
    .query(({ ctx, input }) => listActivity(ctx.domain, input)),
})
