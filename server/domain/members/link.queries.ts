import { findLink, type LinkRecord, listOpenInvites } from '@/db/stores/links'
import { findUser, listUserNames } from '@/db/stores/users'
import { findWorkspace } from '@/db/stores/workspaces'
import { type Role, roles } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { linkToken } from '@/server/domain/members/account.schema'
import type { OpenContext } from '@/server/domain/members/account-context'
import { hashOfSecret } from '@/server/domain/members/link-secret'
import type { Invite } from '@/server/domain/members/member.schema'

/** Undefined when the link is unknown, used, revoked or expired: a stranger learns no difference. */
export async function findOpenLink(
  { db, now }: OpenContext,
  kind: LinkRecord['kind'],
  token: string,
): Promise<LinkRecord | undefined> {
  if (!linkToken.safeParse(token).success) return undefined
  const link = await findLink(db.read, kind, hashOfSecret(token))
  return link && link.usedAt === null && link.expiresAt > now() ? link : undefined
}

export interface Invitation {
  readonly workspace: string
  readonly role: Role
  /** Only this address may accept; null: whoever has the link. */
  readonly email: string | null
  readonly invitedBy: string | null
}

/** What the page behind an invitation shows. */
export async function findInvitation(context: OpenContext, token: string): Promise<Invitation | undefined> {
  const link = await findOpenLink(context, 'invite', token)
  const workspace = link?.workspaceId ? await findWorkspace(context.db.read, link.workspaceId) : undefined
  if (!link || !workspace) return undefined
  const inviter = link.createdBy ? await findUser(context.db.read, link.createdBy) : undefined
  return { workspace: workspace.name, role: roleOf(link), email: link.email, invitedBy: inviter?.name ?? null }
}

/** Whose password a link sets. `isNew`: there has been none, so the name is asked for too. */
export async function findPasswordReset(
  context: OpenContext,
  token: string,
): Promise<{ email: string; name: string; isNew: boolean } | undefined> {
  const link = await findOpenLink(context, 'password', token)
  const user = link?.userId ? await findUser(context.db.read, link.userId) : undefined
  return user && { email: user.email, name: user.name, isNew: user.passwordHash === null }
}

/** Invitations that can still be accepted, oldest first. */
export async function listInvites({ actor, db, now }: Context): Promise<Invite[]> {
  authorize(actor, 'member.manage')
  const links = await listOpenInvites(db.read, actor.workspaceId, now())
  const names = await listUserNames(
    db.read,
    links.flatMap(({ createdBy }) => createdBy ?? []),
  )
  return links.map((link) => ({
    id: link.id,
    role: roleOf(link),
    email: link.email,
    invitedBy: (link.createdBy && names.get(link.createdBy)) || null,
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
  }))
}

const roleOf = (link: LinkRecord): Role => roles.find((known) => known === link.role) ?? 'viewer'
