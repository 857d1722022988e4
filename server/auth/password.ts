import { hash, verify } from '@node-rs/argon2'

/** argon2id (the package's own choice) with what OWASP asks for at least: about 20 ms and 19 MiB each. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Stands in where there is no account or no password, so that a wrong address takes the same work as a wrong password. Made once
 * from random bytes with the cost above; a test compares the two.
 */
export const standInHash = '$argon2id$v=19$m=19456,t=2,p=1$lV3bTmKOoJgLgYp9QdFNBQ$4Ou1wdrRAQgFfCDP6nth18qqYNFkKzayFI0w1OsAyEY'

/** The same letters may be typed as different characters on different machines. */
const normalised = (password: string): string => password.normalize('NFC')

export async function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost)
}

/** Without a hash the same work is done, and the answer is no. */
export async function verifyPassword(known: string | null, password: string): Promise<boolean> {
  const matches = await verify(known ?? standInHash, normalised(password))
  return known !== null && matches
}
