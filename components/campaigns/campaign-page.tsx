'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CampaignAbout } from '@/components/campaigns/campaign-about'
import { CampaignActions } from '@/components/campaigns/campaign-actions'
import { CampaignDot } from '@/components/campaigns/campaign-colour'
import { CampaignEffect } from '@/components/campaigns/campaign-effect'
import { CampaignFacts } from '@/components/campaigns/campaign-facts'
import { CampaignGaps } from '@/components/campaigns/campaign-gaps'
import { CampaignItems } from '@/components/campaigns/campaign-items'
import { CampaignPeople } from '@/components/campaigns/campaign-people'
import { CampaignPlan } from '@/components/campaigns/campaign-plan'
import { CampaignProperties } from '@/components/campaigns/campaign-properties'
import { CampaignReach } from '@/components/campaigns/campaign-reach'
import { ConflictDialog } from '@/components/campaigns/conflict-dialog'
import { OnlyBefore } from '@/components/campaigns/only-before'
import { OutsideDays } from '@/components/campaigns/outside-days'
import { datesOf } from '@/components/campaigns/timeline-rules'
import { useCampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useRememberVisit } from '@/components/shell/recent-visits'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { cn } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

const columns = 'grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]'
const beside = 'flex min-w-0 flex-col gap-7 lg:col-start-2'

/** Other features' parts, given by the page. */
interface Slots {
  share?: ReactNode
  tasks?: ReactNode
  discussion?: ReactNode
}

/** A campaign: what it wants, what is there, and what it does to coverage and gaps. */
export function CampaignPage({ campaign: key, ...slots }: { campaign: string } & Slots) {
  const text = useText('campaigns')
  const { term, base } = useWorkspace()
  const campaign = term('campaign', key)
  if (campaign) return <Opened key={key} campaign={campaign} {...slots} />
  return (
    <Page title={text('gone.title')}>
      <EmptyState
        title={text('gone.explanation')}
        actions={<LinkButton href={`${base}/campaigns`}>{text('gone.toList')}</LinkButton>}
      />
    </Page>
  )
}

function Opened({ campaign, share, tasks, discussion }: { campaign: Term<'campaign'> } & Slots) {
  const text = useText('campaigns')
  const words = useCampaignWords()
  const trpc = useTRPC()
  const { slug, base, can, nameOf } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.campaigns.get.queryOptions({ workspace: slug, key: campaign.key }))
  const edit = useCampaignEdit(campaign)
  const isArchived = campaign.archivedAt !== null
  const disabled = !can('campaign.edit') || isArchived
  const name = nameOf('campaign', campaign.key)
  useRememberVisit({ href: `${base}/campaigns/${campaign.key}`, title: name })
  const { progress } = data
  return (
    <Page
      title={
        <span className="inline-flex max-w-full items-baseline gap-3">
          <CampaignDot hue={edit.shown.details.hue} className="size-3" />
          <span className="min-w-0 wrap-anywhere">{name}</span>
        </span>
      }
      width="table"
      actions={
        <>
          {share}
          <CampaignActions campaign={campaign} />
        </>
      }
      leadNote={words.datesOf(datesOf({ ...data, details: edit.shown.details }))}
    >
      <div className="flex flex-col gap-5">
        {isArchived ? <Notice>{text('isArchived')}</Notice> : null}
        <Progress
          label={text('column.progress')}
          value={progress.wanted === 0 ? 0 : progress.reached}
          max={Math.max(1, progress.wanted)}
          valueText={words.progressOf(progress)}
        />
        <p className="-mt-3 text-sm text-ink-3">
          {text('progress.rest', { items: progress.items, scheduled: progress.scheduled, overdue: progress.overdue })}
        </p>
        {data.servesOnlyBefore === 'no' ? null : (
          <OnlyBefore campaign={campaign.key} isSoFar={data.servesOnlyBefore === 'so_far'} />
        )}
        <OutsideDays campaign={edit.shown} outside={data.outsideDays} />
        {/* On a phone what it is comes first, and what people say of it last; beside each other where there is room. */}
        <div className={columns}>
          <div className={beside}>
            {disabled ? (
              <CampaignFacts campaign={campaign} proposed={data.proposed} childKeys={data.children} />
            ) : (
              <CampaignProperties campaign={campaign} proposed={data.proposed} childKeys={data.children} edit={edit} />
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-9 lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <CampaignAbout edit={edit} disabled={disabled} />
            <CampaignPlan page={data} edit={edit} disabled={disabled} />
          </div>
          {disabled ? null : (
            <div className={beside}>
              <CampaignReach edit={edit} />
            </div>
          )}
        </div>
        <CampaignEffect campaign={campaign.key} />
        <div className={cn(columns, 'mt-4')}>
          <div className="flex min-w-0 flex-col gap-9 lg:col-start-1">
            <CampaignGaps campaign={campaign.key} />
            <CampaignItems campaign={campaign.key} />
          </div>
          <div className={cn(beside, 'lg:row-span-2 lg:row-start-1')}>
            {tasks}
            <CampaignPeople campaign={campaign.key} />
          </div>
          <div className="min-w-0 lg:col-start-1">{discussion}</div>
        </div>
      </div>
      {edit.conflict ? <ConflictDialog conflict={edit.conflict} /> : null}
    </Page>
  )
}
