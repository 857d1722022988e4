import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { notFilter, readAddress } from '@/components/coverage/coverage-address'
import { filterOfAddress, filterText, parametersOf } from '@/components/filter/filter-address'
import { gapListInput } from '@/server/domain/gaps/gap-list.schema'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'
import { CoverageScreen } from './coverage-screen'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('coverage.title') }
}

export default async function CoveragePage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams])
  const parameters = parametersOf(search)
  const { filter } = filterOfAddress(parameters, notFilter)
  const { question, cell } = readAddress((name) => parameters.get(name), filterText(filter))
  const queries = queryClient()
  const gaps = (phase: string[], limit: number) =>
    queries.prefetchQuery(trpc.gaps.list.queryOptions({ workspace, ...gapListInput.parse({ phase, limit }) }))
  const [picture] = await Promise.all([
    orNotFound(queries.fetchQuery(trpc.coverage.grid.queryOptions({ workspace, ...question }))),
    queries.prefetchQuery(trpc.gaps.counts.queryOptions({ workspace })),
    gaps([], 4),
    cell ? queries.prefetchQuery(trpc.coverage.cell.queryOptions({ workspace, ...question, ...cell })) : null,
  ])
  if (picture.weakest) await gaps([picture.weakest.phase], 1)
  return (
    <Hydrate>
      <CoverageScreen />
    </Hydrate>
  )
}
