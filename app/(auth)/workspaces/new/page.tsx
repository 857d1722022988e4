import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { NewWorkspace } from '@/components/auth/new-workspace'
import { signInAddress } from '@/server/auth/sign-in-address'
import { getAccount } from '@/server/domain/members/account.queries'
import { contentLanguages, countries, likelyCountry, timeZones } from '@/server/domain/workspaces/places.rules'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('workspace.new.title') }
}

export default async function NewWorkspacePage() {
  const [{ db, user, locale }, head] = await Promise.all([requestContext(), headers()])
  if (!user) redirect(signInAddress('/workspaces/new'))
  const { mayCreateWorkspace } = await getAccount({ db, user })
  if (!mayCreateWorkspace) redirect('/workspaces')
  const places = { countries: countries(locale), timeZones: timeZones(), languages: contentLanguages(locale) }
  return <NewWorkspace places={places} country={likelyCountry(head.get('accept-language'))} />
}
