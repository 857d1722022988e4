import type { Metadata } from 'next'
import { LinkGone } from '@/components/auth/link-gone'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('auth.gone.title'), referrer: 'no-referrer' }
}

export default function InviteNotFound() {
  return <LinkGone kind="invite" />
}
