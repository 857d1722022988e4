'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { CampaignFilters } from '@/components/campaigns/campaign-filters'
import { CampaignTable } from '@/components/campaigns/campaign-table'
import { CampaignTimeline } from '@/components/campaigns/campaign-timeline'
import { CampaignsEmpty, CampaignsNoMatch } from '@/components/campaigns/campaigns-empty'
import { NewCampaignDialog } from '@/components/campaigns/new-campaign-dialog'
import { useCampaignsAddress } from '@/components/campaigns/use-campaigns-address'
import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { usePaletteActions } from '@/components/shell/palette-actions'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'

/** All campaigns of the workspace, as a list or along the calendar. */
export function Campaigns() {
  const text = useText('campaigns')
  const trpc = useTRPC()
  const { slug, can, actor, timeZone } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.campaigns.list.queryOptions({ workspace: slug }))
  const today = localDayOf(Date.now(), timeZone)
  const address = useCampaignsAddress(today)
  const [isMaking, setMaking] = useState(false)
  const mayEdit = can('campaign.edit')
  usePaletteActions(
    useMemo(
      () => (mayEdit ? [{ id: 'new campaign', label: text('new.title'), run: () => setMaking(true) }] : []),
      [mayEdit, text],
    ),
  )
  const { state, owner } = address
  const me = actor.kind === 'member' ? actor.userId : null
  const isShown = ({ details }: CampaignRow) =>
    (state === null || details.state === state) &&
    (owner === null || details.ownerId === (owner === 'me' ? me : owner === '-' ? null : owner))
  const live = data.filter(({ isArchived }) => !isArchived)
  const archived = data.filter(({ isArchived }) => isArchived)
  const shown = live.filter(isShown)
  return (
    <Page
      title={text('title')}
      lead={live.length > 0 ? <Lead rows={live} /> : undefined}
      actions={
        mayEdit ? (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
            {text('new.title')}
          </Button>
        ) : null
      }
    >
      {live.length === 0 ? (
        <CampaignsEmpty hasArchived={archived.length > 0} onCreate={mayEdit ? () => setMaking(true) : null} />
      ) : (
        <>
          <CampaignFilters address={address} />
          {shown.length === 0 ? (
            <CampaignsNoMatch onClear={address.clear} />
          ) : address.view === 'timeline' ? (
            <CampaignTimeline rows={shown} address={address} today={today} />
          ) : (
            <CampaignTable rows={shown} label={text('title')} />
          )}
        </>
      )}
      {archived.length > 0 ? (
        <details className="mt-8">
          <summary className="min-h-8 rounded-md text-ink-2">{text('archived', { count: archived.length })}</summary>
          <div className="mt-1">
            <CampaignTable rows={archived} label={text('archivedLabel')} />
          </div>
        </details>
      ) : null}
      {isMaking ? <NewCampaignDialog onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

/** What needs somebody's eye, in a sentence. */
function Lead({ rows }: { rows: readonly CampaignRow[] }) {
  const text = useText('campaigns.lead')
  const healthOf = ({ details, proposed }: CampaignRow) => details.health?.value ?? proposed
  const isRunning = ({ details: { state } }: CampaignRow) => state === 'active' || state === 'draft'
  const running = rows.filter(isRunning)
  const late = running.filter((row) => healthOf(row) === 'off_track').length
  const atRisk = running.filter((row) => healthOf(row) === 'at_risk').length
  return text(late + atRisk === 0 ? 'fine' : 'care', { running: running.length, late, atRisk })
}
