'use client'

import { useText } from '@/components/i18n/use-text'
import type { ImportCounts } from '@/server/domain/exchange/import-run.schema'

const told = ['create', 'update', 'unchanged', 'skipped', 'failed'] as const

/** The numbers of an import as one sentence, without those that are nought. */
export function useCountWords(): (counts: ImportCounts) => string {
  const text = useText('wizard')
  return (counts) => {
    const parts = told.filter((name) => counts[name] > 0).map((name) => text(`said.${name}`, { count: counts[name] }))
    return parts.length === 0 ? text('said.nothing') : `${parts.join(', ')}.`
  }
}
