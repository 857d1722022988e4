import { inArray, lte } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { signInTries } from '../schema'

export type SignInTries = typeof signInTries.$inferSelect

export async function findSignInTries(read: Reader, keys: readonly string[]): Promise<Map<string, SignInTries>> {
  const rows = await read
    .select()
    .from(signInTries)
    .where(inArray(signInTries.key, [...keys]))
  return new Map(rows.map((row) => [row.key, row]))
}

export async function saveSignInTries(tx: Writer, row: SignInTries): Promise<void> {
  await tx.insert(signInTries).values(row).onConflictDoUpdate({ target: signInTries.key, set: row })
}

export async function deleteSignInTries(tx: Writer, keys: readonly string[]): Promise<void> {
  await tx.delete(signInTries).where(inArray(signInTries.key, [...keys]))
}

/** Swept whenever somebody tries, so the table holds no more than the last day. */
export async function sweepSignInTries(tx: Writer, now: Date): Promise<void> {
  await tx.delete(signInTries).where(lte(signInTries.expiresAt, now))
}
