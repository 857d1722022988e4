'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMadeCampaign } from '@/components/campaigns/use-made-campaign'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
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
  const { slug, timeZone, nameOf } = useWorkspace()
  const [name, setName] = useState(() => text('copy.nameOf', { name: nameOf('campaign', campaign.key) }))
  const [startsOn, setStart] = useState(campaign.details.startsOn)
  const copy = useMutation(trpc.campaigns.copy.mutationOptions())

  async function run() {
    try {
      const campaignMade = await copy.mutateAsync({ workspace: slug, copy: { key: campaign.key, name: name.trim(), startsOn } })
      onClose()
      await made(campaignMade, text('told.copied', { name: name.trim(), items: campaignMade.items }))
    } catch {
      // The dialog says what went wrong and keeps what was typed.
    }
  }
  return (
    <FormDialog
      title={text('copy.title')}
      description={text('copy.lead')}
      action={text('copy.do')}
      disabled={name.trim() === ''}
      pending={copy.isPending}
      error={copy.error && problemText(copy.error)}
      onSubmit={run}
      onClose={onClose}
    >
      <TextInput label={text('field.name')} required value={name} maxLength={200} onValueChange={setName} />
      <DateInput
        label={text('field.startsOn')}
        help={text('copy.startHelp')}
        locale={language}
        today={localDayOf(Date.now(), timeZone)}
        value={startsOn}
        onValueChange={setStart}
      />
    </FormDialog>
  )
}
