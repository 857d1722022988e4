import type { NextRequest } from 'next/server'
import { database } from '@/db/instance'
import { turnMailOff } from '@/server/domain/notifications/notification.commands'
import { env } from '@/server/env'
import { refusalOf } from '@/server/http/guard'
import { signingSecret } from '@/server/mail/post-office'

interface Where {
  params: Promise<{ token: string }>
}

const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
const oneClick = /List-Unsubscribe=One-Click/i

/**
 * Turns somebody's mail off by the secret in the address alone: asked by the page behind the link, and by mail programs with one
 * request (RFC 8058).
 */
export async function answerUnsubscribe(request: NextRequest, { params }: Where): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const refusal = refusalOf({ method: request.method, path: request.nextUrl.pathname, header }, env().PUBLIC_URL)
  if (refusal) return new Response(null, { status: refusal.status, headers })
  const { token } = await params
  const isOneClick = oneClick.test(await request.text())
  const off = await turnMailOff({ db: database(), now: () => new Date() }, token, signingSecret())
  if (isOneClick) return new Response(null, { status: off ? 200 : 404, headers })
  return new Response(null, { status: 303, headers: { ...headers, location: `/unsubscribe/${encodeURIComponent(token)}` } })
}

/** Looking at it changes nothing. */
export async function showUnsubscribe(_request: NextRequest, { params }: Where): Promise<Response> {
  const { token } = await params
  return new Response(null, { status: 303, headers: { ...headers, location: `/unsubscribe/${encodeURIComponent(token)}` } })
}
