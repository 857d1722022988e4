'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { ActivityStream } from '@/components/activity/activity-stream'
import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { activityKinds } from '@/server/domain/activity/activity.schema'

const all = 'all'
const none = { person: null, kind: null, campaign: null, phase: null }

/** Who did what in the workspace, narrowed by person, kind, campaign and phase. */
export function ActivityPage() {
  const text = useText('activity')
  const trpc = useTRPC()
  const { slug, vocabulary, nameOf } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const [filter, setFilter] = useQueryStates(
    { person: parseAsString, kind: parseAsStringLiteral(activityKinds), campaign: parseAsString, phase: parseAsString },
    deliberate,
  )
  const { person, kind, campaign, phase } = filter
  const isNarrow = person !== null || kind !== null || campaign !== null || phase !== null
  // What stands in an old address and is gone since narrows nothing.
  const known = (dimension: 'campaign' | 'phase', key: string | null) =>
    vocabulary[dimension].some((term) => term.key === key) ? (key ?? undefined) : undefined
  const terms = (dimension: 'campaign' | 'phase') => [
    { value: all, label: text('filter.any') },
    ...vocabulary[dimension].map(({ key }) => ({ value: key, label: nameOf(dimension, key) })),
  ]
  const chosen = (value: string) => (value === all ? null : value)
  return (
    <Page title={text('title')} width="text" leadNote={text('lead')}>
      <div className="mb-5 flex flex-wrap gap-2">
        <Select
          label={text('filter.person')}
          labelHidden
          look="button"
          prefix={text('filter.person')}
          value={person ?? all}
          onValueChange={(value) => void setFilter({ person: chosen(value) })}
          items={[
            { value: all, label: text('filter.everybody') },
            ...members.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
        <Select
          label={text('filter.kind')}
          labelHidden
          look="button"
          prefix={text('filter.kind')}
          value={kind ?? all}
          onValueChange={(value) => void setFilter({ kind: activityKinds.find((one) => one === value) ?? null })}
          items={[
            { value: all, label: text('filter.everything') },
            ...activityKinds.map((value) => ({ value, label: text(`kind.${value}`) })),
          ]}
        />
        {vocabulary.campaign.length > 0 ? (
          <Select
            label={text('filter.campaign')}
            labelHidden
            look="button"
            prefix={text('filter.campaign')}
            value={known('campaign', campaign) ?? all}
            onValueChange={(value) => void setFilter({ campaign: chosen(value) })}
            items={terms('campaign')}
          />
        ) : null}
        <Select
          label={text('filter.phase')}
          labelHidden
          look="button"
          prefix={text('filter.phase')}
          value={known('phase', phase) ?? all}
          onValueChange={(value) => void setFilter({ phase: chosen(value) })}
          items={terms('phase')}
        />
        {isNarrow ? (
          <Button variant="quiet" onClick={() => void setFilter(none)}>
            {text('clear')}
          </Button>
        ) : null}
      </div>
      <ActivityStream
        question={{
          person: person ?? undefined,
          kind: kind ?? undefined,
          campaign: known('campaign', campaign),
          phase: known('phase', phase),
        }}
        empty={<EmptyState title={text(isNarrow ? 'noneFitting' : 'none')} />}
      />
    </Page>
  )
}
