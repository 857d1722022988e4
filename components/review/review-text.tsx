'use client'
import type { ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'

/** The content itself, under a heading that only those hear who go from heading to heading. */
export function ReviewText({ isBrief, children }: { isBrief: boolean; children: ReactNode }) {
  const text = useText('review')
  return (
    <section>
      <h2 className="sr-only">{text(isBrief ? 'page.briefOf' : 'item')}</h2>
      {children}
    </section>
  )
}
