import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { can } from '@/server/domain/access/access.rules'
import { requestContext } from '@/server/trpc/request-context'
import { ItemScreen } from './item-screen'

interface Props {
  params: Promise<{ workspace: string; id: string }>
}

const itemOf = ({ workspace, id }: { workspace: string; id: string }) =>
  orNotFound(queryClient().fetchQuery(trpc.content.get.queryOptions({ workspace, id })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const item = await itemOf(await params)
  return { title: item.title }
}

export default async function ItemRoute({ params }: Props) {
  const [{ workspace, id }, { user, membership }] = await Promise.all([params, requestContext()])
  await itemOf({ workspace, id })
  const queries = queryClient()
  const member = await membership(workspace)
  const mayType = user !== null && member !== undefined && can({ kind: 'member', userId: user.id, ...member }, 'item.editOwn')
  await Promise.all([
    mayType ? queries.fetchQuery(trpc.content.draft.queryOptions({ workspace, itemId: id })) : null,
    queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })),
    queries.prefetchQuery(trpc.workflow.state.queryOptions({ workspace, id })),
    queries.prefetchQuery(trpc.coverage.whereItCounts.queryOptions({ workspace, id })),
    queries.prefetchQuery(trpc.tasks.list.queryOptions({ workspace, about: { subject: 'item', subjectId: id } })),
    queries.prefetchQuery(trpc.comments.list.queryOptions({ workspace, about: { subject: 'item', subjectId: id } })),
    queries.prefetchQuery(trpc.comments.list.queryOptions({ workspace, about: { subject: 'brief', subjectId: id } })),
  ])
  return (
    <Hydrate>
      <ItemScreen id={id} />
    </Hydrate>
  )
}
