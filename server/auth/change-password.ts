import { changePassword } from '@/server/domain/members/account.commands'
import type { AccountContext } from '@/server/domain/members/account-context'
import { admitTry, trySucceeded } from './attempts'
import { hashPassword, verifyPassword } from './password'

interface Asker extends AccountContext {
  readonly address: string
}

/** Counts like signing in: a session left open must not be a place to guess the password. */
export async function changeOwnPassword(context: Asker, change: { current: string; next: string }): Promise<void> {
  const tried = { account: `change:${context.user.id}`, address: context.address }
  await admitTry(context, tried)
  await changePassword(context, change, { hash: hashPassword, verify: verifyPassword })
  await trySucceeded(context, tried)
}
