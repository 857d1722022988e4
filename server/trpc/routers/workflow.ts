import { z } from 'zod'
import { itemSaved } from '@/server/domain/content/item.schema'
import { approveItem, tickCheck } from '@/server/domain/workflow/workflow.commands'
import { getWorkflow } from '@/server/domain/workflow/workflow.queries'
import { checkTick, workflowState } from '@/server/domain/workflow/workflow.schema'
import { procedure, router } from '../init'

/** Approvals and checklists of items. Steps are edited as terms of the vocabulary, and taken by saving an item. */
export const workflowRouter = router({
  state: procedure
    .input(z.object({ id: z.string() }))
    .output(workflowState)
    .query(({ ctx, input }) => getWorkflow(ctx.domain, input.id)),
  tick: procedure
    .input(checkTick)
    .output(z.object({ changeSet: z.string().nullable() }))
    .mutation(({ ctx, input }) => tickCheck(ctx.domain, input)),
  approve: procedure
    .input(z.object({ id: z.string(), revision: z.number().int().positive() }))
    .output(itemSaved)
    .mutation(({ ctx, input }) => approveItem(ctx.domain, input)),
})
