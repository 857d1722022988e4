'use client'

import { useCalendar } from '@/components/calendar/calendar-context'
import type { CampaignSpan } from '@/components/calendar/campaign-bar'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { barColour } from '@/components/ui/hue'
import { barsOf } from '@/server/domain/calendar/calendar-window.rules'

/** The campaigns that run in the listed days, where there is no room for bars. */
export function CampaignStrip({ campaigns }: { campaigns: readonly CampaignSpan[] }) {
  const text = useText('calendar.campaigns')
  const words = useDayWords()
  const { nameOf } = useWorkspace()
  const { address, openCampaign } = useCalendar()
  const running = barsOf(campaigns, address.window)
  if (running.length === 0) return null
  return (
    <ul aria-label={text('label')} className="mb-2 flex flex-wrap gap-1.5">
      {running.map(({ span }) => (
        <li key={span.key} className="min-w-0">
          <button
            type="button"
            data-campaign={span.key}
            data-swatch
            style={barColour(span.term.details.hue)}
            aria-haspopup="dialog"
            onClick={() => openCampaign(span.term)}
            className={cn(
              'min-h-6.5 max-w-full rounded border border-s-4 px-1.5 py-0.5 text-start text-xs wrap-anywhere text-ink hover:underline',
              span.isOfItems && 'border-dashed',
            )}
          >
            {nameOf('campaign', span.key)} · {words.spanOf(span)}
          </button>
        </li>
      ))}
    </ul>
  )
}
