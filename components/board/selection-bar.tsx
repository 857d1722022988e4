'use client'

import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'

interface Props {
  count: number
  onMove: () => void
  onClear: () => void
}

/** Appears with the first selected card. */
export function SelectionBar({ count, onMove, onClear }: Props) {
  const text = useText('board')
  if (count === 0) return null
  return (
    <section
      data-bar
      data-lifts-toasts
      data-print="hide"
      aria-label={text('selection')}
      className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-bar px-4 py-2 text-bar-ink"
    >
      <strong className="font-semibold tabular-nums">{text('selected', { count })}</strong>
      <div className="flex gap-2 sm:ms-auto">
        <Button variant="bar" onClick={onMove}>
          {text('moveTo')}
        </Button>
        <Button variant="bar" onClick={onClear}>
          {text('unselectAll')}
        </Button>
      </div>
    </section>
  )
}
