import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { NewBrief } from '@/components/briefs/new-brief'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ phase?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('briefs.new.title') }
}

export default async function NewBriefPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const { phase } = await searchParams
  await orNotFound(queryClient().fetchQuery(trpc.briefs.questions.queryOptions({ workspace })))
  if (typeof phase === 'string') await queryClient().prefetchQuery(trpc.briefs.purposesServed.queryOptions({ workspace, phase }))
  return (
    <Hydrate>
      <NewBrief />
    </Hydrate>
  )
}
