import type { Role } from '@/server/domain/access/access.rules'

const dayMs = 24 * 60 * 60 * 1000
export const inviteLifetimeMs = 7 * dayMs
export const passwordLinkLifetimeMs = dayMs

interface Standing {
  readonly userId: string
  readonly role: Role
}

/** Whether nobody could manage the workspace any more without this member as administrator. */
export function isLastAdmin(members: readonly Standing[], userId: string): boolean {
  const admins = members.filter(({ role }) => role === 'admin')
  return admins.length === 1 && admins[0]?.userId === userId
}

/**
 * An administrator may set the password of those who belong to no workspace beyond the administrator's own: otherwise the
 * administrator of one workspace could become anybody's in another.
 */
export function mayResetPassword(
  actor: { readonly adminOf: readonly string[]; readonly isOperator: boolean },
  target: { readonly memberOf: readonly string[]; readonly isOperator: boolean },
): boolean {
  if (actor.isOperator) return true
  return !target.isOperator && target.memberOf.every((id) => actor.adminOf.includes(id))
}
