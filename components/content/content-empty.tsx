'use client'

import { useText } from '@/components/i18n/use-text'
import { ItemsEmpty } from '@/components/shell/items-empty'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

interface Props {
  /** Only the trash is looked at. */
  isTrash: boolean
  conditions: number
  onClear: () => void
}

/** Nothing to show in the table, or nothing in the trash. */
export function ContentEmpty({ isTrash, conditions, onClear }: Props) {
  const text = useText('table.empty')
  if (!isTrash) return <ItemsEmpty conditions={conditions} onClear={onClear} />
  return (
    <EmptyState title={text('trash')} actions={<Button onClick={onClear}>{text('leaveTrash')}</Button>}>
      {text('trashHint')}
    </EmptyState>
  )
}
