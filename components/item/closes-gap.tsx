'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Severity } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link-button'
import { ruleDefinition } from '@/server/presets/rules'

/** The gaps for which this item was planned. Says nothing where there are none. */
export function ClosesGap({ itemId }: { itemId: string }) {
  const text = useText('item')
  const localized = useLocalized()
  const trpc = useTRPC()
  const { slug, base, nameOf } = useWorkspace()
  const { data } = useQuery(trpc.gaps.list.queryOptions({ workspace: slug, state: 'planned', limit: 500 }))
  const gaps = (data?.rows ?? []).flatMap((row) => [row, ...row.under]).filter(({ plannedItem }) => plannedItem?.id === itemId)
  if (gaps.length === 0) return null
  return (
    <section className="border-t pt-4">
      <h2>{text('closes')}</h2>
      <ul className="mt-1">
        {gaps.map(({ id, rule, severity, phase }) => (
          <li key={id} className="flex min-h-row items-center gap-2 border-b">
            <Severity level={severity === 'info' ? 'could' : severity}>{text(`severity.${severity}`)}</Severity>
            <TextLink href={`${base}/gaps?state=planned&gap=${encodeURIComponent(id)}`} className="min-w-0 flex-1">
              {localized(ruleDefinition(rule).name)}
            </TextLink>
            {phase === null ? null : <span className="text-xs text-ink-2">{nameOf('phase', phase)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
