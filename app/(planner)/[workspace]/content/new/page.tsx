import type { Metadata } from 'next'
import { mayHere, orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { NewItemPage } from '@/components/item/new-item-page'
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
  const { workspace } = await params
  if (await mayHere(workspace, 'item.create')) {
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
