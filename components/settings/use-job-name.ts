'use client'

import { useText } from '@/components/i18n/use-text'

/** What a kind of background work is called. */
export function useJobName(): (name: string) => string {
  const text = useText('jobs.name')
  return (name) => (text.has(name as never) ? text(name as never) : text('other'))
}
