'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { useLanguage } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'

/** Dates below are written in the workspace's time zone, whoever looks at them from wherever. */
export function InZone({ children }: { children: ReactNode }) {
  const { timeZone } = useWorkspace()
  return (
    <IntlProvider locale={useLanguage()} timeZone={timeZone}>
      {children}
    </IntlProvider>
  )
}
