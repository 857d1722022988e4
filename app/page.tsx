import { redirect } from 'next/navigation'
import { getPreferences, isSetUp } from '@/server/domain/members/account.queries'
import { listOwnWorkspaces } from '@/server/domain/workspaces/workspace.queries'
import { requestContext } from '@/server/trpc/request-context'

/** The way in: the first visit, signing in, or the workspace that was open last. */
export default async function StartPage(): Promise<never> {
  const { db, user } = await requestContext()
  if (!user) redirect((await isSetUp(db)) ? '/sign-in' : '/welcome')
  const [workspaces, { lastWorkspace }] = await Promise.all([listOwnWorkspaces(db, user.id), getPreferences({ db, user })])
  const target = workspaces.find(({ slug }) => slug === lastWorkspace) ?? workspaces[0]
  redirect(target ? `/${target.slug}/coverage` : '/workspaces')
}
