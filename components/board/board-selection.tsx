'use client'

import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { SelectionBar } from '@/components/ui/selection-bar'

interface Props {
  count: number
  /** So many are still being fetched. */
  coming: number
  onMove: () => void
  onClear: () => void
}

/** What can be done with the selected cards. */
export function BoardSelection({ count, coming, onMove, onClear }: Props) {
  const text = useText('board')
  if (count === 0 && coming === 0) return null
  return (
    <SelectionBar
      label={text('selection')}
      told={coming > 0 ? text('selecting', { count: coming }) : text('selected', { count })}
    >
      <div className="flex gap-2 sm:ms-auto">
        <Button variant="bar" loading={coming > 0} onClick={onMove}>
          {text('moveTo')}
        </Button>
        <Button variant="bar" onClick={onClear}>
          {text('unselectAll')}
        </Button>
      </div>
    </SelectionBar>
  )
}
