import { z } from 'zod'
import { createOwnWorkspace, editWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { getWorkspace, listOwnWorkspaces } from '@/server/domain/workspaces/workspace.queries'
import { ownWorkspace, workspace, workspaceCreate, workspaceEdit } from '@/server/domain/workspaces/workspace.schema'
import { procedure, router, userProcedure } from '../init'

export const workspacesRouter = router({
  mine: userProcedure.output(z.array(ownWorkspace)).query(({ ctx }) => listOwnWorkspaces(ctx.db, ctx.user.id)),
  create: userProcedure
    .input(workspaceCreate)
    .output(workspace)
    .mutation(({ ctx, input }) => createOwnWorkspace(ctx, input)),
  get: procedure.output(workspace).query(({ ctx }) => getWorkspace(ctx.domain)),
  edit: procedure
    .input(z.object({ change: workspaceEdit }))
    .output(workspace)
    .mutation(({ ctx, input }) => editWorkspace(ctx.domain, input.change)),
})
