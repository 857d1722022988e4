import './globals.css'
import './print.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { getPreferences } from '@/server/domain/members/account.queries'
import { knownPreferences } from '@/server/domain/members/account.schema'
import { requestContext } from '@/server/trpc/request-context'
import { Providers } from './providers'

export const metadata: Metadata = { title: { default: 'Etappe', template: '%s · Etappe' }, robots: { index: false } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ db, user, locale, now }, head] = await Promise.all([requestContext(), headers()])
  const nonce = head.get('x-nonce') ?? undefined
  const preferences = user ? await getPreferences({ db, user }) : {}
  const density = knownPreferences.density.safeParse(preferences.density).data
  return (
    // next-themes sets the theme before the first paint, so the element differs from what the server sent.
    <html lang={locale} data-density={density} suppressHydrationWarning>
      <body>
        <Providers
          nonce={nonce}
          locale={locale}
          timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
          now={now()}
          person={
            user && {
              email: user.email,
              theme: knownPreferences.theme.safeParse(preferences.theme).data,
              lastWorkspace: knownPreferences.lastWorkspace.safeParse(preferences.lastWorkspace).data,
            }
          }
        >
          {children}
        </Providers>
      </body>
    </html>
  )
}
