import type { ChatPost } from '@/server/domain/hooks/hook-post.commands'
import type { Post } from '@/server/domain/notifications/mailing.commands'
import { env } from '@/server/env'
import { postJson } from './chat'
import { type Transport, transportOf } from './transport'

let transport: Transport | undefined

/** Whether this installation sends mail. */
export const canMail = (): boolean => env().MAIL_FROM !== undefined

/** Whether messages may go into one's own network. */
export const allowsPrivateHooks = (): boolean => env().HOOKS_ALLOW_PRIVATE

/** The address people use; the start puts it here when none is set. */
function publicAddress(): string {
  const { PUBLIC_URL, HOST, PORT } = env()
  return (PUBLIC_URL ?? process.env.NEXTAUTH_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, '')
}

/** What links in mails are signed with: that of the sessions. */
export function signingSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: the start reads or makes it')
  return secret
}

/** Undefined when no mail server is set. */
export function postOffice(): Post | undefined {
  const address = publicAddress()
  transport ??= transportOf(env(), new URL(address).hostname)
  return transport && { send: transport.send, address, secret: signingSecret() }
}

export function chatPost(): ChatPost {
  return { post: (url, message) => postJson(url, message, { allowsPrivate: allowsPrivateHooks() }), address: publicAddress() }
}
