'use client'

import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import type { Axis } from '@/server/domain/calendar/calendar.schema'

interface Props {
  count: number
  axis: Axis
  onMove: () => void
  onShift: () => void
  onUnschedule: () => void
  onClear: () => void
}

/** Appears with the first selected entry: all of them are moved together. */
export function SelectionBar({ count, axis, onMove, onShift, onUnschedule, onClear }: Props) {
  const text = useText('calendar.selection')
  return (
    <section
      data-bar
      data-lifts-toasts
      data-print="hide"
      aria-label={text('label')}
      className="sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-bar px-4 py-2 text-bar-ink max-md:bottom-17"
    >
      <strong className="font-semibold tabular-nums">{text('count', { count })}</strong>
      <div className="flex flex-wrap gap-2 sm:ms-auto">
        <Button variant="bar" onClick={onMove}>
          {text('move')}
        </Button>
        <Button variant="bar" onClick={onShift}>
          {text('shift')}
        </Button>
        {axis === 'published' ? null : (
          <Button variant="bar" onClick={onUnschedule}>
            {text('unschedule')}
          </Button>
        )}
        <Button variant="bar" onClick={onClear}>
          {text('clear')}
        </Button>
      </div>
    </section>
  )
}
