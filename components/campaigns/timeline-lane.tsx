'use client'

import Link from 'next/link'
import { datesOf, type TimelineBar, type TimelineWindow } from '@/components/campaigns/timeline-rules'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { barColour } from '@/components/ui/hue'
import { PhaseLetter } from '@/components/ui/tag'
import { Tooltip } from '@/components/ui/tooltip'
import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'

interface Props {
  /** Null: what serves no phase. */
  phase: string | null
  bars: readonly TimelineBar<CampaignRow>[]
  window: TimelineWindow
  /** Where today is, in per cent. */
  now: number | null
}

const barHeight = 1.75
const step = barHeight + 0.25

/** A phase and the campaigns that serve it in the shown days. */
export function TimelineLane({ phase, bars, window, now }: Props) {
  const text = useText('campaigns.timeline')
  const { term, nameOf } = useWorkspace()
  const tracks = Math.max(1, ...bars.map(({ track }) => track + 1))
  return (
    <tr className="border-t last:border-b">
      <th scope="row" className="sticky start-0 z-2 bg-paper py-2 pe-2 text-start align-top font-medium">
        <span className="flex min-h-7 items-center gap-2.25 text-sm">
          {phase === null ? null : <PhaseLetter letter={term('phase', phase)?.details.letter ?? ''} />}
          <span className={cn('min-w-0 leading-tight hyphens-auto wrap-anywhere', phase === null && 'font-normal text-ink-2')}>
            {phase === null ? text('noPhase') : nameOf('phase', phase)}
          </span>
        </span>
      </th>
      <td className="relative p-0 align-top">
        {window.months.map(({ day, start }) => (
          <span key={day} aria-hidden className="absolute inset-y-0 border-s" style={{ insetInlineStart: `${start}%` }} />
        ))}
        {now === null ? null : (
          <span aria-hidden className="absolute inset-y-0 border-s-2 border-accent" style={{ insetInlineStart: `${now}%` }} />
        )}
        {bars.length === 0 ? <span className="sr-only">{text('nothing')}</span> : null}
        <ul className="relative my-2" style={{ height: `${tracks * step - 0.25}rem` }}>
          {bars.map((bar) => (
            <Bar key={bar.row.key} bar={bar} />
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Bar({ bar: { row, start, width, track, isCutBefore, isCutAfter } }: { bar: TimelineBar<CampaignRow> }) {
  const text = useText('campaigns')
  const words = useCampaignWords()
  const { base, nameOf } = useWorkspace()
  const name = nameOf('campaign', row.key)
  const about = [
    words.datesOf(datesOf(row)),
    row.proposed ? text(`health.${row.details.health?.value ?? row.proposed}`) : text(`state.${row.details.state}`),
    words.progressOf(row.progress),
  ].join(', ')
  return (
    <li
      className="absolute"
      style={{ insetInlineStart: `${start}%`, width: `${width}%`, top: `${track * step}rem`, height: `${barHeight}rem` }}
    >
      <Tooltip text={`${name}: ${about}`}>
        <Link
          prefetch={false}
          href={`${base}/campaigns/${row.key}`}
          aria-label={`${name}, ${about}`}
          data-swatch
          style={barColour(row.details.hue)}
          className={cn(
            'block size-full min-w-6 overflow-clip rounded border border-s-4 px-1.5 text-xs leading-6.5 text-ink hover:outline-1 hover:outline-ink-3',
            isCutBefore && 'rounded-s-none border-s-dashed',
            isCutAfter && 'rounded-e-none border-e-0',
          )}
        >
          {/* Beside the names of the phases while the bar begins behind them; clipped, since what scrolls would hold it. */}
          <span className="sticky start-38 inline-block max-w-full truncate align-top sm:start-44">{name}</span>
        </Link>
      </Tooltip>
    </li>
  )
}
