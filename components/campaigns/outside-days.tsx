'use client'

import { itemsFilter } from '@/components/campaigns/items-question'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import type { CampaignPage } from '@/server/domain/campaigns/campaign.schema'
import { addDays } from '@/server/domain/facts/moment.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  campaign: Term<'campaign'>
  outside: CampaignPage['outsideDays']
}

/** What is planned for days on which the campaign does not run, each a way to those items. */
export function OutsideDays({ campaign: { key, details }, outside: { before, after } }: Props) {
  const text = useText('campaigns.outsideDays')
  const { base } = useWorkspace()
  const { startsOn, endsOn } = details
  const link = (days: string, label: string) => (
    <TextLink
      href={`${base}/content?${itemsFilter(key)}&status=!published,archived&plannedFor=${days}`}
      className="inline-flex min-h-6 items-center"
    >
      {label}
    </TextLink>
  )
  if (before + after === 0) return null
  return (
    <p className="-mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {before > 0 && startsOn !== null ? link(`..${addDays(startsOn, -1)}`, text('before', { count: before })) : null}
      {after > 0 && endsOn !== null ? link(`${addDays(endsOn, 1)}..`, text('after', { count: after })) : null}
    </p>
  )
}
