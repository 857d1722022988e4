import { orNotFound } from '@/app/_glue/page-problem'
import { queryClient, trpc } from '@/app/_glue/rsc'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'

/** What the list of a dimension shows beside the vocabulary: how often each term is used, and who the members are. */
export async function prefetchTerms({ workspace }: { workspace: string }, dimension: Dimension): Promise<void> {
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.vocabulary.use.queryOptions({ workspace, dimension }))),
    orNotFound(queries.fetchQuery(trpc.members.list.queryOptions({ workspace }))),
  ])
}
