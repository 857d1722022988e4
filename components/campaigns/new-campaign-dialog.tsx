'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { TemplateMisfit } from '@/components/campaigns/template-misfit'
import { useMadeCampaign } from '@/components/campaigns/use-made-campaign'
import { useLanguage, useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { localDayOf, proposedDay } from '@/server/domain/facts/moment.rules'
import { type CampaignTemplateKey, campaignTemplate, campaignTemplates } from '@/server/presets/campaigns'

const empty = 'empty'

/** The few things a campaign begins with; the rest is said on its page, where this leads. */
export function NewCampaignDialog({ onClose }: { onClose: () => void }) {
  const text = useText('campaigns')
  const language = useLanguage()
  const localized = useLocalized()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const made = useMadeCampaign()
  const { slug, timeZone } = useWorkspace()
  const today = localDayOf(Date.now(), timeZone)
  const [template, setTemplate] = useState<CampaignTemplateKey | typeof empty>(empty)
  const [typedName, setName] = useState<string | null>(null)
  const [typedGoal, setGoal] = useState<string | null>(null)
  const [typedStart, setStart] = useState<string | null>()
  const [endsOn, setEnd] = useState<string | null>(null)
  const create = useMutation(trpc.campaigns.create.mutationOptions())
  const preset = template === empty ? null : campaignTemplate(template)
  const name = typedName ?? (preset ? localized(preset.name) : '')
  const goal = typedGoal ?? (preset ? localized(preset.goal) : '')
  // A template dates its items from the start, so there has to be one.
  const startsOn = typedStart === undefined ? (preset ? proposedDay(today) : null) : typedStart
  const isStartMissing = preset !== null && startsOn === null
  const isTurned = startsOn !== null && endsOn !== null && endsOn < startsOn
  const isReady = name.trim() !== '' && !isTurned && !isStartMissing

  async function add() {
    try {
      const campaign = await create.mutateAsync({
        workspace: slug,
        campaign: {
          template: template === empty ? null : template,
          name: name.trim(),
          startsOn,
          ...(endsOn === null ? {} : { endsOn }),
          ...(typedGoal === null ? {} : { goal: typedGoal.trim() }),
        },
      })
      onClose()
      await made(campaign, text('told.created', { name: name.trim(), items: campaign.items }))
    } catch {
      // The dialog says what went wrong and keeps what was typed.
    }
  }
  return (
    <FormDialog
      dismissible={!typedName && !typedGoal}
      title={text('new.title')}
      description={text('new.lead')}
      action={text('new.create')}
      disabled={!isReady}
      pending={create.isPending}
      error={create.error && problemText(create.error)}
      onSubmit={add}
      onClose={onClose}
    >
      <Select<CampaignTemplateKey | typeof empty>
        label={text('new.template')}
        value={template}
        onValueChange={setTemplate}
        help={preset ? text('new.templateHelp', { items: preset.items.length, days: preset.days }) : text('new.emptyHelp')}
        items={[
          { value: empty, label: text('new.empty') },
          ...campaignTemplates.map((value) => ({ value, label: localized(campaignTemplate(value).name) })),
        ]}
      />
      {preset ? <TemplateMisfit preset={preset} /> : null}
      <TextInput label={text('field.name')} required value={name} maxLength={200} onValueChange={setName} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput
          label={text('field.startsOn')}
          required={preset !== null}
          locale={language}
          today={today}
          value={startsOn}
          onValueChange={setStart}
          error={isStartMissing ? text('new.startMissing') : undefined}
        />
        <DateInput
          label={text('field.endsOn')}
          locale={language}
          today={today}
          value={endsOn}
          onValueChange={setEnd}
          error={isTurned ? text('turned') : undefined}
        />
      </div>
      <TextArea label={text('field.goal')} help={text('goalHelp')} value={goal} maxLength={2000} onValueChange={setGoal} />
    </FormDialog>
  )
}
