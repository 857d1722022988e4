'use client'

import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { SelectionBar } from '@/components/ui/selection-bar'
import type { Axis } from '@/server/domain/calendar/calendar.schema'

interface Props {
  count: number
  axis: Axis
  onMove: () => void
  onShift: () => void
  onUnschedule: () => void
  onClear: () => void
}

/** All selected entries are moved together. */
export function CalendarSelection({ count, axis, onMove, onShift, onUnschedule, onClear }: Props) {
  const text = useText('calendar.selection')
  return (
    <SelectionBar label={text('label')} told={text('count', { count })} className="sticky bottom-3 z-10 max-md:bottom-17">
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
    </SelectionBar>
  )
}
