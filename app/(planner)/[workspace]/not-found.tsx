import type { Metadata } from 'next'
import { NotFound } from '@/components/shell/not-found'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('shell.notFound.title') }
}

export default function NotFoundRoute() {
  return <NotFound />
}
