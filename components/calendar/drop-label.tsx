'use client'

import { type Dragged, useCalendar } from '@/components/calendar/calendar-context'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { addDays, daysBetween } from '@/server/domain/facts/moment.rules'

/** The new date of what hangs over a day, said before it is let go. */
export function DropLabel({ dragged, day }: { dragged: Dragged; day: string }) {
  const text = useText('calendar.dropped')
  const words = useDayWords()
  const { meantBy } = useCalendar()
  const { term } = useWorkspace()
  const nameOf = (): string => {
    if (dragged.kind === 'entry') {
      const others = meantBy(dragged.entry).length - 1
      const when = [words.brief(day), dragged.entry.at?.slice(11)].filter(Boolean).join(', ')
      return others > 0 ? text('with', { day: when, others }) : when
    }
    const { startsOn = null, endsOn = null } = term('campaign', dragged.key)?.details ?? {}
    if (dragged.part === 'start') return words.spanOf({ startsOn: day, endsOn })
    if (dragged.part === 'end') return words.spanOf({ startsOn, endsOn: day })
    const by = daysBetween(dragged.day, day)
    const shifted = (value: string | null) => (value === null ? null : addDays(value, by))
    return words.spanOf({ startsOn: shifted(startsOn), endsOn: shifted(endsOn) })
  }
  return (
    <span
      aria-hidden
      data-drop-label
      // In the days at the edges it would be cut off.
      className="pointer-events-none absolute start-1/2 -top-3 z-10 -translate-x-1/2 rounded bg-ink px-1.5 py-0.5 text-xs font-[550] whitespace-nowrap text-paper shadow-float in-[td:last-child]:start-auto in-[td:last-child]:end-0 in-[td:last-child]:translate-x-0 in-[td:nth-child(2)]:start-0 in-[td:nth-child(2)]:translate-x-0"
    >
      {nameOf()}
    </span>
  )
}
