import type { Database } from '@/db/database'
import { listMemberships } from '@/db/stores/members'
import { findUser, findUserByEmail, hasUsers, type UserRecord } from '@/db/stores/users'
import { Problem } from '@/server/domain/errors'
import type { Account } from '@/server/domain/members/account.schema'

/** The doors ask these before they know who is acting, or about the one who asks: there is no role to check. */

/** Undefined when there is no such account any more. */
export async function findAccount(db: Database, id: string): Promise<UserRecord | undefined> {
  return findUser(db.read, id)
}

export async function findAccountByEmail(db: Database, email: string): Promise<UserRecord | undefined> {
  return findUserByEmail(db.read, email)
}

/** Whether the first visit has taken place. */
export async function isSetUp(db: Database): Promise<boolean> {
  return hasUsers(db.read)
}

/** The one who asks, about themselves. */
export async function getAccount({ db, user }: { db: Database; user: { id: string } }): Promise<Account> {
  const row = await findUser(db.read, user.id)
  if (!row) throw new Problem('unauthenticated', 'access.problem.signInFirst')
  const { id, name, email, locale } = row
  return { id, name, email, locale, mayCreateWorkspace: await mayCreateWorkspace(db, row) }
}

/** The operator, and whoever is administrator somewhere. */
export async function mayCreateWorkspace(db: Database, user: Pick<UserRecord, 'id' | 'isOperator'>): Promise<boolean> {
  return user.isOperator || (await listMemberships(db.read, user.id)).some(({ role }) => role === 'admin')
}

export async function getPreferences({ db, user }: { db: Database; user: { id: string } }): Promise<Record<string, unknown>> {
  return (await findUser(db.read, user.id))?.preferences ?? {}
}
