'use client'

import { type ReactElement, useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { Calendar } from '@/components/ui/calendar'
import { formatDay } from '@/components/ui/day-text'
import { Popover } from '@/components/ui/popover'

export interface QuickDay {
  readonly label: string
  /** Null: no day. */
  readonly day: string | null
}

interface Props {
  trigger: ReactElement
  title: string
  value: string | null
  today: string
  quick: readonly QuickDay[]
  max?: string
  onPick: (day: string | null) => void
}

/** A day from a few usual ones or from the calendar. */
export function DayPicker({ trigger, title, value, today, quick, max, onPick }: Props) {
  const text = useText('coverage')
  const locale = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const pick = (day: string | null) => {
    setOpen(false)
    onPick(day)
  }
  return (
    <Popover open={isOpen} onOpenChange={setOpen} title={title} trigger={trigger} className="w-fit">
      <div className="flex flex-col gap-3 sm:flex-row">
        <ul aria-label={text('usualDays')} className="flex min-w-44 flex-col">
          {quick.map(({ label, day }) => (
            <li key={label}>
              <button
                type="button"
                aria-pressed={day === value}
                onClick={() => pick(day)}
                className="flex min-h-8 w-full items-center gap-4 rounded px-2 text-start hover:bg-ink/5 aria-pressed:bg-accent-wash aria-pressed:font-medium"
              >
                <span className="flex-1">{label}</span>
                {day === null ? null : <span className="text-xs text-ink-3">{formatDay(day, locale)}</span>}
              </button>
            </li>
          ))}
        </ul>
        <Calendar value={value} locale={locale} today={today} max={max} onValueChange={pick} />
      </div>
    </Popover>
  )
}
