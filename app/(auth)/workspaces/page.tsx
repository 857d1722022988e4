import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OwnWorkspaces } from '@/components/auth/own-workspaces'
import { signInAddress } from '@/server/auth/sign-in-address'
import { getAccount } from '@/server/domain/members/account.queries'
import { listOwnWorkspaces } from '@/server/domain/workspaces/workspace.queries'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('workspace.own.title') }
}

/** Where somebody lands who belongs to no workspace, and the list for everybody else. */
export default async function WorkspacesPage() {
  const { db, user } = await requestContext()
  if (!user) redirect(signInAddress('/workspaces'))
  const [workspaces, { mayCreateWorkspace }] = await Promise.all([listOwnWorkspaces(db, user.id), getAccount({ db, user })])
  return <OwnWorkspaces workspaces={workspaces} mayCreate={mayCreateWorkspace} />
}
