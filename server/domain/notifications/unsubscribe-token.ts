import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whose mail from which workspace a link turns off. */
export interface Unsubscription {
  readonly workspaceId: string
  readonly userId: string
}

const signed = ({ workspaceId, userId }: Unsubscription, secret: string): Buffer =>
  createHmac('sha256', secret).update(`unsubscribe\n${workspaceId}\n${userId}`).digest()

/** Stands in mails. It says whose it is, holds for ever, and allows one thing only: turning that person's mail off. */
export const unsubscribeToken = (of: Unsubscription, secret: string): string =>
  [of.workspaceId, of.userId, signed(of, secret).toString('base64url')].join('.')

/** Undefined for anything that was not made with this secret. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscription | undefined {
  const found = /^([0-9a-z-]{1,64})\.([0-9a-z-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token)
  if (!found) return undefined
  const of = { workspaceId: found[1] ?? '', userId: found[2] ?? '' }
  const given = Buffer.from(found[3] ?? '', 'base64url')
  const wanted = signed(of, secret)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? of : undefined
}
