'use client'

import { Field as Base } from '@base-ui/react/field'
import { cn } from '@/components/ui/class-names'
import { DateInput, type DateInputProps } from '@/components/ui/date-input'
import { parseTime } from '@/components/ui/day-text'
import { Field, FieldGroup, inputStyle } from '@/components/ui/field'
import { useUiWords } from '@/components/ui/ui-words'
import { useTypedValue } from '@/components/ui/use-typed-value'

interface DateTimeInputProps extends Omit<DateInputProps, 'bare' | 'onKeyDown'> {
  /** YYYY-MM-DD, or YYYY-MM-DDTHH:mm when a time is set. Wall clock: the caller knows the zone. */
  value: string | null
  dayLabel: string
  timeLabel: string
  /** No day stands without its time. */
  needsTime?: boolean
}

/** A day and, where it matters, a time. */
export function DateTimeInput({
  label,
  labelHidden,
  help,
  error,
  required,
  disabled,
  className,
  value,
  onValueChange,
  dayLabel,
  timeLabel,
  needsTime = false,
  ...day
}: DateTimeInputProps) {
  const words = useUiWords()
  const [dayValue = null, timeValue = null] = value?.split('T') ?? []
  const typed = useTypedValue<string>({
    value: timeValue,
    format: (time) => time,
    parse: parseTime,
    isNeeded: needsTime,
    onValueChange: (time) => {
      if (dayValue !== null) onValueChange(time === null ? dayValue : `${dayValue}T${time}`)
    },
  })
  return (
    <FieldGroup {...{ label, labelHidden, help, error, required, disabled, className }}>
      <div className="flex items-start gap-2">
        <DateInput
          {...day}
          label={dayLabel}
          labelHidden
          disabled={disabled}
          className="min-w-36 flex-1"
          value={dayValue}
          onValueChange={(next) => onValueChange(next !== null && timeValue !== null ? `${next}T${timeValue}` : next)}
        />
        <Field
          label={timeLabel}
          labelHidden
          disabled={disabled || dayValue === null}
          error={typed.unreadable && dayValue !== null ? words.unreadableTime : undefined}
          className="w-24"
        >
          <Base.Control
            value={typed.text}
            onValueChange={(text) => typed.type(text)}
            placeholder="--:--"
            autoComplete="off"
            inputMode="numeric"
            data-unreadable={dayValue === null ? undefined : typed.mark}
            onBlur={() => typed.commit()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') typed.commit()
              if (event.key === 'Escape') typed.reset()
            }}
            className={cn(inputStyle, 'h-control')}
          />
        </Field>
      </div>
    </FieldGroup>
  )
}
