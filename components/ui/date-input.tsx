'use client'

import { Field as Base } from '@base-ui/react/field'
import { CalendarDays } from 'lucide-react'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/button'
import { Calendar } from '@/components/ui/calendar'
import { cn } from '@/components/ui/class-names'
import { dayOf, formatDay, parseDay } from '@/components/ui/day-text'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { useUiWords } from '@/components/ui/ui-words'
import { useTypedValue } from '@/components/ui/use-typed-value'
import { keptDays } from '@/server/domain/facts/moment.rules'

export interface DateInputProps extends FieldProps {
  /** YYYY-MM-DD */
  value: string | null
  onValueChange: (value: string | null) => void
  locale: string
  /** YYYY-MM-DD; give the day of the workspace's time zone where it may differ from the browser's. */
  today?: string
  min?: string
  max?: string
  placeholder?: string
  showWeekNumbers?: boolean
  bare?: boolean
  autoFocus?: boolean
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  ref?: Ref<HTMLInputElement>
}

/** A day, typed in any usual form or picked (arrow down opens the month). Read on Enter and on leaving. */
export function DateInput({
  label,
  labelHidden,
  help,
  error,
  required,
  disabled,
  name,
  className,
  value,
  onValueChange,
  locale,
  today = dayOf(new Date()),
  min,
  max = keptDays.last,
  placeholder,
  showWeekNumbers,
  bare = false,
  autoFocus,
  onBlur,
  onKeyDown,
  ref,
}: DateInputProps) {
  const words = useUiWords()
  const frame = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const typed = useTypedValue({
    value,
    onValueChange,
    format: (day) => formatDay(day, locale),
    parse: (text) => within(parseDay(text, locale, today), min, max),
  })
  /** What was typed may be a day, and only none that may be taken. */
  function unreadableWords(): string {
    const day = parseDay(typed.text, locale, today)
    if (day !== null && min !== undefined && day < min) {
      const earliest = formatDay(min, locale)
      return min >= today && day < today ? words.pastDay(earliest) : words.tooEarlyDay(earliest)
    }
    return day !== null && max !== undefined && day > max ? words.tooLateDay(formatDay(max, locale)) : words.unreadableDay
  }
  return (
    <Field
      {...{ label, labelHidden, help, required, disabled, name, className }}
      error={typed.unreadable ? unreadableWords() : error}
    >
      <div ref={frame} className="relative">
        <Base.Control
          ref={ref}
          name={name}
          value={typed.text}
          onValueChange={(text) => typed.type(text)}
          placeholder={placeholder}
          autoFocus={autoFocus}
          autoComplete="off"
          aria-required={required || undefined}
          data-unreadable={typed.mark}
          // Whoever comes here by a key wants to type another day, not to add to this one.
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            typed.commit()
            onBlur?.()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') typed.commit()
            if (event.key === 'Escape') typed.reset()
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              typed.commit()
              setOpen(true)
            }
            onKeyDown?.(event)
          }}
          className={cn(inputStyle, 'h-control pe-9', bare && 'border-transparent bg-transparent px-2')}
        />
        <Popover
          open={isOpen}
          onOpenChange={setOpen}
          anchor={frame}
          title={label}
          titleHidden
          className="w-fit"
          trigger={
            <IconButton
              icon={<CalendarDays aria-hidden />}
              label={words.openCalendar}
              size="sm"
              disabled={disabled}
              className="absolute inset-y-0 end-0.5 my-auto"
            />
          }
        >
          <Calendar
            autoFocus
            {...{ value, locale, today, min, max, showWeekNumbers }}
            onValueChange={(day) => {
              typed.reset()
              onValueChange(day)
              setOpen(false)
            }}
          />
        </Popover>
      </div>
    </Field>
  )
}

function within(day: string | null, min: string | undefined, max: string | undefined): string | null {
  if (day === null || (min !== undefined && day < min) || (max !== undefined && day > max)) return null
  return day
}
