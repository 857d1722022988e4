import type { Database } from '@/db/database'
import type { VerifyPassword } from '@/server/domain/members/account.commands'
import { findAccountByEmail } from '@/server/domain/members/account.queries'
import { admitTry, trySucceeded } from './attempts'

interface SignInWorld {
  readonly db: Database
  readonly now: () => Date
  readonly verify: VerifyPassword
}

/**
 * Null for a wrong address and for a wrong password alike, after the same work. Throws `limit_reached` when there were too many
 * tries, whether the account exists or not.
 */
export async function checkSignIn(
  { db, now, verify }: SignInWorld,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<{ id: string; version: number } | null> {
  const account = email.trim().toLowerCase().slice(0, 254)
  await admitTry({ db, now }, { account, address })
  const user = await findAccountByEmail(db, account)
  const matches = await verify(user?.passwordHash ?? null, password)
  if (!user || !matches) return null
  await trySucceeded({ db }, { account, address })
  return { id: user.id, version: user.sessionVersion }
}
