'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { TimelineLane } from '@/components/campaigns/timeline-lane'
import { barsOf, datesOf, placeOf, spans, windowOf } from '@/components/campaigns/timeline-rules'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import type { CampaignsAddress } from '@/components/campaigns/use-campaigns-address'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button, IconButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Segmented } from '@/components/ui/segmented'
import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'

interface Props {
  rows: readonly CampaignRow[]
  address: CampaignsAddress
  today: string
}

/** A quarter or a year of campaigns, each in the lanes of the phases it serves. */
export function CampaignTimeline({ rows, address, today }: Props) {
  const text = useText('campaigns.timeline')
  const words = useCampaignWords()
  const { choices, base, nameOf } = useWorkspace()
  const { span, from } = address
  const window = windowOf(from, span)
  const dated = rows.flatMap((row) => {
    const dates = datesOf(row)
    return dates ? [{ row, dates }] : []
  })
  const undated = rows.filter((row) => datesOf(row) === null)
  const phases = choices('phase').map(({ key }) => key)
  const lanes = [...phases, null].map((phase) => ({
    phase,
    bars: barsOf(
      dated.filter(({ row }) => (phase === null ? !row.phases.some((key) => phases.includes(key)) : row.phases.includes(phase))),
      window,
    ),
  }))
  const now = placeOf(today, window)
  const todayMark = useRef<HTMLSpanElement>(null)
  // Where the window is narrower than the timeline, it begins with today and not with the quarter.
  useEffect(() => {
    todayMark.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [])
  const quarter = Math.floor(Number(from.slice(5, 7)) / 3) + 1
  const name = span === 'year' ? words.yearOf(from) : text('quarterOf', { quarter, year: words.yearOf(from) })
  return (
    <div>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segmented
          label={text('span')}
          value={span}
          onValueChange={address.setSpan}
          items={spans.map((value) => ({ value, label: text(value) }))}
        />
        <div className="flex items-center gap-1">
          <IconButton icon={<ChevronLeft aria-hidden />} label={text(`before.${span}`)} onClick={() => address.step(-1)} />
          <p aria-live="polite" className="min-w-22 text-center font-medium tabular-nums">
            {name}
          </p>
          <IconButton icon={<ChevronRight aria-hidden />} label={text(`after.${span}`)} onClick={() => address.step(1)} />
        </div>
        {now === null ? <Button onClick={() => address.step(0)}>{text('today')}</Button> : null}
      </div>
      <ScrollRegion label={text('label', { name })}>
        <table aria-label={text('label', { name })} className="w-full min-w-176 table-fixed border-collapse">
          <thead>
            <tr>
              <th scope="col" className="sticky start-0 z-2 w-36 bg-paper text-start text-xs font-normal text-ink-3 sm:w-42">
                {text('phase')}
              </th>
              <th scope="col" className="relative h-11 p-0 text-start font-normal">
                <span className="sr-only">{text('campaigns')}</span>
                {window.months.map(({ day, start }) => (
                  <span
                    key={day}
                    className="absolute inset-y-0 border-s ps-1.5 text-xs leading-7 text-ink-3"
                    style={{ insetInlineStart: `${start}%` }}
                  >
                    {words.monthOf(day)}
                  </span>
                ))}
                {now === null ? null : (
                  <span
                    ref={todayMark}
                    className="absolute bottom-0 z-1 -translate-x-1/2 rounded bg-accent px-1 text-2xs leading-4 text-accent-ink"
                    style={{ insetInlineStart: `${now}%` }}
                  >
                    {text('today')}
                  </span>
                )}
              </th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ phase, bars }) => (
              <TimelineLane key={phase ?? ''} {...{ phase, bars, window, now }} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {undated.length > 0 ? (
        <section className="mt-5">
          <h2 className="text-base">{text('undated')}</h2>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {undated.map(({ key }) => (
              <li key={key}>
                <TextLink prefetch={false} href={`${base}/campaigns/${key}`}>
                  {nameOf('campaign', key)}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
