'use client'

import { useText } from '@/components/i18n/use-text'

/** Why something did not arrive: known causes in words, others as the other side said it. */
export function useReasonWords(): (reason: string) => string {
  const text = useText('hooks.reason')
  return (reason) => (text.has(reason as never) ? text(reason as never) : reason)
}
