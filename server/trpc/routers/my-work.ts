import { countWork, listWork } from '@/server/domain/my-work/work.queries'
import { workCount, workInput, workList } from '@/server/domain/my-work/work.schema'
import { procedure, router } from '../init'

/** Everything that is due for one person. */
export const myWorkRouter = router({
  list: procedure
    .input(workInput)
    .output(workList)
    .query(({ ctx, input }) => listWork(ctx.domain, input.userId)),
  count: procedure.output(workCount).query(({ ctx }) => countWork(ctx.domain)),
})
