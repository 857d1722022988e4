import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Hooks } from '@/components/notifications/hooks'
import { SettingsSection } from '@/components/settings/settings-frame'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('hooks.title') }
}

export default async function HooksPage({ params }: Props) {
  const [{ locale, membership }, { workspace }] = await Promise.all([requestContext(), params])
  if ((await membership(workspace))?.role !== 'admin') notFound()
  const text = translatorOf(locale)
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.hooks.list.queryOptions({ workspace }))),
    queries.prefetchQuery(trpc.hooks.mail.queryOptions({ workspace })),
  ])
  return (
    <Hydrate>
      <SettingsSection title={text('hooks.title')} lead={text('hooks.lead')}>
        <Hooks />
      </SettingsSection>
    </Hydrate>
  )
}
