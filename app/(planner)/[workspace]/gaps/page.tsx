import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { questionOf, readGapsAddress } from '@/components/gaps/gaps-address'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'
import { GapsScreen } from './gaps-screen'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('gaps.title') }
}

export default async function GapsPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams])
  const address = readGapsAddress((name) => {
    const value = search[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  })
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.gaps.list.queryOptions({ workspace, ...questionOf(address) }))),
    queries.prefetchQuery(trpc.gaps.counts.queryOptions({ workspace })),
    queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })),
    address.gap === null ? null : queries.prefetchQuery(trpc.gaps.get.queryOptions({ workspace, id: address.gap })),
  ])
  return (
    <Hydrate>
      <GapsScreen />
    </Hydrate>
  )
}
