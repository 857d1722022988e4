'use client'

import { useState } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useItemActions } from '@/components/item/use-item-actions'
import type { ItemForm } from '@/components/item/use-item-form'
import { useWorkspace } from '@/components/shell/workspace'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Item } from '@/server/domain/content/item.schema'

interface Props {
  item: Item
  form: ItemForm
  editable: boolean
}

/** Above an item in the trash: back to the content, or away for good. */
export function TrashBanner({ item, form, editable }: Props) {
  const text = useText('item')
  const format = useFormatter()
  const { can } = useWorkspace()
  const { restore, isRestoring, purge, isPurging } = useItemActions(item, form)
  const [isAsking, setAsking] = useState(false)
  if (item.deletedAt === null) return null
  return (
    <Notice
      tone="warning"
      title={text('trashTitle', { date: format.dateTime(item.deletedAt, { dateStyle: 'medium' }) })}
      actions={
        <>
          {can('item.purge') ? (
            <AlertDialog
              open={isAsking}
              onOpenChange={setAsking}
              trigger={<Button variant="quiet">{text('purge')}</Button>}
              title={text('purgeTitle', { title: item.title })}
              description={text('purgeText')}
              action={text('purge')}
              pending={isPurging}
              confirm={{ label: text('purgeConfirm', { word: text('purgeWord') }), text: text('purgeWord') }}
              onAction={purge}
            />
          ) : null}
          {editable ? (
            <Button variant="primary" loading={isRestoring} onClick={restore}>
              {text('restoreItem')}
            </Button>
          ) : null}
        </>
      }
    >
      {text('trashText')}
    </Notice>
  )
}
