import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JoinSignedIn } from '@/components/auth/join-signed-in'
import { JoinWithNewAccount } from '@/components/auth/join-with-new-account'
import { findInvitation } from '@/server/domain/members/link.queries'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('auth.invite.title'), referrer: 'no-referrer' }
}

export default async function InvitePage({ params }: Props) {
  const [context, { token }] = await Promise.all([requestContext(), params])
  const invitation = await findInvitation(context, token)
  if (!invitation) notFound()
  if (context.user) return <JoinSignedIn token={token} invitation={invitation} user={context.user} />
  return <JoinWithNewAccount token={token} invitation={invitation} />
}
