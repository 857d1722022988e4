import { z } from 'zod'
import { assignGaps, linkGap, planGaps, unwaiveGaps, waiveGaps } from '@/server/domain/gaps/gap.commands'
import { countGaps, getGap, listGaps } from '@/server/domain/gaps/gap.queries'
import {
  gapAssign,
  gapCounts,
  gapDetail,
  gapLink,
  gapList,
  gapListInput,
  gapPlan,
  gapsChanged,
  gapUnwaive,
  gapWaive,
} from '@/server/domain/gaps/gap-list.schema'
import { procedure, router } from '../init'

export const gapsRouter = router({
  list: procedure
    .input(gapListInput)
    .output(gapList)
    .query(({ ctx, input }) => listGaps(ctx.domain, input)),
  counts: procedure.output(gapCounts).query(({ ctx }) => countGaps(ctx.domain)),
  get: procedure
    .input(z.object({ id: z.string().max(500) }))
    .output(gapDetail)
    .query(({ ctx, input }) => getGap(ctx.domain, input.id)),
  plan: procedure
    .input(gapPlan)
    .output(gapsChanged)
    .mutation(({ ctx, input }) => planGaps(ctx.domain, input)),
  link: procedure
    .input(gapLink)
    .output(gapsChanged)
    .mutation(({ ctx, input: { id, revision, itemId } }) => linkGap(ctx.domain, { id, revision, itemId })),
  assign: procedure
    .input(gapAssign)
    .output(gapsChanged)
    .mutation(({ ctx, input }) => assignGaps(ctx.domain, input)),
  waive: procedure
    .input(gapWaive)
    .output(gapsChanged)
    .mutation(({ ctx, input }) => waiveGaps(ctx.domain, input)),
  unwaive: procedure
    .input(gapUnwaive)
    .output(gapsChanged)
    .mutation(({ ctx, input }) => unwaiveGaps(ctx.domain, input)),
})
