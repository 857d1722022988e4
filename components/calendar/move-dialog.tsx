'use client'

import { useRef, useState } from 'react'
import { movedAt } from '@/components/calendar/range-patch'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Dialog } from '@/components/ui/dialog'
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
  const field = useRef<HTMLInputElement>(null)
  const [first] = entries
  const isOne = entries.length === 1
  const [day, setDay] = useState<string | null>(first?.at?.slice(0, 10) ?? null)
  const hasDates = entries.every(({ at }) => at !== null)
  const isUntimed = axis === 'scheduled' && entries.some(({ at }) => at === null)
  const submit = () => {
    if (day !== null) onMove({ kind: 'toDay', day })
  }
  const steps = [
    { label: text('entry.dayLater'), days: 1 },
    { label: text('entry.weekLater'), days: 7 },
  ]
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      initialFocus={field}
      title={isOne ? text('move.title', { title: first?.title ?? '' }) : text('move.titleMany', { count: entries.length })}
      footer={
        <Button variant="primary" disabled={day === null} onClick={submit}>
          {text('move.save')}
        </Button>
      }
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DateInput
          ref={field}
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
      </form>
    </Dialog>
  )
}

/** All of them by the same number of days. */
export function ShiftDialog({ entries, onMove, onClose }: Pick<Props, 'entries' | 'onMove' | 'onClose'>) {
  const text = useText('calendar.shift')
  const field = useRef<HTMLInputElement>(null)
  const [days, setDays] = useState<number | null>(7)
  const submit = () => {
    if (days !== null && days !== 0) onMove({ kind: 'byDays', days })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      initialFocus={field}
      title={text('title', { count: entries.length })}
      footer={
        <Button variant="primary" disabled={days === null || days === 0} onClick={submit}>
          {text('save')}
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <NumberInput
          ref={field}
          label={text('days')}
          help={text('help')}
          value={days}
          onValueChange={setDays}
          min={-3660}
          max={3660}
        />
      </form>
    </Dialog>
  )
}
