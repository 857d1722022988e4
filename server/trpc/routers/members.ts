import { z } from 'zod'
import { inviteMember, makePasswordLink, revokeInvite } from '@/server/domain/members/link.commands'
import { listInvites } from '@/server/domain/members/link.queries'
import { changeRole, removeMember } from '@/server/domain/members/member.commands'
import { listWorkspaceMembers } from '@/server/domain/members/member.queries'
import { invite, inviteWish, left, madeLink, member, roleChange } from '@/server/domain/members/member.schema'
import { procedure, router } from '../init'

const userId = z.object({ userId: z.string() })

export const membersRouter = router({
  list: procedure.output(z.array(member)).query(({ ctx }) => listWorkspaceMembers(ctx.domain)),
  changeRole: procedure
    .input(roleChange)
    .output(z.void())
    .mutation(({ ctx, input }) => changeRole(ctx.domain, input)),
  remove: procedure
    .input(userId)
    .output(left)
    .mutation(({ ctx, input }) => removeMember(ctx.domain, input.userId)),
  invites: procedure.output(z.array(invite)).query(({ ctx }) => listInvites(ctx.domain)),
  invite: procedure
    .input(inviteWish)
    .output(madeLink)
    .mutation(({ ctx, input }) => inviteMember(ctx.domain, input)),
  revokeInvite: procedure
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeInvite(ctx.domain, input.id)),
  passwordLink: procedure
    .input(userId)
    .output(madeLink)
    .mutation(({ ctx, input }) => makePasswordLink(ctx.domain, input.userId)),
})
