'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { EffectCell } from '@/components/campaigns/effect-cell'
import { type EffectSide, effectSides, effectTable, wholePercent } from '@/components/campaigns/effect-rules'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import { PhaseLetter } from '@/components/ui/tag'
import type { CampaignEffect as Effect } from '@/server/domain/campaigns/campaign.schema'
import { type Mode, modes, untagged } from '@/server/domain/coverage/coverage.schema'

/** The heatmap without the campaign's items, with them, and what lies between. */
export function CampaignEffect({ campaign }: { campaign: string }) {
  const text = useText('campaigns.effect')
  const modeText = useText('coverage.mode')
  const id = useId()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const [mode, setMode] = useState<Mode>('planned')
  const [side, setSide] = useState<EffectSide>('with')
  const question = trpc.campaigns.effect.queryOptions({ workspace: slug, key: campaign, mode })
  const { data } = useQuery({ ...question, placeholderData: keepPreviousData })
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{text('title')}</h2>
      {data ? (
        <p aria-live="polite" className="mt-1 max-w-160 font-serif text-lg text-pretty">
          <Sentence effect={data} />
        </p>
      ) : null}
      <div className="mt-3 mb-2 flex flex-wrap items-center gap-2" data-print="hide">
        <Segmented
          label={text('side')}
          value={side}
          onValueChange={setSide}
          items={effectSides.map((value) => ({ value, label: text(`side_${value}`) }))}
        />
        <Select<Mode>
          label={modeText('label')}
          labelHidden
          look="button"
          value={mode}
          onValueChange={setMode}
          items={modes.map((value) => ({ value, label: text(`mode.${value}`) }))}
        />
      </div>
      {data ? (
        data.cells.length === 0 ? (
          <p className="text-ink-2">{text('nothing', { mode })}</p>
        ) : (
          <EffectHeatmap effect={data} side={side} />
        )
      ) : (
        <SkeletonRows rows={4} label={text('title')} />
      )}
    </section>
  )
}

function Sentence({ effect: { readiness, mode } }: { effect: Effect }) {
  const text = useText('campaigns.effect')
  const format = useFormatter()
  if (readiness.without === null || readiness.with === null) return text('sentence.noTargets')
  const from = wholePercent(readiness.without)
  const to = wholePercent(readiness.with)
  const change = from === to ? 'same' : to > from ? 'rise' : 'fall'
  return text(`sentence.${change}`, { from: format.number(from), to: format.number(to), mode })
}

function EffectHeatmap({ effect, side }: { effect: Effect; side: EffectSide }) {
  const text = useText('campaigns.effect')
  const { vocabulary, nameOf, term } = useWorkspace()
  const { rows, columns, cellAt } = effectTable(
    effect.cells,
    vocabulary.phase.map(({ key }) => key),
    vocabulary.channel.map(({ key }) => key),
  )
  const rowName = (key: string) => (key === untagged ? text('noPhase') : nameOf('phase', key))
  const columnName = (key: string) => (key === untagged ? text('noChannel') : nameOf('channel', key))
  const label = text('label', { side: text(`side_${side}`) })
  return (
    <ScrollRegion label={label} className="-mx-1 px-1 py-1">
      <table
        aria-label={label}
        style={{ width: `min(100%, ${10.5 + columns.length * 6.5}rem)`, minWidth: `${10.5 + columns.length * 5.25}rem` }}
        className="table-fixed border-separate border-spacing-0.75 tabular-nums"
      >
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 z-2 w-42 bg-paper">
              <span className="sr-only">{text('phase')}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-0.5 pt-1 pb-1.5 text-center align-bottom text-xs leading-tight font-medium hyphens-auto text-ink-2 wrap-anywhere"
              >
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th
                scope="row"
                className="sticky start-0 z-2 bg-paper pe-2 text-start font-medium [box-shadow:-4px_0_var(--paper)]"
              >
                <span className="flex items-center gap-2.25">
                  {row === untagged ? null : <PhaseLetter letter={term('phase', row)?.details.letter ?? ''} />}
                  <span className="min-w-0 leading-tight hyphens-auto wrap-anywhere">{rowName(row)}</span>
                </span>
              </th>
              {columns.map((column) => (
                <EffectCell key={column} cell={cellAt(row, column)} side={side} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
