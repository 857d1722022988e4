import { deleteMember, findMember, listMembers, updateMember } from '@/db/stores/members'
import { listOpenTasks } from '@/db/stores/tasks'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { isLastAdmin } from '@/server/domain/members/member.rules'
import type { Left, RoleChange } from '@/server/domain/members/member.schema'

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

/**
 * Gone at the next request: membership is read each time. Everybody may remove themselves. What was theirs stays so until
 * somebody takes it over; the answer tells how much that is.
 */
export async function removeMember(context: Context, userId: string): Promise<Left> {
  const { actor, db } = context
  if (actor.kind !== 'member' || actor.userId !== userId) authorize(actor, 'member.manage')
  await db.write(actor.workspaceId, async (tx) => {
    const current = await findMember(tx, actor.workspaceId, userId)
    if (!current) throw new Problem('not_found', 'members.problem.noSuchMember')
    if (isLastAdmin(await listMembers(tx, actor.workspaceId), userId)) throw new Problem('conflict', 'members.problem.lastAdmin')
    await deleteMember(tx, stampOf(context), current)
  })
  const { facts } = await loadFacts({ db }, actor.workspaceId)
  const theirs = facts.filter(
    ({ ownerId, deletedAt, status }) => ownerId === userId && deletedAt === null && status !== 'archived',
  )
  return { items: theirs.length, tasks: (await listOpenTasks(db.read, actor.workspaceId, userId)).length }
}
