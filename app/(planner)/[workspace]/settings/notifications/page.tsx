import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Choices } from '@/components/notifications/choices'
import { SettingsSection } from '@/components/settings/settings-frame'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('notifications.choices.title') }
}

export default async function NotificationSettingsPage({ params }: Props) {
  const [{ locale }, { workspace }] = await Promise.all([requestContext(), params])
  const text = translatorOf(locale)
  await orNotFound(queryClient().fetchQuery(trpc.notifications.choices.queryOptions({ workspace })))
  return (
    <Hydrate>
      <SettingsSection title={text('notifications.choices.title')} lead={text('notifications.choices.lead')}>
        <Choices />
      </SettingsSection>
    </Hydrate>
  )
}
