'use client'

import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from 'lucide-react'
import { DayPicker } from 'react-day-picker'
import { de, enGB, enUS } from 'react-day-picker/locale'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import { dateOf, dayOf } from '@/components/ui/day-text'
import { useUiWords } from '@/components/ui/ui-words'

interface CalendarProps {
  value: string | null
  onValueChange: (value: string) => void
  locale: string
  /** Marks the day; YYYY-MM-DD in the workspace's time zone. */
  today?: string
  min?: string
  max?: string
  showWeekNumbers?: boolean
  autoFocus?: boolean
}

const localeOf = (locale: string) => (locale.startsWith('de') ? de : locale === 'en-US' ? enUS : enGB)
const step = cn(buttonStyle({ variant: 'quiet', size: 'sm', square: true }), 'aria-disabled:opacity-40')

/** A month to pick a day from: arrows move by day and week, Page Up and Down by month. */
export function Calendar({ value, onValueChange, locale, today, min, max, showWeekNumbers = false, autoFocus }: CalendarProps) {
  const words = useUiWords()
  const selected = value === null ? undefined : dateOf(value)
  return (
    <DayPicker
      mode="single"
      required
      locale={localeOf(locale)}
      labels={{ labelPrevious: () => words.previousMonth, labelNext: () => words.nextMonth }}
      selected={selected}
      defaultMonth={selected ?? (today === undefined ? undefined : dateOf(today))}
      today={today === undefined ? undefined : dateOf(today)}
      onSelect={(date: Date) => onValueChange(dayOf(date))}
      disabled={[...(min === undefined ? [] : [{ before: dateOf(min) }]), ...(max === undefined ? [] : [{ after: dateOf(max) }])]}
      showWeekNumber={showWeekNumbers}
      showOutsideDays
      fixedWeeks
      autoFocus={autoFocus}
      components={{ Chevron: ({ orientation = 'left' }) => chevrons[orientation] }}
      classNames={{
        root: 'w-fit',
        months: 'relative',
        month_caption: 'flex h-7 items-center px-2 font-medium',
        caption_label: 'first-letter:uppercase',
        nav: 'absolute end-0 top-0 flex gap-0.5',
        button_previous: step,
        button_next: step,
        month_grid: 'mt-2 border-collapse',
        weekday: 'h-7 w-8.5 text-xs font-normal text-ink-3',
        week_number: 'w-8 pe-1 text-end text-2xs text-ink-3 tabular-nums',
        day: 'p-0 text-center tabular-nums',
        day_button:
          'grid size-8.5 place-items-center rounded-md hover:bg-ink/6 focus-visible:-outline-offset-2 disabled:text-ink-3 disabled:line-through',
        outside: 'text-ink-3',
        today: '[&>button]:font-semibold [&>button]:text-accent [&>button]:underline [&>button]:underline-offset-3',
        selected: '[&>button]:bg-accent! [&>button]:text-accent-ink!',
      }}
    />
  )
}

const chevrons = {
  left: <ChevronLeft aria-hidden />,
  right: <ChevronRight aria-hidden />,
  up: <ChevronUp aria-hidden />,
  down: <ChevronDown aria-hidden />,
}
