'use client'

import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useMadeCampaign } from '@/components/campaigns/use-made-campaign'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** The same once more, on other days. */
export function CopyCampaignDialog({ campaign, onClose }: { campaign: Term<'campaign'>; onClose: () => void }) {
  const text = useText('campaigns')
  const language = useLanguage()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const made = useMadeCampaign()
  const formId = useId()
  const { slug, timeZone, nameOf } = useWorkspace()
  const [name, setName] = useState(() => text('copy.nameOf', { name: nameOf('campaign', campaign.key) }))
  const [startsOn, setStart] = useState(campaign.details.startsOn)
  const copy = useMutation(trpc.campaigns.copy.mutationOptions())

  async function run() {
    if (name.trim() === '' || copy.isPending) return
    try {
      const campaignMade = await copy.mutateAsync({ workspace: slug, copy: { key: campaign.key, name: name.trim(), startsOn } })
      onClose()
      await made(campaignMade, text('told.copied', { name: name.trim(), items: campaignMade.items }))
    } catch {
      // The dialog says what went wrong and keeps what was typed.
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={text('copy.title')}
      description={text('copy.lead')}
      footer={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" loading={copy.isPending} disabled={name.trim() === ''}>
            {text('copy.do')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        {copy.error ? <Notice tone="error">{problemText(copy.error)}</Notice> : null}
        <TextInput label={text('field.name')} required value={name} maxLength={200} onValueChange={setName} />
        <DateInput
          label={text('field.startsOn')}
          help={text('copy.startHelp')}
          locale={language}
          today={localDayOf(Date.now(), timeZone)}
          value={startsOn}
          onValueChange={setStart}
        />
      </form>
    </Dialog>
  )
}
