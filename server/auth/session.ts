import { decode } from 'next-auth/jwt'
import type { Database } from '@/db/database'
import { findAccount } from '@/server/domain/members/account.queries'
import type { Locale } from '@/server/domain/wire.schema'
import { type HeaderCarrier, isOverHttps, sessionCookieName } from './session-cookie'

interface Carrier extends HeaderCarrier {
  cookie(name: string): string | undefined
}

export interface SessionUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/**
 * Who is asking; null for strangers, for expired sessions, and for those ended since by a changed password or by signing out
 * everywhere: the token's version is compared with the user's at every request.
 */
export async function findSessionUser(db: Database, carrier: Carrier): Promise<SessionUser | null> {
  const token = carrier.cookie(sessionCookieName(isOverHttps(carrier)))
  if (!token) return null
  const claims = await readClaims(token)
  if (!claims) return null
  const user = await findAccount(db, claims.userId)
  if (!user || user.sessionVersion !== claims.version) return null
  return { id: user.id, name: user.name, email: user.email, locale: user.locale }
}

async function readClaims(token: string): Promise<{ userId: string; version: number } | null> {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set: the start reads or makes it')
  try {
    const claims = await decode({ token, secret })
    return claims?.sub && typeof claims.version === 'number' ? { userId: claims.sub, version: claims.version } : null
  } catch {
    // Tampered with, encrypted with another secret, or expired: a stranger.
    return null
  }
}
