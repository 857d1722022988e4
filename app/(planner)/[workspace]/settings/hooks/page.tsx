import type { Metadata } from 'next'
import { mayHere, orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Hooks } from '@/components/notifications/hooks'
import { NoRights } from '@/components/settings/no-rights'
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
  const [{ locale }, { workspace }] = await Promise.all([requestContext(), params])
  const text = translatorOf(locale)
  const queries = queryClient()
  if (!(await mayHere(workspace, 'hook.manage'))) {
    await orNotFound(queries.fetchQuery(trpc.members.list.queryOptions({ workspace })))
    return (
      <Hydrate>
        <NoRights section="hooks" ability="hook.manage" />
      </Hydrate>
    )
  }
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
