'use client'

import { ChevronDown, ChevronUp, Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { EndDialog } from '@/components/item/end-dialog'
import { PublishDialog } from '@/components/item/publish-dialog'
import { useItemActions } from '@/components/item/use-item-actions'
import type { ItemForm } from '@/components/item/use-item-form'
import { useNeighbours } from '@/components/item/use-neighbours'
import { usePublication } from '@/components/item/use-publication'
import { useWritten } from '@/components/shell/platform'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useWorkspace } from '@/components/shell/workspace'
import { Button, IconButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import type { Item } from '@/server/domain/content/item.schema'

interface Props {
  item: Item
  form: ItemForm
  editable: boolean
  /** Something is in the way of saving, and the form says what. */
  onRefused: () => void
}

/** What can be done with the item, the most likely thing last: save. */
export function ItemActions({ item, form, editable, onRefused }: Props) {
  const text = useText('item')
  const ends = useText('publication.end')
  const router = useRouter()
  const written = useWritten()
  const { base, can } = useWorkspace()
  const { previous, next } = useNeighbours(item)
  const actions = useItemActions(item, form)
  const publication = usePublication(item, form)
  const [open, setOpen] = useState<'publish' | 'end' | null>(null)
  const isInTrash = item.deletedAt !== null
  const mayChange = editable && !isInTrash
  const mayPublish = mayChange && can('item.publish')
  const isLive = item.status === 'published'
  const go = (id: string | null) => {
    if (id !== null) router.push(`${base}/content/${id}`)
  }
  const save = () =>
    void form.save().then((isSaved) => {
      if (!isSaved) onRefused()
    })
  useShortcut('itemPrevious', () => go(previous), previous !== null)
  useShortcut('itemNext', () => go(next), next !== null)
  useShortcut('save', save, mayChange)
  useShortcut('submit', () => (mayPublish && !isLive ? setOpen('publish') : save()), mayChange)
  return (
    <>
      {previous !== null || next !== null ? (
        <span className="flex">
          <IconButton
            icon={<ChevronUp />}
            label={text('previous')}
            shortcut={written('itemPrevious')}
            disabled={previous === null}
            onClick={() => go(previous)}
          />
          <IconButton
            icon={<ChevronDown />}
            label={text('next')}
            shortcut={written('itemNext')}
            disabled={next === null}
            onClick={() => go(next)}
          />
        </span>
      ) : null}
      {can('item.create') || mayChange ? (
        <Menu align="end" trigger={<IconButton icon={<Ellipsis />} label={text('more')} variant="plain" />}>
          {can('item.create') ? <MenuItem onSelect={actions.duplicate}>{text('duplicate')}</MenuItem> : null}
          {mayPublish && (item.publishAt !== null || (isLive && item.unpublishAt !== null)) ? (
            <MenuItem onSelect={() => void publication.clear()}>{text('unschedule')}</MenuItem>
          ) : null}
          {mayPublish && isLive ? <MenuItem onSelect={() => setOpen('end')}>{ends('open')}</MenuItem> : null}
          {mayChange && item.status !== 'archived' && (!isLive || mayPublish) ? (
            <MenuItem onSelect={actions.archive}>{text('archive')}</MenuItem>
          ) : null}
          {mayChange ? (
            <>
              <MenuSeparator />
              <MenuItem danger onSelect={actions.trash}>
                {text('trash')}
              </MenuItem>
            </>
          ) : null}
        </Menu>
      ) : null}
      {mayPublish && isLive ? (
        <Button loading={publication.isBusy} onClick={() => void publication.unpublish()}>
          {text('unpublish')}
        </Button>
      ) : null}
      {mayPublish && !isLive ? (
        <Button shortcut={written('submit')} onClick={() => setOpen('publish')}>
          {text('publish.open')}
        </Button>
      ) : null}
      {mayChange ? (
        <Button variant="primary" shortcut={written('save')} loading={form.isSaving} onClick={save}>
          {text('save')}
        </Button>
      ) : null}
      {open === 'publish' ? (
        <PublishDialog item={item} form={form} publication={publication} onClose={() => setOpen(null)} onRefused={onRefused} />
      ) : null}
      {open === 'end' ? <EndDialog item={item} publication={publication} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
