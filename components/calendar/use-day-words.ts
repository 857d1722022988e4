'use client'

import { useMemo } from 'react'
import { useFormatter, useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { isoWeek, quarterOf, type Show } from '@/server/domain/calendar/calendar-window.rules'

const utc = { timeZone: 'UTC' } as const
const noonOf = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`)

/** Making one takes longer than all that it is used for. */
const zoneFormats = new Map<string, Intl.DateTimeFormat>()
function zoneFormat(timeZone: string, locale: 'en-GB' | 'de-DE'): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`
  const known = zoneFormats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
  zoneFormats.set(key, known)
  return known
}

/** Days and spans as they are said and written. */
export function useDayWords() {
  const text = useText('calendar')
  const format = useFormatter()
  const { timeZone } = useWorkspace()
  const language = useLanguage()
  return useMemo(() => {
    const written = (day: string, options: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>) =>
      format.dateTime(noonOf(day), { ...options, ...utc })
    const short = (day: string) => written(day, { day: 'numeric', month: 'short' })
    const full = (day: string) => written(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    const spanOf = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): string => {
      if (startsOn === null) return endsOn === null ? '' : text('campaigns.until', { until: short(endsOn) })
      if (endsOn === null) return text('campaigns.open', { from: short(startsOn) })
      if (startsOn === endsOn) return short(startsOn)
      return text('campaigns.span', { from: short(startsOn), until: short(endsOn) })
    }
    return {
      full,
      short,
      spanOf,
      /** "Mon 4 Dec" */
      brief: (day: string) => written(day, { weekday: 'short', day: 'numeric', month: 'short' }),
      weekday: (day: string) => written(day, { weekday: 'short' }),
      weekdayLong: (day: string) => written(day, { weekday: 'long' }),
      monthOf: (day: string) => written(day, { month: 'long' }),
      monthShort: (day: string) => written(day, { month: 'short' }),
      /** The clock's own time with the zone that it had on that day: "09:00 CET", in German "MEZ". */
      zoneOf: (day: string) =>
        zoneFormat(timeZone, language === 'de' ? 'de-DE' : 'en-GB')
          .formatToParts(noonOf(day))
          .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
      nameOf(show: Show, window: { from: string; to: string }, at: string): string {
        if (show === 'week')
          return text('weekOf', {
            week: isoWeek(window.from),
            from: short(window.from),
            to: written(window.to, { day: 'numeric', month: 'short', year: 'numeric' }),
          })
        if (show === 'quarter') return text('quarterOf', { quarter: quarterOf(at), year: at.slice(0, 4) })
        return written(at, { month: 'long', year: 'numeric' })
      },
    }
  }, [text, format, timeZone, language])
}
