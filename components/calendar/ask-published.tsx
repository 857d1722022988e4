'use client'

import type { AskedMove } from '@/components/calendar/use-calendar-moves'
import { useText } from '@/components/i18n/use-text'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import type { Axis } from '@/server/domain/calendar/calendar.schema'

/** What is published moves only after a word. */
export function AskPublished({ asked, axis }: { asked: AskedMove; axis: Axis }) {
  const text = useText('calendar')
  const { published, entries, decide } = asked
  const count = published.length
  const isOne = entries.length === 1
  const title = published[0]?.title ?? ''
  const about = { title, count, axis: text(`axis.${axis}`) }
  const question = axis === 'published' ? (isOne ? 'history' : 'historyMany') : isOne ? 'one' : 'many'
  return (
    <AlertDialog
      open
      onOpenChange={(open) => open || decide(null)}
      title={text('ask.title', { count })}
      description={text(`ask.${question}`, about)}
      action={text('ask.action', { count: entries.length })}
      danger={false}
      onAction={() => decide('all')}
    >
      {count < entries.length ? (
        <div>
          <Button onClick={() => decide('without')}>{text('ask.without')}</Button>
        </div>
      ) : null}
    </AlertDialog>
  )
}
