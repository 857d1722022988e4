import type { Metadata } from 'next'
import { orNotFound } from '@/app/_glue/page-problem'
import { Hydrate, queryClient, trpc } from '@/app/_glue/rsc'
import { Profile } from '@/components/settings/profile'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('profile.title') }
}

export default async function ProfilePage() {
  await orNotFound(queryClient().fetchQuery(trpc.account.me.queryOptions()))
  return (
    <Hydrate>
      <Profile />
    </Hydrate>
  )
}
