'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useId } from 'react'
import { EffectHeatmap, leastWidth } from '@/components/campaigns/effect-heatmap'
import { effectViews, wholePercent } from '@/components/campaigns/effect-rules'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { CampaignEffect as Effect } from '@/server/domain/campaigns/campaign.schema'
import { type Mode, modes } from '@/server/domain/coverage/coverage.schema'

const parsers = {
  effect: parseAsStringLiteral(effectViews).withDefault('both'),
  mode: parseAsStringLiteral(modes).withDefault('planned'),
}

/** The heatmap without the campaign's items, with them, and what lies between. */
export function CampaignEffect({ campaign }: { campaign: string }) {
  const text = useText('campaigns.effect')
  const modeText = useText('coverage.mode')
  const id = useId()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const [{ effect, mode }, setAddress] = useQueryStates(parsers)
  const question = trpc.campaigns.effect.queryOptions({ workspace: slug, key: campaign, mode })
  const { data } = useQuery({ ...question, placeholderData: keepPreviousData })
  return (
    <section aria-labelledby={id} className="mt-4">
      <h2 id={id}>{text('title')}</h2>
      {data ? (
        <p aria-live="polite" className="mt-1 max-w-160 font-serif text-lg text-pretty">
          <Sentence effect={data} />
        </p>
      ) : null}
      <div className="mt-3 mb-3 flex flex-wrap items-center gap-2" data-print="hide">
        <Segmented
          label={text('side')}
          value={effect}
          onValueChange={(value) => void setAddress({ effect: value }, deliberate)}
          items={effectViews.map((value) => ({ value, label: text(`side_${value}`) }))}
        />
        <Select<Mode>
          label={modeText('label')}
          labelHidden
          look="button"
          value={mode}
          onValueChange={(value) => void setAddress({ mode: value }, deliberate)}
          items={modes.map((value) => ({ value, label: text(`mode.${value}`) }))}
        />
      </div>
      {data ? (
        data.cells.length === 0 ? (
          <p className="text-ink-2">{text('nothing', { mode })}</p>
        ) : (
          <Shown effect={data} view={effect} />
        )
      ) : (
        <SkeletonRows rows={4} label={text('title')} />
      )}
    </section>
  )
}

function Shown({ effect: { cells }, view }: { effect: Effect; view: (typeof effectViews)[number] }) {
  const text = useText('campaigns.effect')
  if (view === 'difference') return <EffectHeatmap cells={cells} side="difference" />
  return (
    <div
      className="grid gap-x-8 gap-y-5"
      style={{ gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${leastWidth(cells)}), 1fr))` }}
    >
      {(['without', 'with'] as const).map((side) => (
        <div key={side} className="min-w-0">
          <h3 className="mb-1 text-base">{text(`side_${side}`)}</h3>
          <EffectHeatmap cells={cells} side={side} />
        </div>
      ))}
    </div>
  )
}

function Sentence({ effect: { readiness, mode, isPresent } }: { effect: Effect }) {
  const text = useText('campaigns.effect')
  const format = useFormatter()
  if (readiness.without === null || readiness.with === null) return text('sentence.noTargets')
  const from = wholePercent(readiness.without)
  const to = wholePercent(readiness.with)
  const change = from === to ? 'same' : to > from ? 'rise' : 'fall'
  return text(`sentence.${change}`, { from: format.number(from), to: format.number(to), mode: isPresent ? 'published' : mode })
}
