import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SetPassword } from '@/components/auth/set-password'
import { findPasswordReset } from '@/server/domain/members/link.queries'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('auth.reset.title'), referrer: 'no-referrer' }
}

export default async function ResetPage({ params }: Props) {
  const [context, { token }] = await Promise.all([requestContext(), params])
  const reset = await findPasswordReset(context, token)
  if (!reset) notFound()
  return <SetPassword token={token} {...reset} />
}
