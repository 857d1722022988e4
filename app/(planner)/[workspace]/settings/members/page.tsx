import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Members } from '@/components/settings/members'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('members.title') }
}

export default async function MembersPage({ params }: Props) {
  const [{ user, membership }, { workspace }] = await Promise.all([requestContext(), params])
  await orNotFound(queryClient().fetchQuery(trpc.members.list.queryOptions({ workspace })))
  const role = (await membership(workspace))?.role ?? 'viewer'
  if (role === 'admin') await queryClient().prefetchQuery(trpc.members.invites.queryOptions({ workspace }))
  return (
    <Hydrate>
      <Members workspace={workspace} role={role} userId={user?.id ?? ''} />
    </Hydrate>
  )
}
