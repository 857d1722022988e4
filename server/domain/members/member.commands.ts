import { deleteMember, findMember, listMembers, updateMember } from '@/db/stores/members'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { isLastAdmin } from '@/server/domain/members/member.rules'
import type { RoleChange } from '@/server/domain/members/member.schema'

export async function changeRole(context: Context, { userId, role, revision }: RoleChange): Promise<void> {
  const { actor, db } = context
  authorize(actor, 'member.manage')
  await db.write(actor.workspaceId, async (tx) => {
    const current = await findMember(tx, actor.workspaceId, userId)
    if (!current) throw new Problem('not_found', 'members.problem.noSuchMember')
    if (role !== 'admin' && isLastAdmin(await listMembers(tx, actor.workspaceId), userId))
      throw new Problem('conflict', 'members.problem.lastAdmin')
    const saved = current.revision === revision ? await updateMember(tx, stampOf(context), current, role) : undefined
    if (!saved) throw new Problem('conflict', 'members.problem.changedMeanwhile')
  })
}

/** Gone at the next request: membership is read each time. Everybody may remove themselves. */
export async function removeMember(context: Context, userId: string): Promise<void> {
  const { actor, db } = context
  if (actor.kind !== 'member' || actor.userId !== userId) authorize(actor, 'member.manage')
  await db.write(actor.workspaceId, async (tx) => {
    const current = await findMember(tx, actor.workspaceId, userId)
    if (!current) throw new Problem('not_found', 'members.problem.noSuchMember')
    if (isLastAdmin(await listMembers(tx, actor.workspaceId), userId)) throw new Problem('conflict', 'members.problem.lastAdmin')
    await deleteMember(tx, stampOf(context), current)
  })
}
