'use client'

import { useCalendar } from '@/components/calendar/calendar-context'
import { CampaignBar, type CampaignSpan } from '@/components/calendar/campaign-bar'
import { DayCell } from '@/components/calendar/day-cell'
import type { CalendarData } from '@/components/calendar/use-calendar-data'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { barsOf, isoWeek, weeksOf } from '@/server/domain/calendar/calendar-window.rules'

interface Props {
  data: CalendarData
  campaigns: readonly CampaignSpan[]
}

/** Weeks as rows, Monday first: a month of them, or one with more room. */
export function CalendarGrid({ data, campaigns }: Props) {
  const text = useText('calendar')
  const words = useDayWords()
  const { address } = useCalendar()
  const { show, at, window } = address
  const weeks = weeksOf(window)
  const isWide = show === 'week'
  const name = text('grid', { span: words.nameOf(show, window, at) })
  return (
    <ScrollRegion label={name}>
      <table
        role="grid"
        aria-label={name}
        aria-busy={data.isRefreshing}
        className={cn('w-full min-w-160 table-fixed border-collapse border-e border-b', data.isRefreshing && 'opacity-60')}
      >
        <thead>
          <tr className="border-t">
            <th scope="col" className="w-9">
              <span className="sr-only">{text('weekHead')}</span>
            </th>
            {(weeks[0] ?? []).map((day) => (
              <th
                key={day}
                scope="col"
                abbr={words.weekdayLong(day)}
                className="border-s px-1.5 py-1 text-start text-xs font-normal text-ink-3"
              >
                {words.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const [first = '', last = ''] = [week[0], week.at(-1)]
            const bars = barsOf(campaigns, { from: first, to: last })
            const lanes = Math.max(0, ...bars.map(({ lane }) => lane + 1))
            return (
              <tr key={first}>
                <th scope="row" className="border-t pt-2 text-center align-top text-2xs font-normal text-ink-3 tabular-nums">
                  <span className="sr-only">{text('week', { week: isoWeek(first) })}</span>
                  <span aria-hidden>{isoWeek(first)}</span>
                </th>
                {week.map((day, column) => (
                  <DayCell
                    key={day}
                    day={day}
                    entries={data.byDay.get(day) ?? []}
                    count={data.counts.get(day)?.count ?? 0}
                    isInside={isWide || day.slice(0, 7) === at.slice(0, 7)}
                    isWide={isWide}
                    lanes={lanes}
                    bars={bars
                      .filter(({ start }) => start === column)
                      .map((bar) => <CampaignBar key={bar.span.key} bar={bar} day={day} />)}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
