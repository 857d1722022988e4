'use client'

import { useMemo } from 'react'
import type { Dates } from '@/components/campaigns/timeline-rules'
import { useFormatter, useText } from '@/components/i18n/use-text'
import type { CampaignProgress } from '@/server/domain/campaigns/campaign.schema'

const utc = { timeZone: 'UTC' } as const
const instantOf = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`)

/** What is said about campaigns on more than one screen. */
export function useCampaignWords() {
  const text = useText('campaigns')
  const format = useFormatter()
  return useMemo(() => {
    const dayOf = (day: string) => format.dateTime(instantOf(day), { day: 'numeric', month: 'short', year: 'numeric', ...utc })
    /** "4 Dec": where the year is clear. */
    const shortDay = (day: string) => format.dateTime(instantOf(day), { day: 'numeric', month: 'short', ...utc })
    return {
      dayOf,
      monthOf: (day: string) => format.dateTime(instantOf(day), { month: 'short', ...utc }),
      yearOf: (day: string) => format.dateTime(instantOf(day), { year: 'numeric', ...utc }),
      datesOf: (dates: Dates | null) => {
        if (dates === null) return text('dates.none')
        const { from, until } = dates
        if (from === null) return text('dates.until', { until: until === null ? '' : dayOf(until) })
        if (until === null) return text('dates.from', { from: dayOf(from) })
        if (from === until) return dayOf(from)
        // Not with Intl's ranges: their spaces differ between Node and browsers.
        return text('dates.span', {
          from: from.slice(0, 4) === until.slice(0, 4) ? shortDay(from) : dayOf(from),
          until: dayOf(until),
        })
      },
      /** "4 of 9 live" */
      progressOf: ({ reached, wanted }: CampaignProgress) =>
        wanted === 0 ? text('progress.none') : text('progress.of', { reached, wanted }),
    }
  }, [text, format])
}
