import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { NewItemPage } from '@/components/item/new-item-page'
import { can } from '@/server/domain/access/access.rules'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('item.newTitle') }
}

export default async function NewItemRoute({ params }: Props) {
  const [{ workspace }, { user, membership }] = await Promise.all([params, requestContext()])
  const member = await membership(workspace)
  if (user && member && can({ kind: 'member', userId: user.id, ...member }, 'item.create')) {
    await Promise.all([
      orNotFound(queryClient().fetchQuery(trpc.content.drafts.queryOptions({ workspace }))),
      queryClient().prefetchQuery(trpc.members.list.queryOptions({ workspace })),
    ])
  }
  return (
    <Hydrate>
      <NewItemPage />
    </Hydrate>
  )
}
