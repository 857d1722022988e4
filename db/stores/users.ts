import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { installation, users } from '../schema'

export type UserRecord = typeof users.$inferSelect
export type UserChange = Partial<Pick<UserRecord, 'name' | 'locale' | 'passwordHash' | 'preferences' | 'isOperator'>>

/** How addresses are stored and compared. */
const folded = (email: string): string => email.trim().toLowerCase()

export async function findUser(read: Reader, id: string): Promise<UserRecord | undefined> {
  const [row] = await read.select().from(users).where(eq(users.id, id))
  return row
}

export async function findUserByEmail(read: Reader, email: string): Promise<UserRecord | undefined> {
  const [row] = await read
    .select()
    .from(users)
    .where(eq(users.email, folded(email)))
  return row
}

/** Names of people, deleted ones absent. */
export async function listUserNames(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether the first account has been made. */
export async function hasUsers(read: Reader): Promise<boolean> {
  const rows = await read.select({ id: users.id }).from(users).orderBy(asc(users.id)).limit(1)
  return rows.length > 0
}

/** Fails with a unique violation when the address is taken. Users belong to no workspace, so the change log knows nothing of them. */
export async function insertUser(
  tx: Writer,
  row: Omit<UserRecord, 'sessionVersion' | 'preferences' | 'isOperator'> & Partial<Pick<UserRecord, 'isOperator'>>,
): Promise<UserRecord> {
  const [saved] = await tx
    .insert(users)
    .values({ ...row, email: folded(row.email), preferences: {} })
    .returning()
  if (!saved) throw new Error('the user was not inserted')
  return saved
}

/** Returns undefined when there is no such user. */
export async function updateUser(tx: Writer, id: string, change: UserChange): Promise<UserRecord | undefined> {
  const [saved] = await tx.update(users).set(change).where(eq(users.id, id)).returning()
  return saved
}

/** Ends every session of the user: tokens carry the version they were made with. */
export async function endSessions(tx: Writer, id: string): Promise<void> {
  await tx
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, id))
}

/** Claims what may be true only once for the installation. False when somebody was first; of two racing writes one waits for the other. */
export async function claimOnce(tx: Writer, key: string, value: string): Promise<boolean> {
  const rows = await tx.insert(installation).values({ key, value }).onConflictDoNothing().returning()
  return rows.length > 0
}
