'use client'

import { useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { remarksOf } from '@/components/item/form-checks'
import { textOf } from '@/components/item/form-values'
import type { ItemForm } from '@/components/item/use-item-form'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { momentOf } from '@/server/domain/facts/moment.rules'

interface Props {
  form: ItemForm
  /** The step that an item takes when it goes live. */
  step: string
  onClose: () => void
}

/** Live now, or at a time; with what is still missing for it to count. */
export function PublishDialog({ form, step, onClose }: Props) {
  const text = useText('item.publish')
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const [when, setWhen] = useState<'now' | 'later'>(textOf(form.values.publishAt) === '' ? 'now' : 'later')
  const [at, setAt] = useState<string | null>(textOf(form.values.publishAt) || null)
  const [tried, setTried] = useState(false)
  const { today, localNow } = momentOf(Date.now(), timeZone)
  const isPast = at !== null && (at.includes('T') ? at <= localNow : at < today)
  const remarks = remarksOf(form.values)

  async function go() {
    setTried(true)
    if (when === 'later' && (at === null || isPast)) return
    onClose()
    if (when === 'now') await form.save({ step }, ({ title }) => text('told', { title }))
    else await form.save({ publishAt: at }, ({ title }) => text('toldLater', { title }))
  }

  return (
    <Dialog
      open
      size="sm"
      title={text('title')}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <Button variant="primary" onClick={() => void go()}>
          {text(when === 'now' ? 'now' : 'later')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {remarks.length > 0 ? (
          <Notice tone="warning" title={text('remarks')}>
            <ul className="list-disc ps-4">
              {remarks.map((remark) => (
                <li key={remark}>{text(`remark.${remark}`)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <RadioGroup
          label={text('when')}
          value={when}
          onValueChange={setWhen}
          options={[
            { value: 'now', label: text('atOnce') },
            { value: 'later', label: text('atTime'), help: text('atTimeHelp') },
          ]}
        />
        {when === 'later' ? (
          <DateTimeInput
            label={text('time', { zone: timeZone })}
            dayLabel={text('day')}
            timeLabel={text('clock')}
            locale={language}
            today={today}
            min={today}
            value={at}
            onValueChange={setAt}
            error={tried && at === null ? text('timeMissing') : tried && isPast ? text('timePast') : undefined}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
