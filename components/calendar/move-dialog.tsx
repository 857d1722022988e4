'use client'

import { useState } from 'react'
import { movedAt } from '@/components/calendar/range-patch'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
import { NumberInput } from '@/components/ui/number-input'
import type { Axis, CalendarEntry, MoveTo } from '@/server/domain/calendar/calendar.schema'

interface Props {
  entries: readonly CalendarEntry[]
  axis: Axis
  today: string
  onMove: (to: MoveTo) => void
  onClose: () => void
}

/** Where to: a day typed or picked, a step, or off the calendar. The same as dragging, for the keyboard and for the precise. */
export function MoveDialog({ entries, axis, today, onMove, onClose }: Props) {
  const text = useText('calendar')
  const language = useLanguage()
  const [first] = entries
  const isOne = entries.length === 1
  const [day, setDay] = useState<string | null>(first?.at?.slice(0, 10) ?? null)
  const hasDates = entries.every(({ at }) => at !== null)
  const isUntimed = axis === 'scheduled' && entries.some(({ at }) => at === null)
  const steps = [
    { label: text('entry.dayLater'), days: 1 },
    { label: text('entry.weekLater'), days: 7 },
  ]
  return (
    <FormDialog
      size="sm"
      title={isOne ? text('move.title', { title: first?.title ?? '' }) : text('move.titleMany', { count: entries.length })}
      action={text('move.save')}
      disabled={day === null}
      onSubmit={() => day !== null && onMove({ kind: 'toDay', day })}
      onClose={onClose}
    >
      <DateInput
        label={text('move.day')}
        locale={language}
        today={today}
        value={day}
        onValueChange={setDay}
        showWeekNumbers
        help={isUntimed ? text('move.usualTime') : axis === 'due' ? undefined : text('move.stays')}
      />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-1.5 text-sm text-ink-2">{text('move.quick')}</legend>
        {hasDates
          ? steps.map(({ label, days }) => (
              <Button key={days} onClick={() => onMove({ kind: 'byDays', days })}>
                {label}
              </Button>
            ))
          : null}
        {axis !== 'published' && entries.some(({ at }) => movedAt(at, { kind: 'unschedule' }) !== at) ? (
          <Button onClick={() => onMove({ kind: 'unschedule' })}>{text('entry.unschedule')}</Button>
        ) : null}
      </fieldset>
    </FormDialog>
  )
}

/** All of them by the same number of days. */
export function ShiftDialog({ entries, onMove, onClose }: Pick<Props, 'entries' | 'onMove' | 'onClose'>) {
  const text = useText('calendar.shift')
  const [days, setDays] = useState<number | null>(7)
  return (
    <FormDialog
      size="sm"
      title={text('title', { count: entries.length })}
      action={text('save')}
      disabled={!days}
      onSubmit={() => days && onMove({ kind: 'byDays', days })}
      onClose={onClose}
    >
      <NumberInput label={text('days')} help={text('help')} value={days} onValueChange={setDays} min={-3660} max={3660} />
    </FormDialog>
  )
}
