'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
import { LinkButton } from '@/components/ui/link-button'
import type { Axis } from '@/server/domain/calendar/calendar.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

export interface CampaignDays {
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Saves other days of a campaign, with its items along or not; one change that can be undone. */
export function useCampaignDays(axis: Axis) {
  const text = useText('calendar.told')
  const words = useDayWords()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug, nameOf } = useWorkspace()
  return async ({ key, revision }: Term<'campaign'>, days: CampaignDays, isAlong: boolean): Promise<void> => {
    const move = { key, revision, ...days, withItems: isAlong ? axis : null }
    try {
      const { changeSet, done } = await client.calendar.moveCampaign.mutate({ workspace: slug, move })
      const about = { name: nameOf('campaign', key), span: words.spanOf(days) }
      if (changeSet) tell(done > 0 ? text('campaignWith', { ...about, count: done }) : text('campaign', about), changeSet)
    } finally {
      await Promise.all([
        queries.invalidateQueries(trpc.vocabulary.get.pathFilter()),
        queries.invalidateQueries(trpc.campaigns.pathFilter()),
        queries.invalidateQueries(trpc.calendar.pathFilter()),
        queries.invalidateQueries(trpc.content.pathFilter()),
      ])
    }
  }
}

interface Props {
  campaign: Term<'campaign'>
  /** Where it was dragged to; else its own. */
  proposed?: CampaignDays | undefined
  axis: Axis
  today: string
  onClose: () => void
}

/** The days of a campaign, and whether its items come along. */
export function CampaignDaysDialog({ campaign, proposed, axis, today, onClose }: Props) {
  const text = useText('calendar')
  const language = useLanguage()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, base, can, nameOf } = useWorkspace()
  const save = useCampaignDays(axis)
  const { details, key } = campaign
  const [startsOn, setStart] = useState(proposed ? proposed.startsOn : details.startsOn)
  const [endsOn, setEnd] = useState(proposed ? proposed.endsOn : details.endsOn)
  const [isAlong, setAlong] = useState(true)
  const [error, setError] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const mayEdit = can('campaign.edit')
  const { data: count = 0 } = useQuery(trpc.calendar.countAlong.queryOptions({ workspace: slug, key, axis }))
  const isShifted = (startsOn ?? endsOn) !== (details.startsOn ?? details.endsOn)
  const isBackwards = startsOn !== null && endsOn !== null && endsOn < startsOn

  async function submit(): Promise<void> {
    setSaving(true)
    try {
      await save(campaign, { startsOn, endsOn }, isAlong && isShifted && count > 0)
      onClose()
    } catch (failure) {
      setError(problemText(failure))
      setSaving(false)
    }
  }
  return (
    <FormDialog
      size="sm"
      title={text('campaigns.title', { name: nameOf('campaign', key) })}
      action={mayEdit ? text('campaigns.save') : undefined}
      disabled={isBackwards}
      pending={isSaving}
      error={error}
      onSubmit={submit}
      onClose={onClose}
      extra={
        <LinkButton variant="quiet" prefetch={false} href={`${base}/campaigns/${key}`}>
          {text('campaigns.page')}
        </LinkButton>
      }
    >
      <DateInput
        label={text('campaigns.starts')}
        locale={language}
        today={today}
        disabled={!mayEdit}
        value={startsOn}
        onValueChange={setStart}
      />
      <DateInput
        label={text('campaigns.ends')}
        locale={language}
        today={today}
        disabled={!mayEdit}
        value={endsOn}
        onValueChange={setEnd}
        error={isBackwards ? text('problem.endsBeforeStart') : undefined}
      />
      {mayEdit && isShifted && count > 0 ? (
        <Checkbox
          label={text('campaigns.along', { count })}
          help={text('campaigns.alongHelp', { axis: text(`axis.${axis}`) })}
          value={isAlong}
          onValueChange={setAlong}
        />
      ) : null}
      {mayEdit ? null : <p className="text-sm text-ink-2">{text('campaigns.readOnly')}</p>}
    </FormDialog>
  )
}
