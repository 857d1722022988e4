import { listMembers } from '@/db/stores/members'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import type { Member } from '@/server/domain/members/member.schema'

/** Everybody in the workspace, by name: for the settings and wherever an owner is chosen. */
export async function listWorkspaceMembers({ actor, db }: Pick<Context, 'actor' | 'db'>): Promise<Member[]> {
  authorize(actor, 'member.read')
  return listMembers(db.read, actor.workspaceId)
}
