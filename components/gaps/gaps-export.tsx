'use client'

import { useState } from 'react'
import { csvOf } from '@/components/gaps/gaps-csv'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useLanguage, useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { showError } from '@/components/ui/toast'
import type { GapFilter, GapRow } from '@/server/domain/gaps/gap-list.schema'
import { ruleDefinition } from '@/server/presets/rules'

const rowsPerRequest = 500

/** The list as it is filtered, as a file for a spreadsheet. */
export function GapsExport({ filter, words }: { filter: GapFilter; words: GapWords }) {
  const text = useText('gaps')
  const problemText = useProblemText()
  const language = useLanguage()
  const localized = useLocalized()
  const client = useTRPCClient()
  const { slug, nameOf } = useWorkspace()
  const [isBusy, setBusy] = useState(false)

  async function save() {
    const rows: GapRow[] = []
    for (let total = 1; rows.length < total; ) {
      const page = await client.gaps.list.query({ workspace: slug, ...filter, limit: rowsPerRequest, offset: rows.length })
      if (page.rows.length === 0) break
      rows.push(...page.rows)
      total = page.total
    }
    const heads = (['severity', 'title', 'found', 'phases', 'state', 'owner', 'remedy', 'firstSeen', 'rule'] as const).map(
      (name) => text(`csv.${name}`),
    )
    const lines = rows
      .flatMap(({ under, ...gap }) => [gap, ...under])
      .map((gap) => [
        text(`severity.${gap.severity}`),
        words.titleOf(gap),
        words.findingOf(gap),
        gap.phases.map((key) => nameOf('phase', key)).join(', '),
        text(`state.${gap.state}`),
        words.personOf(gap.owner) ?? '',
        localized(ruleDefinition(gap.rule).remedy),
        gap.firstSeenAt.toISOString().slice(0, 10),
        gap.rule,
      ])
    const address = URL.createObjectURL(
      new Blob([csvOf([heads, ...lines], language === 'de' ? ';' : ',')], { type: 'text/csv;charset=utf-8' }),
    )
    const link = document.createElement('a')
    link.href = address
    link.download = `${slug}-${text('csv.fileName')}.csv`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button
      loading={isBusy}
      onClick={() => {
        setBusy(true)
        save()
          .catch((error: unknown) => showError(problemText(error)))
          .finally(() => setBusy(false))
      }}
    >
      {text('action.export')}
    </Button>
  )
}
