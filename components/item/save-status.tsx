'use client'

import { useFormatter, useText } from '@/components/i18n/use-text'
import type { ItemForm } from '@/components/item/use-item-form'

/** Where what is typed stands: saved, kept as a draft, or only in this browser. */
export function SaveStatus({ form }: { form: ItemForm }) {
  const text = useText('item.status')
  const format = useFormatter()
  const { keeping, isSaving, hasChanges, item } = form
  const time = (at: Date) => format.dateTime(at, { hour: '2-digit', minute: '2-digit' })
  const words = (): string => {
    if (isSaving) return text('saving')
    if (keeping.state === 'onDevice') return text('onDevice')
    if (hasChanges && keeping.state === 'kept') return text('draft', { time: time(keeping.at) })
    if (hasChanges) return text('unsaved')
    return item ? text('saved', { time: format.dateTime(item.updatedAt, { dateStyle: 'medium', timeStyle: 'short' }) }) : ''
  }
  return (
    <p role="status" className="text-xs text-ink-3" data-print="hide">
      {words()}
    </p>
  )
}
