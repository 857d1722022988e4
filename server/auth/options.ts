import type { NextAuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import credentials from 'next-auth/providers/credentials'
import { database } from '@/db/instance'
import { isProblem } from '@/server/domain/errors'
import { findAccount } from '@/server/domain/members/account.queries'
import { log } from '@/server/log'
import { verifyPassword } from './password'
import { sessionCookieName, sessionSeconds } from './session-cookie'
import { checkSignIn } from './sign-in'

/**
 * next-auth keeps the session cookie: it makes it after a right password, renews it when `/api/auth/session` is asked, and deletes
 * it. Who is signed in is decided by `session.ts`, at every request.
 */
export function authOptions(overHttps: boolean): NextAuthOptions {
  return {
    providers: [signInWithPassword],
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    secret: process.env.NEXTAUTH_SECRET,
    useSecureCookies: overHttps,
    cookies: {
      sessionToken: {
        name: sessionCookieName(overHttps),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: overHttps },
      },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    callbacks: {
      jwt: ({ token, user }) => (user ? newClaims(user) : renewedClaims(token)),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger,
  }
}

const signInWithPassword = credentials({
  credentials: { email: {}, password: {} },
  async authorize(typed, request) {
    const { email, password } = typed ?? {}
    if (!email || !password || password.length > 1000) return null
    const forwarded: unknown = request.headers?.['x-forwarded-for']
    const address = (typeof forwarded === 'string' && forwarded.split(',')[0]?.trim()) || 'unknown'
    try {
      return await checkSignIn({ db: database(), now: () => new Date(), verify: verifyPassword }, { email, password, address })
    } catch (error) {
      // next-auth hands the message on to the browser, so it carries the time to wait and nothing else.
      if (isProblem(error) && error.code === 'limit_reached') throw new Error(`wait:${error.details.seconds}`)
      log().error({ err: error }, 'signing in failed')
      throw new Error('internal')
    }
  },
})

function newClaims(user: { id: string; version?: unknown }): JWT {
  return { sub: user.id, version: user.version }
}

/** Throws for a session that has been ended, upon which next-auth deletes the cookie. */
async function renewedClaims(token: JWT): Promise<JWT> {
  const user = token.sub ? await findAccount(database(), token.sub) : undefined
  if (!user || user.sessionVersion !== token.version) throw new Error('the session has been ended')
  return { sub: token.sub, version: token.version }
}

const logger: NextAuthOptions['logger'] = {
  // Also told for every expired or ended session, which is no fault.
  error: (code, details) => log()[code === 'JWT_SESSION_ERROR' ? 'debug' : 'error']({ code, details }, 'next-auth'),
  warn: (code) => log().debug({ code }, 'next-auth'),
  debug: () => undefined,
}
