'use client'

import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import type { Publication } from '@/components/item/use-publication'
import { useWorkspace } from '@/components/shell/workspace'
import { ZonedTimeInput } from '@/components/shell/zoned-time-input'
import { FormDialog } from '@/components/ui/form-dialog'
import type { Item } from '@/server/domain/content/item.schema'

/** When something that is live leaves by itself. */
export function EndDialog({ item, publication, onClose }: { item: Item; publication: Publication; onClose: () => void }) {
  const text = useText('publication.end')
  const label = useText('item.publish')
  const { timeZone } = useWorkspace()
  const [end, setEnd] = useState<Date | null>(item.unpublishAt)
  const [tried, setTried] = useState(false)
  const isPast = end !== null && end.getTime() <= Date.now()

  async function go() {
    setTried(true)
    if (end === null || isPast) return
    if ((await publication.schedule({ unpublishAt: end })) !== 'refused') onClose()
  }

  return (
    <FormDialog
      size="sm"
      title={text('title')}
      description={text('lead')}
      action={text('action')}
      pending={publication.isBusy}
      onSubmit={go}
      onClose={onClose}
    >
      <ZonedTimeInput
        label={label('time', { zone: timeZone })}
        dayLabel={text('day')}
        timeLabel={text('clock')}
        value={end}
        onValueChange={setEnd}
        error={tried && end === null ? text('missing') : tried && isPast ? label('timePast') : undefined}
      />
    </FormDialog>
  )
}
