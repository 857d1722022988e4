import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { itemsFilter, itemsQuestion } from '@/components/campaigns/items-question'
import { PlanMenu } from '@/components/outlets/plan-menu'
import { termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import { requestContext } from '@/server/trpc/request-context'
import { CampaignScreen } from './campaign-screen'

interface Props {
  params: Promise<{ workspace: string; key: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ workspace, key }, { locale }] = await Promise.all([params, requestContext()])
  const vocabulary = await orNotFound(queryClient().fetchQuery(trpc.vocabulary.get.queryOptions({ workspace })))
  const campaign = termByKey(vocabulary, 'campaign', key)
  return { title: campaign ? termName(campaign, locale) : key }
}

export default async function CampaignRoute({ params }: Props) {
  const { workspace, key } = await params
  const queries = queryClient()
  const vocabulary = await orNotFound(queries.fetchQuery(trpc.vocabulary.get.queryOptions({ workspace })))
  if (!termByKey(vocabulary, 'campaign', key)) notFound()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.campaigns.get.queryOptions({ workspace, key }))),
    queries.prefetchQuery(trpc.campaigns.effect.queryOptions({ workspace, key, mode: 'planned' })),
    queries.prefetchQuery(trpc.campaigns.gaps.queryOptions({ workspace, key })),
    queries.prefetchQuery(trpc.content.list.queryOptions({ workspace, ...itemsQuestion(key) })),
    queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })),
    queries.prefetchQuery(trpc.tasks.list.queryOptions({ workspace, about: { subject: 'campaign', subjectId: key } })),
    queries.prefetchQuery(trpc.comments.list.queryOptions({ workspace, about: { subject: 'campaign', subjectId: key } })),
  ])
  return (
    <Hydrate>
      <CampaignScreen campaign={key} share={<PlanMenu screen="campaign" campaign={key} filter={itemsFilter(key)} />} />
    </Hydrate>
  )
}
