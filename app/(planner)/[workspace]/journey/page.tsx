import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { JourneyMap } from '@/components/journey/journey-map'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('journey.title') }
}

export default async function JourneyPage({ params }: Props) {
  const { workspace } = await params
  await orNotFound(queryClient().fetchQuery(trpc.journey.map.queryOptions({ workspace })))
  return (
    <Hydrate>
      <JourneyMap />
    </Hydrate>
  )
}
