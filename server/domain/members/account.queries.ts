import type { Database } from '@/db/database'
import { findUser, findUserByEmail, hasUsers, type UserRecord } from '@/db/stores/users'

/** The doors ask these before they know who is acting, so there is nobody to authorize yet. */

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
