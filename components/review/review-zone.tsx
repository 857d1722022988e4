'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { useLanguage } from '@/components/i18n/use-text'

/** Dates below are written in the zone of the workspace that asks for the review. */
export function ReviewZone({ zone, children }: { zone: string; children: ReactNode }) {
  return (
    <IntlProvider locale={useLanguage()} timeZone={zone}>
      {children}
    </IntlProvider>
  )
}
