'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { CampaignChildren } from '@/components/campaigns/campaign-children'
import { HealthField } from '@/components/campaigns/health-field'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { TextLink } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { CampaignHealth, Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  campaign: Term<'campaign'>
  proposed: CampaignHealth | null
  childKeys: readonly string[]
}

/** The properties as words, for who may not change them and for what is archived. */
export function CampaignFacts({ campaign: { details }, proposed, childKeys }: Props) {
  const text = useText('campaigns')
  const words = useCampaignWords()
  const headingId = useId()
  const trpc = useTRPC()
  const { slug, base, nameOf, term } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const { ownerId, startsOn, endsOn, parent } = details
  const tags = (dimension: 'persona' | 'channel') =>
    details[`${dimension}s`].length === 0 ? null : (
      <span className="flex flex-wrap gap-1">
        {details[`${dimension}s`].map((key) => (
          <Tag key={key}>{nameOf(dimension, key)}</Tag>
        ))}
      </span>
    )
  const facts: [name: 'state' | 'ownerId' | 'startsOn' | 'endsOn' | 'parent' | 'personas' | 'channels', value: ReactNode][] = [
    ['state', text(`state.${details.state}`)],
    [
      'ownerId',
      ownerId === null ? text('nobody') : (members.find(({ userId }) => userId === ownerId)?.name ?? text('formerMember')),
    ],
    ['startsOn', startsOn && words.dayOf(startsOn)],
    ['endsOn', endsOn && words.dayOf(endsOn)],
    [
      'parent',
      parent &&
        (term('campaign', parent) ? (
          <TextLink prefetch={false} href={`${base}/campaigns/${parent}`}>
            {nameOf('campaign', parent)}
          </TextLink>
        ) : (
          text('parentGone')
        )),
    ],
    ['personas', tags('persona')],
    ['channels', tags('channel')],
  ]
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-4">
      <h2 id={headingId} className="sr-only">
        {text('properties')}
      </h2>
      {proposed ? <HealthField proposed={proposed} override={details.health} disabled onChange={() => undefined} /> : null}
      <dl className="flex flex-col gap-1.5">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
              <dt className="text-ink-3">{text(`field.${name}`)}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <CampaignChildren keys={childKeys} />
    </section>
  )
}
