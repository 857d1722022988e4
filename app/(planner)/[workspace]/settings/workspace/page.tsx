import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { WorkspaceSettings } from '@/components/settings/workspace-settings'
import { contentLanguages, countries, timeZones } from '@/server/domain/workspaces/places.rules'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('workspace.settings.title') }
}

export default async function WorkspaceSettingsPage({ params }: Props) {
  const [{ locale, membership }, { workspace }] = await Promise.all([requestContext(), params])
  await orNotFound(queryClient().fetchQuery(trpc.workspaces.get.queryOptions({ workspace })))
  const role = (await membership(workspace))?.role
  const places = { countries: countries(locale), timeZones: timeZones(), languages: contentLanguages(locale) }
  return (
    <Hydrate>
      <WorkspaceSettings workspace={workspace} places={places} mayManage={role === 'admin'} />
    </Hydrate>
  )
}
