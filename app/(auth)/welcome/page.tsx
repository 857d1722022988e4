import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Welcome } from '@/components/auth/welcome'
import { isSetUp } from '@/server/domain/members/account.queries'
import { contentLanguages, countries, likelyCountry, timeZones } from '@/server/domain/workspaces/places.rules'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('start.title') }
}

/** Exists only until the first account does. */
export default async function WelcomePage() {
  const [{ db, locale }, head] = await Promise.all([requestContext(), headers()])
  if (await isSetUp(db)) redirect('/sign-in')
  const places = { countries: countries(locale), timeZones: timeZones(), languages: contentLanguages(locale) }
  return <Welcome places={places} country={likelyCountry(head.get('accept-language'))} />
}
