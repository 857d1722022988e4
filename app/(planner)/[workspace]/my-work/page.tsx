import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { MyWork } from '@/components/my-work/my-work'
import { can } from '@/server/domain/access/access.rules'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('my-work.title') }
}

export default async function MyWorkPage({ params, searchParams }: Props) {
  const [{ user, membership }, { workspace }, { person }] = await Promise.all([requestContext(), params, searchParams])
  const member = await membership(workspace)
  const mayLook = user && member && can({ kind: 'member', userId: user.id, ...member }, 'work.readOthers')
  const queries = queryClient()
  const userId = mayLook && typeof person === 'string' && person.length <= 80 ? person : null
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.myWork.list.queryOptions({ workspace, userId }))),
    mayLook ? queries.prefetchQuery(trpc.members.list.queryOptions({ workspace })) : null,
  ])
  return (
    <Hydrate>
      <MyWork />
    </Hydrate>
  )
}
