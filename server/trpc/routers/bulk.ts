import { z } from 'zod'
import { freezeSelection, getBulkProgress, runBulk } from '@/server/domain/content/bulk.commands'
import { bulkInput, bulkProgress, freezeInput, frozen } from '@/server/domain/content/bulk.schema'
import { procedure, router } from '../init'

export const bulkRouter = router({
  freeze: procedure
    .input(z.object({ selection: freezeInput }))
    .output(frozen)
    .mutation(({ ctx, input }) => freezeSelection(ctx.domain, input.selection)),
  run: procedure
    .input(bulkInput)
    .output(bulkProgress)
    .mutation(({ ctx, input }) => runBulk(ctx.domain, input)),
  progress: procedure
    .input(z.object({ selectionId: z.string().max(80) }))
    .output(bulkProgress)
    .query(({ ctx, input }) => getBulkProgress(ctx.domain, input.selectionId)),
})
