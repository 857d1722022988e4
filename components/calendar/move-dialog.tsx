'use client'

import { type ReactNode, useState } from 'react'
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
  /** Gives why it was refused; else the dialog goes. */
  onMove: (to: MoveTo) => Promise<string | null>
  onClose: () => void
  /** What is asked before it moves. */
  children: ReactNode
}

/** Sends a move, and keeps the dialog with what was typed until it is clear that it went. */
function useSending(onMove: Props['onMove']) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async (to: MoveTo): Promise<void> => {
    if (pending) return
    setPending(true)
    setError(await onMove(to))
    setPending(false)
  }
  return { pending, error, send: (to: MoveTo) => void send(to) }
}

/** Where to: a day typed or picked, a step, or off the calendar. The same as dragging, for the keyboard and for the precise. */
export function MoveDialog({ entries, axis, today, onMove, onClose, children }: Props) {
  const text = useText('calendar')
  const { pending, error, send } = useSending(onMove)
  const language = useLanguage()
  const [first] = entries
  const isOne = entries.length === 1
  const [day, setDay] = useState<string | null>(first?.at?.slice(0, 10) ?? null)
  const hasDates = entries.every(({ at }) => at !== null)
  const isUntimed = axis === 'scheduled' && entries.some(({ at }) => at === null)
  const isTimed = entries.some(({ at }) => (at?.length ?? 0) > 10)
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
      pending={pending}
      error={error}
      onSubmit={() => day !== null && send({ kind: 'toDay', day })}
      onClose={onClose}
    >
      <DateInput
        label={text('move.day')}
        locale={language}
        today={today}
        value={day}
        onValueChange={setDay}
        showWeekNumbers
        help={isUntimed ? text('move.usualTime') : isTimed ? text('move.stays') : undefined}
      />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-1.5 text-sm text-ink-2">{text('move.quick')}</legend>
        {hasDates
          ? steps.map(({ label, days }) => (
              <Button key={days} onClick={() => send({ kind: 'byDays', days })}>
                {label}
              </Button>
            ))
          : null}
        {axis !== 'published' && entries.some(({ at }) => movedAt(at, { kind: 'unschedule' }) !== at) ? (
          <Button onClick={() => send({ kind: 'unschedule' })}>{text('entry.unschedule')}</Button>
        ) : null}
      </fieldset>
      {children}
    </FormDialog>
  )
}

/** All of them by the same number of days. */
export function ShiftDialog({ entries, onMove, onClose, children }: Omit<Props, 'axis' | 'today'>) {
  const text = useText('calendar.shift')
  const { pending, error, send } = useSending(onMove)
  const [days, setDays] = useState<number | null>(7)
  return (
    <FormDialog
      size="sm"
      title={text('title', { count: entries.length })}
      action={text('save')}
      disabled={!days}
      pending={pending}
      error={error}
      onSubmit={() => days && send({ kind: 'byDays', days })}
      onClose={onClose}
    >
      <NumberInput label={text('days')} help={text('help')} value={days} onValueChange={setDays} min={-3660} max={3660} />
      {children}
    </FormDialog>
  )
}
