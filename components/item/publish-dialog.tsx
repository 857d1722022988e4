'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { remarksOf } from '@/components/item/form-checks'
import { proposedTime } from '@/components/item/proposed-time'
import type { ItemForm } from '@/components/item/use-item-form'
import type { Publication } from '@/components/item/use-publication'
import { useWorkspace } from '@/components/shell/workspace'
import { ZonedTimeInput } from '@/components/shell/zoned-time-input'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { FormDialog } from '@/components/ui/form-dialog'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Item } from '@/server/domain/content/item.schema'
import { publishRefusals, stepItemOf } from '@/server/domain/workflow/workflow.rules'

interface Props {
  item: Item
  form: ItemForm
  publication: Publication
  onClose: () => void
  /** Something is in the way of saving, and the form says what. */
  onRefused: () => void
}

/** Live now, or at a time, and perhaps not for ever; with what is still missing for it to count. */
export function PublishDialog({ item, form, publication, onClose, onRefused }: Props) {
  const text = useText('item.publish')
  const endText = useText('publication.end')
  const { timeZone } = useWorkspace()
  const [when, setWhen] = useState<'now' | 'later'>(item.publishAt === null ? 'now' : 'later')
  // What is saved while this stands open, or was since the page was read, has not been seen by whoever says yes.
  const [seen] = useState(form.revision)
  const refusals = useRefusals(item, form.isDirty, when === 'later')
  const [at, setAt] = useState<Date | null>(() => item.publishAt ?? proposedTime(item.plannedFor, timeZone, Date.now()))
  const [isEnding, setEnding] = useState(item.unpublishAt !== null)
  const [end, setEnd] = useState<Date | null>(item.unpublishAt)
  const [tried, setTried] = useState(false)
  const isPast = (moment: Date | null) => moment !== null && moment.getTime() <= Date.now()
  const remarks = remarksOf(form.values)
  const missing = (moment: Date | null, word: string) =>
    tried && moment === null ? word : tried && isPast(moment) ? text('timePast') : undefined

  function close(outcome: 'done' | 'refused' | 'form') {
    if (outcome !== 'refused') onClose()
    if (outcome === 'form') onRefused()
  }

  async function go() {
    setTried(true)
    if (when === 'now') return close(await publication.publish(seen))
    if (at === null || isPast(at) || (isEnding && (end === null || isPast(end)))) return
    close(await publication.schedule({ publishAt: at, unpublishAt: isEnding ? end : null }, seen))
  }

  return (
    <FormDialog
      size="sm"
      title={text('title')}
      action={text(when === 'now' ? 'now' : 'later')}
      pending={publication.isBusy}
      disabledReason={refusals[0]}
      onSubmit={go}
      onClose={onClose}
    >
      {refusals.length > 0 ? (
        <Notice tone="error" title={text('refused')}>
          <ul className="list-disc ps-4">
            {refusals.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : remarks.length > 0 ? (
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
        <>
          <ZonedTimeInput
            label={text('time')}
            dayLabel={text('day')}
            timeLabel={text('clock')}
            value={at}
            onValueChange={setAt}
            error={missing(at, text('timeMissing'))}
          />
          <Checkbox label={endText('wanted')} value={isEnding} onValueChange={setEnding} />
          {isEnding ? (
            <ZonedTimeInput
              label={endText('time')}
              dayLabel={endText('day')}
              timeLabel={endText('clock')}
              value={end}
              onValueChange={setEnd}
              error={missing(end, endText('missing'))}
            />
          ) : null}
        </>
      ) : null}
    </FormDialog>
  )
}

/** Why the workflow does not let it go live, in words. What a required field lacks may have been typed and is saved first. */
function useRefusals(item: Item, isDirty: boolean, byItself: boolean): string[] {
  const text = useText()
  const trpc = useTRPC()
  const { slug, actor, vocabulary } = useWorkspace()
  const { data: state } = useQuery(trpc.workflow.state.queryOptions({ workspace: slug, id: item.id }))
  // Asked anew along with it, so that the page behind does not show an older item with a newer state.
  useQuery(trpc.content.get.queryOptions({ workspace: slug, id: item.id }))
  const seen = stepItemOf(item, state, item.step, actor)
  return publishRefusals(actor, seen, vocabulary, { byItself })
    .filter(({ messageKey }) => !isDirty || messageKey !== 'workflow.refusal.missing')
    .map(({ messageKey, details }) => text(messageKey as never, details as never))
}
