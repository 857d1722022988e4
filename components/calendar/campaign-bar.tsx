'use client'

import { type Dragged, dragKind, useCalendar } from '@/components/calendar/calendar-context'
import { laneHeight } from '@/components/calendar/lanes'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { useDraggable } from '@/components/ui/drag'
import { barColour } from '@/components/ui/hue'
import type { Bar, Span } from '@/server/domain/calendar/calendar-window.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

export interface CampaignSpan extends Span {
  readonly term: Term<'campaign'>
  /** It has no days of its own: these are the first and the last of its items. */
  readonly isOfItems: boolean
}

interface Props {
  bar: Bar<CampaignSpan>
  /** The day on which this piece begins. */
  day: string
}

/** A campaign over its days of one week: pressing opens its days, dragging it or its ends changes them. */
export function CampaignBar({ bar, day }: Props) {
  const text = useText('calendar.campaigns')
  const words = useDayWords()
  const { nameOf, can } = useWorkspace()
  const { openCampaign, refuseCampaign } = useCalendar()
  const { span, lane, length, isCutBefore, isCutAfter } = bar
  const { term, key } = span
  const { isOfItems } = span
  const mayMove = can('campaign.edit') && !isOfItems
  const name = nameOf('campaign', key)
  const drag = useDraggable<Dragged>({
    kind: dragKind,
    data: () => ({ kind: 'campaign', key, part: 'whole', day }),
    disabled: !mayMove,
    onRefused: () => refuseCampaign(key),
  })
  return (
    <div
      data-swatch
      style={{
        ...barColour(term.details.hue),
        top: `calc(1.75rem + ${lane * laneHeight}rem)`,
        width: `calc(${length * 100}% - 0.375rem)`,
      }}
      className={cn(
        'absolute start-0.75 z-2 flex h-6.5 min-w-0 items-stretch overflow-hidden rounded border border-s-4 text-xs text-ink',
        isOfItems && 'border-dashed',
        isCutBefore && 'rounded-s-none border-s',
        isCutAfter && 'rounded-e-none border-e-0',
      )}
    >
      {mayMove && !isCutBefore && term.details.startsOn !== null ? <Edge campaign={key} part="start" day={day} /> : null}
      <button
        ref={drag}
        type="button"
        data-campaign={key}
        tabIndex={isCutBefore ? -1 : 0}
        aria-label={text(isOfItems ? 'barOfItems' : 'bar', { name, span: words.spanOf(span) })}
        aria-haspopup="dialog"
        onClick={() => openCampaign(term)}
        className="min-w-0 flex-1 truncate px-1 text-start hover:underline focus-visible:-outline-offset-2"
      >
        {name}
      </button>
      {mayMove && !isCutAfter && term.details.endsOn !== null ? <Edge campaign={key} part="end" day={day} /> : null}
    </div>
  )
}

/** Only for the hand: the dialog behind the bar does the same. */
function Edge({ campaign, part, day }: { campaign: string; part: 'start' | 'end'; day: string }) {
  const drag = useDraggable<Dragged>({ kind: dragKind, data: () => ({ kind: 'campaign', key: campaign, part, day }) })
  return <span ref={drag} aria-hidden data-edge={part} className="w-1.5 shrink-0 cursor-ew-resize hover:bg-ink/20" />
}
