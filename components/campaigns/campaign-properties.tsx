'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { CampaignChildren } from '@/components/campaigns/campaign-children'
import { HealthField } from '@/components/campaigns/health-field'
import { ItemsAlongDialog, useItemsAlong } from '@/components/campaigns/items-along'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Combobox } from '@/components/ui/combobox'
import { DateInput } from '@/components/ui/date-input'
import { TextLink } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import { type CampaignHealth, campaignStates, type Term, type TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  campaign: Term<'campaign'>
  proposed: CampaignHealth | null
  childKeys: readonly string[]
  edit: CampaignEdit
}

/** How it stands, whose it is, when it runs, and what it belongs to. Who moves its beginning is asked whether its items move too. */
export function CampaignProperties({ campaign, proposed, childKeys, edit }: Props) {
  const text = useText('campaigns')
  const language = useLanguage()
  const headingId = useId()
  const trpc = useTRPC()
  const { slug, base, timeZone, choices, nameOf, term, vocabulary } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const { details } = edit.shown
  const set = (change: Partial<TermDetails<'campaign'>>) => void edit.save({ details: change })
  const today = localDayOf(Date.now(), timeZone)
  const [turned, setTurned] = useState<{ startsOn?: string | null; endsOn?: string | null }>({})
  const move = useItemsAlong(campaign, edit)
  const days = { startsOn: details.startsOn, endsOn: details.endsOn, ...move.asked?.days, ...turned }
  /** An end before the start is not saved: it stays in its field with what is wrong, and goes along when the other day is mended. */
  function setDay(name: 'startsOn' | 'endsOn', day: string | null) {
    const change = { ...turned, [name]: day }
    const next = { ...days, ...change }
    const isTurned = next.startsOn !== null && next.endsOn !== null && next.endsOn < next.startsOn
    setTurned(isTurned ? change : {})
    if (!isTurned) void move.put(next)
  }
  const isParentGone = details.parent !== null && !term('campaign', details.parent)
  // None of those under it can be above it.
  const under = new Set(familyOf(campaign.key, vocabulary.campaign))
  const option = (key: string) => ({ value: key, label: nameOf('campaign', key) })
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-4">
      <h2 id={headingId} className="sr-only">
        {text('properties')}
      </h2>
      {proposed ? (
        <HealthField proposed={proposed} override={details.health} disabled={false} onChange={(health) => set({ health })} />
      ) : null}
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-1 lg:gap-4">
        <Select
          label={text('field.state')}
          value={details.state}
          onValueChange={(state) => set({ state })}
          items={campaignStates.map((value) => ({ value, label: text(`state.${value}`) }))}
        />
        <Combobox
          label={text('field.ownerId')}
          value={details.ownerId}
          onValueChange={(ownerId) => set({ ownerId })}
          items={members.map(({ userId, name, email }) => ({ value: userId, label: name, keywords: [email] }))}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <DateInput
            key={name}
            label={text(`field.${name}`)}
            locale={language}
            today={today}
            value={days[name]}
            error={name in turned ? text('turned') : undefined}
            onValueChange={(day) => setDay(name, day)}
          />
        ))}
      </div>
      <div>
        <Combobox
          label={text('field.parent')}
          value={details.parent}
          onValueChange={(parent) => set({ parent })}
          knownItems={[
            ...vocabulary.campaign.map(({ key }) => option(key)),
            ...(isParentGone ? [{ value: details.parent ?? '', label: text('parentGone') }] : []),
          ]}
          items={choices('campaign')
            .filter(({ key }) => !under.has(key))
            .map(({ key }) => option(key))}
        />
        {details.parent === null || isParentGone ? null : (
          <p className="mt-1 text-sm">
            <TextLink prefetch={false} href={`${base}/campaigns/${details.parent}`}>
              {text('toParent', { name: nameOf('campaign', details.parent) })}
            </TextLink>
          </p>
        )}
      </div>
      <CampaignChildren keys={childKeys} />
      {move.asked ? <ItemsAlongDialog {...move.asked} /> : null}
    </section>
  )
}
