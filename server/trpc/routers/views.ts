import { z } from 'zod'
import { createView, deleteView, editView } from '@/server/domain/views/view.commands'
import { listViews } from '@/server/domain/views/view.queries'
import { savedView, view, viewCreate, viewEdit } from '@/server/domain/views/view.schema'
import { procedure, router } from '../init'

export const viewsRouter = router({
  list: procedure.output(z.array(view)).query(({ ctx }) => listViews(ctx.domain)),
  create: procedure
    .input(z.object({ view: viewCreate }))
    .output(savedView)
    .mutation(({ ctx, input }) => createView(ctx.domain, input.view)),
  edit: procedure
    .input(viewEdit)
    .output(savedView)
    .mutation(({ ctx, input }) => editView(ctx.domain, input)),
  delete: procedure
    .input(z.object({ id: z.string().max(80) }))
    .output(z.object({ changeSet: z.string() }))
    .mutation(({ ctx, input }) => deleteView(ctx.domain, input.id)),
})
