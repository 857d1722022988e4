'use client'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from '@/server/domain/wire.schema'

interface Props {
  locale: Locale
  messages: Record<string, unknown>
  timeZone: string
  now: Date
  children: ReactNode
}

/** Texts and formats for everything below. `now` is the server's, so that both render the same relative dates. */
export function TextProvider({ locale, messages, timeZone, now, children }: Props) {
  return (
    <IntlProvider locale={locale} messages={messages as never} timeZone={timeZone} now={now}>
      {children}
    </IntlProvider>
  )
}
