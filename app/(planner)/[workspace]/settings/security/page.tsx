import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { queryClient, trpc } from '@/app/_glue/rsc'
import { Security } from '@/components/auth/security'
import { SettingsSection } from '@/components/settings/settings-frame'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('profile.security.title') }
}

export default async function SecurityPage() {
  const { locale } = await requestContext()
  const text = translatorOf(locale)
  const { email, name } = await orNotFound(queryClient().fetchQuery(trpc.account.me.queryOptions()))
  return (
    <SettingsSection title={text('profile.security.title')} lead={text('profile.security.lead')}>
      <Security email={email} name={name} />
    </SettingsSection>
  )
}
