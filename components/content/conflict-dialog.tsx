'use client'

import { type ReactNode, useRef } from 'react'
import { cellText, useCellWords } from '@/components/content/cell-text'
import { type Column, cellValue, patched } from '@/components/content/columns'
import type { Conflict } from '@/components/content/use-item-edit'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useAgo, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ItemRow } from '@/server/domain/content/item.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'

interface Props {
  conflict: Conflict | null
  columns: readonly Column[]
  fields: ReadonlyMap<string, FieldView>
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people changed the same item: nobody is overwritten without being asked, and both values are there to compare. */
export function ConflictDialog({ conflict, columns, fields, onKeepMine, onTakeTheirs }: Props) {
  const text = useText('table.conflict')
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open={conflict !== null}
      onOpenChange={(open) => {
        if (!open) onTakeTheirs()
      }}
      title={text('title')}
      description={conflict?.message}
      size="sm"
      initialFocus={first}
      footer={
        <>
          <Button ref={first} onClick={onTakeTheirs}>
            {text('theirs')}
          </Button>
          <Button variant="primary" onClick={onKeepMine}>
            {text('mine')}
          </Button>
        </>
      }
    >
      {conflict ? <Both conflict={conflict} columns={columns} fields={fields} /> : null}
    </Dialog>
  )
}

function Both({ conflict, columns, fields }: Pick<Props, 'columns' | 'fields'> & { conflict: Conflict }) {
  const text = useText('table.conflict')
  const ago = useAgo()
  const { timeZone, term } = useWorkspace()
  const words = useCellWords(fields, localDayOf(Date.now(), timeZone))
  const { cell, current, theirs } = conflict
  const column = columns.find(({ id }) => id === cell.column)
  const valueIn = (item: ItemRow): ReactNode =>
    column ? cellText(item, { ...column, width: 400 }, cellValue(item, column, timeZone), words) : null
  const mine = patched(current, cell.edit, (step) => term('step', step)?.details.kind)
  const who = theirs?.by.name ?? text('somebody')
  return (
    <>
      <p className="text-ink-2">{text('what', { field: cell.label, title: cell.item.title })}</p>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-ink-3">{theirs ? text('now', { who, when: ago(theirs.at) }) : text('unchanged')}</dt>
        <dd className="flex min-w-0 flex-wrap items-center gap-1">{valueIn(current)}</dd>
        <dt className="text-ink-3">{text('meant')}</dt>
        <dd className="flex min-w-0 flex-wrap items-center gap-1">{valueIn(mine)}</dd>
      </dl>
    </>
  )
}
