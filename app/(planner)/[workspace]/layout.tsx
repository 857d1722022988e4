import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { goSignIn } from '@/app/_glue/go-sign-in'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { canBeSlug } from '@/server/domain/workspaces/workspace.rules'
import { requestContext } from '@/server/trpc/request-context'
import { Planner } from './planner'

interface Props {
  params: Promise<{ workspace: string }>
  children: ReactNode
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const [{ workspace: slug }, { user, membership }] = await Promise.all([params, requestContext()])
  // Signing in would not help there.
  if (!canBeSlug(slug)) notFound()
  if (!user) return goSignIn()
  const member = await membership(slug)
  if (!member) notFound()
  const queries = queryClient()
  await Promise.all([
    orNotFound(queries.fetchQuery(trpc.workspaces.get.queryOptions({ workspace: slug }))),
    queries.fetchQuery(trpc.vocabulary.get.queryOptions({ workspace: slug })),
    queries.fetchQuery(trpc.workspaces.mine.queryOptions()),
    queries.fetchQuery(trpc.account.me.queryOptions()),
    queries.fetchQuery(trpc.account.preferences.queryOptions()),
  ])
  return (
    <Hydrate>
      <Planner slug={slug} role={member.role} userId={user.id}>
        {children}
      </Planner>
    </Hydrate>
  )
}
