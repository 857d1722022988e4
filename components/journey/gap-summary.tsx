'use client'

import Link from 'next/link'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Severity } from '@/components/ui/badge'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'
import { ruleDefinition } from '@/server/presets/rules'

const levels = { must: 'must', should: 'should', info: 'could' } as const

/** How many gaps are open, and what the weightiest say. */
export function GapSummary({ phase }: { phase: JourneyMap['phases'][number] }) {
  const text = useText('journey')
  const localized = useLocalized()
  const { base } = useWorkspace()
  const { open, rules } = phase.gaps
  if (open === 0) return <p className="text-ink-3">{text('noGaps')}</p>
  return (
    <>
      <Link
        prefetch={false}
        href={`${base}/gaps?phase=${encodeURIComponent(phase.key)}`}
        className="inline-flex min-h-6 items-center font-medium underline decoration-line-2 underline-offset-2"
      >
        {text('gaps', { count: open })}
      </Link>
      <ul className="mt-1 flex flex-col gap-1">
        {rules.map(({ rule, severity, count }) => (
          <li key={rule} className="flex gap-2">
            <Severity level={levels[severity]}>{text(`severity.${severity}`)}</Severity>
            <span className="min-w-0 text-xs text-ink-2">
              {localized(ruleDefinition(rule).name)}
              {count > 1 ? (
                <>
                  {' '}
                  <span className="whitespace-nowrap text-ink-3">{text('times', { count })}</span>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
