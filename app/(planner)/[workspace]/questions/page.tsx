import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Questions } from '@/components/briefs/questions'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('briefs.questions.title') }
}

export default async function QuestionsPage({ params }: Props) {
  const { workspace } = await params
  await orNotFound(queryClient().fetchQuery(trpc.briefs.questions.queryOptions({ workspace })))
  return (
    <Hydrate>
      <Questions />
    </Hydrate>
  )
}
