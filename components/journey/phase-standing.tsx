'use client'

import { useFormatter, useText } from '@/components/i18n/use-text'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'

/** The score with its sum, and how much is live. */
export function PhaseStanding({ phase }: { phase: JourneyMap['phases'][number] }) {
  const text = useText('journey')
  const format = useFormatter()
  const { score, live, fresh } = phase
  return (
    <div>
      {score ? (
        <>
          <p className="flex items-center gap-2.5">
            <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-line">
              <span data-fill className="block h-full bg-accent" style={{ width: `${Math.min(100, score.percent)}%` }} />
            </span>
            <span className="font-medium tabular-nums">
              {format.number(score.percent / 100, { style: 'percent', maximumFractionDigits: 0 })}
            </span>
          </p>
          <p className="mt-1 text-xs text-ink-3">{text('score', { reached: score.reached, wanted: score.wanted })}</p>
        </>
      ) : (
        <p className="text-xs text-ink-3">{text('noScore')}</p>
      )}
      <p className="mt-1.5 text-ink-2">{text('live', { live, stale: live - fresh })}</p>
    </div>
  )
}
