import type { Metadata } from 'next'
import { CalmPage } from '@/components/auth/calm-page'
import { LinkButton } from '@/components/ui/link-button'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('auth.notFound.title') }
}

export default async function NotFound() {
  const { locale } = await requestContext()
  const text = translatorOf(locale)
  return (
    <CalmPage title={text('auth.notFound.title')} lead={text('auth.notFound.lead')}>
      <LinkButton href="/" variant="primary">
        {text('auth.notFound.action')}
      </LinkButton>
    </CalmPage>
  )
}
