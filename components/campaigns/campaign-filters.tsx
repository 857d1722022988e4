'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { CampaignsAddress } from '@/components/campaigns/use-campaigns-address'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { campaignStates } from '@/server/domain/vocabulary/vocabulary.schema'

const all = 'all'

/** List or timeline, and of which campaigns. */
export function CampaignFilters({ address }: { address: CampaignsAddress }) {
  const text = useText('campaigns')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const { view, state, owner } = address
  const orNull = <V extends string>(value: V | typeof all) => (value === all ? null : (value as V))
  return (
    <div data-print="hide" className="mb-4 flex flex-wrap items-center gap-2">
      <Segmented
        label={text('view.label')}
        value={view}
        onValueChange={address.setView}
        items={(['list', 'timeline'] as const).map((value) => ({ value, label: text(`view.${value}`) }))}
      />
      <Select
        label={text('column.state')}
        labelHidden
        look="button"
        prefix={`${text('column.state')}:`}
        value={state ?? all}
        onValueChange={(value) => address.setState(orNull(value))}
        items={[
          { value: all, label: text('filter.all') },
          ...campaignStates.map((value) => ({ value, label: text(`state.${value}`) })),
        ]}
      />
      <Select<string>
        label={text('column.owner')}
        labelHidden
        look="button"
        prefix={`${text('column.owner')}:`}
        value={owner ?? all}
        onValueChange={(value) => address.setOwner(orNull(value))}
        items={[
          { value: all, label: text('filter.everyone') },
          { value: 'me', label: text('filter.me') },
          { value: '-', label: text('nobody') },
          ...members.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
      {state !== null || owner !== null ? (
        <Button variant="quiet" onClick={address.clear}>
          {text('noMatch.clear')}
        </Button>
      ) : null}
    </div>
  )
}
