import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { contentNames, effectiveSort, pageSize, sortOfText } from '@/components/content/content-address'
import { filterOfAddress, filterText, parametersOf } from '@/components/filter/filter-address'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'
import { ContentView } from './content-view'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('table.title') }
}

export default async function ContentPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const parameters = parametersOf(await searchParams)
  const { filter } = filterOfAddress(parameters, contentNames)
  const sort = effectiveSort(
    sortOfText(parameters.get('sort')),
    filter.some(({ field }) => field === 'q'),
  )
  const first = { workspace, filter: filterText(filter), sort, limit: pageSize }
  await orNotFound(queryClient().fetchQuery(trpc.content.list.queryOptions(first)))
  return (
    <Hydrate>
      <ContentView />
    </Hydrate>
  )
}
