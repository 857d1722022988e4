'use client'

import type { Conflict } from '@/components/content/use-item-edit'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

interface Props {
  conflict: Conflict | null
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people changed the same item: nobody is overwritten without being asked. */
export function ConflictDialog({ conflict, onKeepMine, onTakeTheirs }: Props) {
  const text = useText('table.conflict')
  return (
    <Dialog
      open={conflict !== null}
      onOpenChange={(open) => {
        if (!open) onTakeTheirs()
      }}
      title={text('title')}
      description={conflict?.message}
      size="sm"
      footer={
        <>
          <Button onClick={onTakeTheirs}>{text('theirs')}</Button>
          <Button variant="primary" onClick={onKeepMine}>
            {text('mine')}
          </Button>
        </>
      }
    >
      {conflict ? (
        <p className="text-ink-2">{text('what', { field: conflict.cell.label, title: conflict.cell.item.title })}</p>
      ) : null}
    </Dialog>
  )
}
