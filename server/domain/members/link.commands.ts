import type { Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { deleteInvite, deletePasswordLinks, insertLink, type LinkRecord, takeLink } from '@/db/stores/links'
import { findMember, insertMember, listMemberships, updateMember } from '@/db/stores/members'
import { endSessions, findUser, findUserByEmail, type UserRecord, updateUser } from '@/db/stores/users'
import { findWorkspace, findWorkspaceBySlug, listWorkspaces, type WorkspaceRecord } from '@/db/stores/workspaces'
import { type Role, roles } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { type HashPassword, insertAccount, refuseWeakPassword, withoutPassword } from '@/server/domain/members/account.commands'
import type { NewAccount, PasswordByLink } from '@/server/domain/members/account.schema'
import type { AccountContext, OpenContext } from '@/server/domain/members/account-context'
import { findOpenLink } from '@/server/domain/members/link.queries'
import { newSecret } from '@/server/domain/members/link-secret'
import { inviteLifetimeMs, mayResetPassword, passwordLinkLifetimeMs } from '@/server/domain/members/member.rules'
import type { MadeLink } from '@/server/domain/members/member.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** An invitation for one person. The answer is the only time its secret is seen. */
export async function inviteMember(context: Context, { role, email }: { role: Role; email: string | null }): Promise<MadeLink> {
  const { actor, db, now } = context
  authorize(actor, 'member.manage')
  const { token, secretHash } = newSecret()
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + inviteLifetimeMs)
  const createdBy = actor.kind === 'member' ? actor.userId : null
  await db.write(actor.workspaceId, (tx) =>
    insertLink(tx, {
      id: newId(),
      kind: 'invite',
      secretHash,
      workspaceId: actor.workspaceId,
      userId: null,
      email,
      role,
      createdBy,
      createdAt,
      expiresAt,
    }),
  )
  return { token, expiresAt }
}

export async function revokeInvite({ actor, db }: Context, id: string): Promise<void> {
  authorize(actor, 'member.manage')
  const gone = await db.write(actor.workspaceId, (tx) => deleteInvite(tx, actor.workspaceId, id))
  if (!gone) throw new Problem('not_found', 'members.problem.noSuchInvite')
}

/** A stranger with an invitation becomes account and member in one go. */
export async function joinWithNewAccount(
  { db, now }: OpenContext,
  { token, account, language }: { token: string; account: NewAccount; language: Locale },
  hash: HashPassword,
): Promise<{ slug: string }> {
  const { link, workspaceId } = await openInvite({ db, now }, token)
  if (link.email !== null && link.email !== account.email) throw new Problem('forbidden', 'members.problem.inviteForSomebodyElse')
  const passwordHash = await hash(account.password)
  return db.write(workspaceId, async (tx) => {
    const user = await insertAccount(tx, { ...withoutPassword(account), passwordHash, locale: language, createdAt: now() })
    return join(tx, { link, workspaceId, at: now() }, user.id)
  })
}

/** Somebody signed in follows an invitation. Who is a member already stays what they are, and the invitation stays open. */
export async function joinWorkspace({ db, now, user }: AccountContext, token: string): Promise<{ slug: string }> {
  const { link, workspaceId } = await openInvite({ db, now }, token)
  return db.write(workspaceId, async (tx) => {
    const account = await findUser(tx, user.id)
    if (link.email !== null && link.email !== account?.email)
      throw new Problem('forbidden', 'members.problem.inviteForSomebodyElse')
    if (await findMember(tx, workspaceId, user.id)) return { slug: (await getTarget(tx, workspaceId)).slug }
    return join(tx, { link, workspaceId, at: now() }, user.id)
  })
}

interface Joining {
  link: LinkRecord
  workspaceId: string
  at: Date
}

async function join(tx: Writer, { link, workspaceId, at }: Joining, userId: string): Promise<{ slug: string }> {
  const workspace = await getTarget(tx, workspaceId)
  if (!(await takeLink(tx, link.id, at))) throw linkGone()
  const role = roles.find((known) => known === link.role) ?? 'viewer'
  await insertMember(tx, { workspaceId, changeSet: newId(), actor: `user:${userId}`, at }, userId, role)
  return { slug: workspace.slug }
}

async function openInvite(context: OpenContext, token: string): Promise<{ link: LinkRecord; workspaceId: string }> {
  const link = await findOpenLink(context, 'invite', token)
  if (!link?.workspaceId) throw linkGone()
  return { link, workspaceId: link.workspaceId }
}

async function getTarget(tx: Writer, workspaceId: string): Promise<WorkspaceRecord> {
  const workspace = await findWorkspace(tx, workspaceId)
  if (!workspace) throw linkGone()
  return workspace
}

const linkGone = (): Problem => new Problem('not_found', 'auth.problem.linkGone')

/** An administrator helps a member who cannot sign in. */
export async function makePasswordLink({ actor, db, now }: Context, userId: string): Promise<MadeLink> {
  authorize(actor, 'member.manage')
  return db.write('global', async (tx) => {
    const target = await findUser(tx, userId)
    if (!target || !(await findMember(tx, actor.workspaceId, userId)))
      throw new Problem('not_found', 'members.problem.noSuchMember')
    if (actor.kind === 'member') {
      const [asker, own, theirs] = [
        await findUser(tx, actor.userId),
        await listMemberships(tx, actor.userId),
        await listMemberships(tx, userId),
      ]
      const adminOf = own.filter(({ role }) => role === 'admin').map(({ workspaceId }) => workspaceId)
      const memberOf = theirs.map(({ workspaceId }) => workspaceId)
      const allowed = mayResetPassword(
        { adminOf, isOperator: asker?.isOperator ?? false },
        { memberOf, isOperator: target.isOperator },
      )
      if (!allowed) throw new Problem('forbidden', 'members.problem.resetReachesFurther')
    }
    return writePasswordLink(tx, target.id, actor.kind === 'member' ? actor.userId : null, now())
  })
}

/** For the operator's command line: nobody there has a session. */
export async function resetPasswordLink({ db, now }: OpenContext, email: string): Promise<MadeLink> {
  return db.write('global', async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user) throw new Problem('not_found', 'auth.problem.noSuchAccount', { email })
    return writePasswordLink(tx, user.id, null, now())
  })
}

/**
 * For the operator's command line: makes somebody administrator of one workspace, else of all, with a new account where there is
 * none, and a link that sets the password. The name is a stand-in until the link is followed.
 */
export async function createAdminLink(
  { db, now }: OpenContext,
  { email, workspace: slug, locale }: { email: string; workspace?: string | undefined; locale: Locale },
): Promise<MadeLink> {
  const at = now()
  return db.write('global', async (tx) => {
    const target = slug === undefined ? undefined : await findWorkspaceBySlug(tx, slug)
    if (slug !== undefined && !target) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
    const user = (await findUserByEmail(tx, email)) ?? (await newAdmin(tx, { email, locale, at }))
    if (!target) await updateUser(tx, user.id, { isOperator: true })
    const workspaces = target ? [target] : (await listWorkspaces(tx)).sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id } of workspaces) {
      const stamp = stampOf({ actor: { kind: 'system', workspaceId: id, job: 'command-line' }, now })
      const member = await findMember(tx, id, user.id)
      if (member) await updateMember(tx, stamp, member, 'admin')
      else await insertMember(tx, stamp, user.id, 'admin')
    }
    return writePasswordLink(tx, user.id, null, at)
  })
}

async function newAdmin(tx: Writer, { email, locale, at }: { email: string; locale: Locale; at: Date }): Promise<UserRecord> {
  return insertAccount(tx, { name: email.split('@')[0] ?? email, email, passwordHash: null, locale, createdAt: at })
}

/** A newer link makes the older ones worthless. */
async function writePasswordLink(tx: Writer, userId: string, createdBy: string | null, createdAt: Date): Promise<MadeLink> {
  const { token, secretHash } = newSecret()
  const expiresAt = new Date(createdAt.getTime() + passwordLinkLifetimeMs)
  await deletePasswordLinks(tx, userId)
  await insertLink(tx, {
    id: newId(),
    kind: 'password',
    secretHash,
    workspaceId: null,
    userId,
    email: null,
    role: null,
    createdBy,
    createdAt,
    expiresAt,
  })
  return { token, expiresAt }
}

/**
 * Follows such a link: sets the password, for a new account also the name, which was a stand-in, and the language; and ends
 * every session. Returns whom to sign in.
 */
export async function setPasswordByLink(
  { db, now }: OpenContext,
  { token, password, name, language }: PasswordByLink,
  hash: HashPassword,
): Promise<{ email: string }> {
  const link = await findOpenLink({ db, now }, 'password', token)
  const user = link?.userId ? await findUser(db.read, link.userId) : undefined
  if (!link || !user) throw linkGone()
  const isNew = user.passwordHash === null
  refuseWeakPassword(password, { email: user.email, name: isNew && name ? name : user.name })
  const passwordHash = await hash(password)
  await db.write('global', async (tx) => {
    if (!(await takeLink(tx, link.id, now()))) throw linkGone()
    const first = isNew ? { ...(name ? { name } : {}), ...(language ? { locale: language } : {}) } : {}
    await updateUser(tx, user.id, { passwordHash, ...first })
    await endSessions(tx, user.id)
    await deletePasswordLinks(tx, user.id)
  })
  return { email: user.email }
}
