import { createHash } from 'node:crypto'
import type { Database } from '@/db/database'
import { deleteSignInTries, findSignInTries, saveSignInTries, sweepSignInTries } from '@/db/stores/sign-in-tries'
import { Problem } from '@/server/domain/errors'
import { countTry, networkOf, secondsLeft, triesAllowed } from './attempts.rules'

interface World {
  readonly db: Database
  readonly now: () => Date
}

interface Try {
  readonly account: string
  readonly address: string
}

/** Counting and refusing are one step, so many tries at once, in however many processes, get no further than many in a row. */
const scope = 'sign-in'

/** Throws `limit_reached` with the time to wait, before any password is looked at. A refused try counts nowhere else. */
export async function admitTry({ db, now }: World, tried: Try): Promise<void> {
  const counted = countedOf(tried)
  const seconds = await db.write(scope, async (tx) => {
    const at = now()
    await sweepSignInTries(tx, at)
    const known = await findSignInTries(
      tx,
      counted.map(({ key }) => key),
    )
    const waiting = Math.max(...counted.map(({ key }) => secondsLeft(known.get(key), at)))
    if (waiting > 0) return waiting
    const rows = counted.map(({ key, allowed }) => countTry(known.get(key), key, allowed, at))
    const refusing = rows.filter(({ pausedUntil }) => pausedUntil !== null)
    for (const row of refusing.length > 0 ? refusing : rows) await saveSignInTries(tx, row)
    return Math.max(0, ...refusing.map((row) => secondsLeft(row, at)))
  })
  if (seconds > 0) throw new Problem('limit_reached', 'auth.problem.tooManyTries', { minutes: Math.ceil(seconds / 60), seconds })
}

/**
 * Account and address together start afresh. Each by itself loses only this one try: else one own account would open an address for
 * guessing others, and its owner's signing in an account for those who guess it elsewhere.
 */
export async function trySucceeded({ db }: Pick<World, 'db'>, tried: Try): Promise<void> {
  const [pair, ...others] = countedOf(tried)
  if (!pair) return
  await db.write(scope, async (tx) => {
    await deleteSignInTries(tx, [pair.key])
    const known = await findSignInTries(
      tx,
      others.map(({ key }) => key),
    )
    for (const row of known.values()) if (row.tries > 0) await saveSignInTries(tx, { ...row, tries: row.tries - 1 })
  })
}

/** Hashed: whatever was typed as an e-mail is nobody's to read, and no key is longer than another. */
function countedOf({ account, address }: Try): { key: string; allowed: number }[] {
  const network = networkOf(address)
  const key = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return [
    { key: key('pair', account, network), allowed: triesAllowed.pair },
    { key: key('account', account), allowed: triesAllowed.account },
    { key: key('address', network), allowed: triesAllowed.address },
  ]
}
