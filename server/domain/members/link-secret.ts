import { createHash, randomBytes } from 'node:crypto'

/** What stands in a single-use link, and the only form in which it is kept. */
export function newSecret(): { token: string; secretHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, secretHash: hashOfSecret(token) }
}

/** A plain hash is enough: nobody guesses 32 random bytes. */
export const hashOfSecret = (token: string): string => createHash('sha256').update(token).digest('hex')
