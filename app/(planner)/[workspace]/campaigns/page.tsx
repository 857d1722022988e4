import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Campaigns } from '@/components/campaigns/campaigns'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('campaigns.title') }
}

export default async function CampaignsPage({ params }: Props) {
  const { workspace } = await params
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.campaigns.list.queryOptions({ workspace }))),
    queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })),
  ])
  return (
    <Hydrate>
      <Campaigns />
    </Hydrate>
  )
}
