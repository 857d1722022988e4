'use client'

import { useFormatter, useText } from '@/components/i18n/use-text'
import type { ItemForm } from '@/components/item/use-item-form'
import { Button } from '@/components/ui/button'

/** Where what is typed stands: saved, kept as a draft, or only in this browser. */
export function SaveStatus({ form }: { form: ItemForm }) {
  return (
    <p role="status" className="text-xs text-ink-3" data-print="hide">
      {useStatusWords(form)}
    </p>
  )
}

/** Follows the window while something is not saved, so that saving is never a long way off. */
export function SaveBar({ form, action }: { form: ItemForm; action: string }) {
  const text = useText('item')
  const words = useStatusWords(form)
  if (!form.hasChanges) return null
  return (
    <section
      aria-label={text('status.label')}
      data-bar
      className="sticky bottom-16 z-10 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 rounded-lg bg-bar px-4 py-2.5 text-bar-ink md:bottom-4"
    >
      <p className="me-auto min-w-0">{words}</p>
      <Button variant="bar" disabled={form.isSaving} onClick={form.discard}>
        {text('restored.discard')}
      </Button>
      <Button
        variant="bar"
        className="border-bar-ink bg-bar-ink font-[550] text-bar"
        loading={form.isSaving}
        onClick={() => void form.save()}
      >
        {action}
      </Button>
    </section>
  )
}

function useStatusWords(form: ItemForm): string {
  const text = useText('item.status')
  const format = useFormatter()
  const { keeping, isSaving, hasChanges, item } = form
  const time = (at: Date) => format.dateTime(at, { hour: '2-digit', minute: '2-digit' })
  if (isSaving) return text('saving')
  if (keeping.state === 'onDevice' || keeping.state === 'signedOut') return text(keeping.state)
  if (hasChanges && keeping.state === 'kept') return text('draft', { time: time(keeping.at) })
  if (hasChanges) return text('unsaved')
  return item ? text('saved', { time: format.dateTime(item.updatedAt, { dateStyle: 'medium', timeStyle: 'short' }) }) : ''
}
