import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/auth/sign-in-form'
import { isOverHttps, sessionCookieName } from '@/server/auth/session-cookie'
import { localTarget } from '@/server/auth/sign-in-address'
import { isSetUp } from '@/server/domain/members/account.queries'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('auth.signIn.title') }
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ db, user }, { to }, head, jar] = await Promise.all([requestContext(), searchParams, headers(), cookies()])
  const target = localTarget(typeof to === 'string' ? to : null)
  if (user) redirect(target)
  if (!(await isSetUp(db))) redirect('/welcome')
  // Whoever still brings a cookie was signed in until the session ended.
  const wasSignedIn = jar.has(sessionCookieName(isOverHttps({ header: (name) => head.get(name) })))
  return <SignInForm target={target} wasSignedIn={wasSignedIn} />
}
