import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/server/env'
import { policyOfPage, securityHeaders } from '@/server/http/security-headers'

/** Gives every page a policy with a nonce of its own; the framework puts the nonce on the scripts it writes. Decides nothing about access. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const { NODE_ENV, PUBLIC_URL } = env()
  const policy = policyOfPage(nonce, NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Pages do not know their own address; who must sign in first comes back to it.
  headers.set('x-address', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  const isHttps = PUBLIC_URL?.startsWith('https:') === true || request.nextUrl.protocol === 'https:'
  for (const [name, value] of Object.entries(securityHeaders(isHttps))) response.headers.set(name, value)
  // What stands behind a secret address is nobody's to index, to keep, or to tell others of.
  if (request.nextUrl.pathname.startsWith('/review/')) {
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('x-robots-tag', 'noindex, nofollow')
    response.headers.set('cache-control', 'private, no-store')
  }
  return response
}

export const config = { matcher: ['/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)'] }
