import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { NewBrief } from '@/components/briefs/new-brief'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('briefs.new.title') }
}

export default async function NewBriefPage({ params }: Props) {
  const { workspace } = await params
  await orNotFound(queryClient().fetchQuery(trpc.briefs.questions.queryOptions({ workspace })))
  return (
    <Hydrate>
      <NewBrief />
    </Hydrate>
  )
}
