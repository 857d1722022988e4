'use client'

import { useState } from 'react'
import { BulkDialog } from '@/components/content/bulk-dialog'
import { type BulkKind, bulkPublications } from '@/components/content/bulk-kind'
import { ExportMenu } from '@/components/content/export-menu'
import { PurgeButton } from '@/components/content/purge-button'
import type { RowSelection } from '@/components/content/use-row-selection'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import { SelectionBar } from '@/components/ui/selection-bar'
import type { FreezeInput } from '@/server/domain/content/bulk.schema'
import type { Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  selection: RowSelection
  filter: Filter
  filterText: string
  total: number
  /** The ids of everything the filter means, in the order of the screen; only lists that show the trash need it. */
  allIds?: () => Promise<string[]>
}

const buttons = ['phase', 'channel', 'purpose', 'status', 'owner', 'shift'] as const
const inMenu = ['campaign', 'topic', 'persona', 'question', 'type', 'locale'] as const

/** Says what is meant: the rows ticked, or everything that matches. */
export function BulkBar({ selection, filter, filterText, total, allIds }: Props) {
  const text = useText('bulk')
  const { can } = useWorkspace()
  const [asked, setAsked] = useState<{ kind: BulkKind; selection: FreezeInput } | null>(null)
  const { selection: chosen, count } = selection
  if (count === 0 && asked === null) return null

  const isTrash = filter.some(({ field, values }) => field === 'trash' && values[0] === 'yes')
  const meant: FreezeInput =
    chosen.kind === 'ids' ? { ids: [...chosen.ids] } : { filter: filterText, expectedCount: chosen.count }
  const ask = (kind: BulkKind) => setAsked({ kind, selection: meant })
  return (
    <>
      <SelectionBar label={text('bar')} told={text('selected', { count })}>
        {chosen.kind === 'ids' && count < total ? (
          <button type="button" className="underline underline-offset-2" onClick={() => selection.selectFilter(total)}>
            {text('selectAll', { count: total })}
          </button>
        ) : null}
        <div className="flex gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 sm:ms-auto sm:flex-wrap">
          {isTrash && can('item.bulk') ? (
            <Button variant="bar" onClick={() => ask('restore')}>
              {text('kind.restore')}
            </Button>
          ) : null}
          {isTrash && allIds && can('item.purge') ? (
            <PurgeButton
              count={count}
              idsOf={async () => (chosen.kind === 'ids' ? [...chosen.ids] : allIds())}
              onDone={selection.clear}
            />
          ) : null}
          {can('item.bulk') && !isTrash
            ? buttons.map((kind) => (
                <Button key={kind} variant="bar" onClick={() => ask(kind)}>
                  {text(`kind.${kind}`)}
                </Button>
              ))
            : null}
          {can('item.bulk') && !isTrash ? (
            <Menu trigger={<Button variant="bar">{text('publication')}</Button>} align="end" side="top">
              {bulkPublications
                .filter((kind) => kind === 'stillValid' || can('item.publish'))
                .map((kind) => (
                  <MenuItem key={kind} onSelect={() => ask(kind)}>
                    {text(`kind.${kind}`)}
                  </MenuItem>
                ))}
            </Menu>
          ) : null}
          {can('item.export') ? <ExportMenu selection={meant} trigger={<Button variant="bar">{text('export')}</Button>} /> : null}
          {can('item.bulk') && !isTrash ? (
            <Menu trigger={<Button variant="bar">{text('more')}</Button>} align="end" side="top">
              {inMenu.map((kind) => (
                <MenuItem key={kind} onSelect={() => ask(kind)}>
                  {text(`kind.${kind}`)}
                </MenuItem>
              ))}
              <MenuSeparator />
              <MenuItem danger onSelect={() => ask('trash')}>
                {text('kind.trash')}
              </MenuItem>
            </Menu>
          ) : null}
          <Button variant="bar" onClick={selection.clear}>
            {text('clear')}
          </Button>
        </div>
      </SelectionBar>
      {asked ? (
        <BulkDialog
          {...asked}
          filter={filter}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            selection.clear()
          }}
        />
      ) : null}
    </>
  )
}
