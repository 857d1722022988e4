import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { boardNames, cardsAtOnce, layoutOf } from '@/components/board/board-address'
import { filterOfAddress, filterText, parametersOf } from '@/components/filter/filter-address'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'
import { BoardView } from './board-view'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('board.title') }
}

export default async function BoardPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const parameters = parametersOf(await searchParams)
  const { filter } = filterOfAddress(parameters, boardNames)
  const layout = layoutOf(parameters.get('columns'), parameters.get('lanes'))
  const first = { workspace, filter: filterText(filter), ...layout, limit: cardsAtOnce(layout) }
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.board.get.queryOptions(first))),
    queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })),
  ])
  return (
    <Hydrate>
      <BoardView />
    </Hydrate>
  )
}
