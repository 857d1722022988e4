import { z } from 'zod'
import { clearTarget, setTarget } from '@/server/domain/coverage/target.commands'
import { listTargets } from '@/server/domain/coverage/target.queries'
import { target, targetClear, targetSet } from '@/server/domain/coverage/target.schema'
import { changed } from '@/server/domain/vocabulary/term.schema'
import { procedure, router } from '../init'

export const targetsRouter = router({
  list: procedure.output(z.array(target)).query(({ ctx }) => listTargets(ctx.domain)),
  set: procedure
    .input(targetSet)
    .output(changed.extend({ target }))
    .mutation(({ ctx, input }) => setTarget(ctx.domain, input)),
  clear: procedure
    .input(targetClear)
    .output(changed)
    .mutation(({ ctx, input }) => clearTarget(ctx.domain, input)),
})
