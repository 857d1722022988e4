import type { Database, Writer } from '@/db/database'
import { isUniqueViolation } from '@/db/errors'
import { newId } from '@/db/kit'
import { insertMember } from '@/db/stores/members'
import { claimOnce, endSessions, findUser, hasUsers, insertUser, type UserRecord, updateUser } from '@/db/stores/users'
import { listWorkspaces } from '@/db/stores/workspaces'
import { Problem } from '@/server/domain/errors'
import {
  largestPreferences,
  type NewAccount,
  type PreferenceChange,
  type SetUpWish,
} from '@/server/domain/members/account.schema'
import type { AccountContext, OpenContext } from '@/server/domain/members/account-context'
import { complaintAbout } from '@/server/domain/members/password.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { prepareWorkspace, writeWorkspace } from '@/server/domain/workspaces/workspace-rows.commands'

/** Slow on purpose, so it happens before the write. Given from outside: the domain knows no algorithm. */
export type HashPassword = (password: string) => Promise<string>
export type VerifyPassword = (hash: string | null, password: string) => Promise<boolean>

/**
 * The first visit: account, workspace and membership in one go, and the account becomes administrator of every workspace made
 * on the command line before. Only the first of several browsers succeeds.
 */
export async function setUp(
  { db, now }: OpenContext,
  { account, language, workspace }: SetUpWish,
  hash: HashPassword,
): Promise<{ slug: string }> {
  if (await hasUsers(db.read)) throw alreadySetUp()
  const at = now()
  const userId = newId()
  const prepared = prepareWorkspace(workspace, { actor: `user:${userId}`, userId, at })
  const passwordHash = await hash(account.password)
  return db.write('global', async (tx) => {
    if ((await hasUsers(tx)) || !(await claimOnce(tx, 'first-account', at.toISOString()))) throw alreadySetUp()
    await insertAccount(tx, {
      ...withoutPassword(account),
      id: userId,
      passwordHash,
      locale: language,
      isOperator: true,
      createdAt: at,
    })
    const earlier = await listWorkspaces(tx)
    const made = await writeWorkspace(tx, db.search, prepared)
    // Always in the same order, so that no two writes can wait for each other.
    for (const { id } of [made, ...earlier].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const stamp = id === made.id ? prepared.stamp : { ...prepared.stamp, workspaceId: id, changeSet: newId() }
      await insertMember(tx, stamp, userId, 'admin')
    }
    return { slug: made.slug }
  })
}

const alreadySetUp = (): Problem => new Problem('conflict', 'start.problem.alreadySetUp')

export const withoutPassword = ({ name, email }: NewAccount) => ({ name, email })

interface AccountRow extends Omit<NewAccount, 'password'> {
  id?: string
  passwordHash: string | null
  locale: Locale
  isOperator?: boolean
  createdAt: Date
}

/** Says in words when the address belongs to somebody already. */
export async function insertAccount(tx: Writer, { id = newId(), ...row }: AccountRow): Promise<UserRecord> {
  try {
    return await insertUser(tx, { id, ...row })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem('conflict', 'auth.problem.emailTaken')
    throw error
  }
}

/** Name and language. */
export async function editAccount({ db, user }: AccountContext, edit: { name?: string; locale?: Locale }): Promise<void> {
  await db.write('global', async (tx) => {
    await updateUser(tx, user.id, edit)
  })
}

/** Ends every session, this one too: whoever changed it signs in again with the new one. */
export async function changePassword(
  { db, user }: AccountContext,
  { current, next }: { current: string; next: string },
  { hash, verify }: { hash: HashPassword; verify: VerifyPassword },
): Promise<void> {
  const account = await ownAccount(db, user.id)
  if (!(await verify(account.passwordHash, current)))
    throw new Problem('invalid', 'auth.problem.wrongPassword', { field: 'current' })
  refuseWeakPassword(next, account)
  const passwordHash = await hash(next)
  await db.write('global', async (tx) => {
    const now = await findUser(tx, user.id)
    // Somebody who knew the old password was faster: what was checked above no longer holds.
    if (now?.passwordHash !== account.passwordHash)
      throw new Problem('conflict', 'auth.problem.wrongPassword', { field: 'current' })
    await updateUser(tx, user.id, { passwordHash })
    await endSessions(tx, user.id)
  })
}

export function refuseWeakPassword(password: string, person: { name: string; email: string }): void {
  const complaint = complaintAbout(password, person)
  if (complaint) throw new Problem('invalid', `auth.password.complaint.${complaint}`, { field: 'password' })
}

export async function signOutEverywhere({ db, user }: AccountContext): Promise<void> {
  await db.write('global', (tx) => endSessions(tx, user.id))
}

/** Remembers or, with null, forgets one preference. Returns all of them. */
export async function setPreference(
  { db, user }: AccountContext,
  { key, value }: PreferenceChange,
): Promise<Record<string, unknown>> {
  return db.write('global', async (tx) => {
    const account = await findUser(tx, user.id)
    if (!account) throw new Problem('unauthenticated', 'access.problem.signInFirst')
    const { [key]: _before, ...others } = account.preferences
    const preferences = value === null ? others : { ...others, [key]: value }
    if (JSON.stringify(preferences).length > largestPreferences)
      throw new Problem('limit_reached', 'profile.problem.preferencesFull')
    await updateUser(tx, user.id, { preferences })
    return preferences
  })
}

async function ownAccount(db: Database, id: string): Promise<UserRecord> {
  const account = await findUser(db.read, id)
  if (!account) throw new Problem('unauthenticated', 'access.problem.signInFirst')
  return account
}
