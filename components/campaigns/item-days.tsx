'use client'

import type { DatedItem } from '@/components/campaigns/use-campaign-items'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import { addDays, daysBetween, localDayOf } from '@/server/domain/facts/moment.rules'

/** The days on which something of it comes or came, along a line; each leads to its first item in the list below. */
export function ItemDays({ items }: { items: readonly DatedItem[] }) {
  const text = useText('campaigns.items')
  const words = useCampaignWords()
  const { timeZone } = useWorkspace()
  const days = new Map<string, DatedItem[]>()
  for (const dated of items) if (dated.day !== null) days.set(dated.day, [...(days.get(dated.day) ?? []), dated])
  const sorted = [...days.keys()].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return null
  const [from, until] = [addDays(first, -2), addDays(last, 2)]
  const share = (day: string) => (daysBetween(from, day) / daysBetween(from, until)) * 100
  const today = localDayOf(Date.now(), timeZone)
  return (
    <div className="px-1" data-print="hide">
      <ol aria-label={text('byDay')} className="relative h-10">
        <li aria-hidden className="absolute inset-x-0 top-4.5 border-t border-line-2" />
        {today >= from && today <= until ? (
          <li className="absolute top-1 h-7 border-s-2 border-accent" style={{ insetInlineStart: `${share(today)}%` }}>
            <span className="sr-only">{text('today')}</span>
          </li>
        ) : null}
        {[...days].map(([day, onDay]) => {
          const isLive = onDay.every(({ item }) => item.status === 'published')
          const about = text('onDay', { day: words.dayOf(day), count: onDay.length, first: onDay[0]?.item.title ?? '' })
          return (
            <li key={day} className="absolute top-1.5 -translate-x-1/2" style={{ insetInlineStart: `${share(day)}%` }}>
              <Tooltip text={about}>
                <a
                  href={`#item-${onDay[0]?.item.id}`}
                  className={cn(
                    'grid size-6 place-items-center rounded-full border-[1.5px] text-2xs font-semibold tabular-nums',
                    isLive ? 'border-accent bg-accent text-accent-ink' : 'border-ink-2 bg-sheet text-ink-2',
                  )}
                >
                  <span aria-hidden>{onDay.length}</span>
                  <span className="sr-only">{about}</span>
                </a>
              </Tooltip>
            </li>
          )
        })}
      </ol>
      <p className="flex justify-between text-xs text-ink-3">
        <span>{words.dayOf(first)}</span>
        {last === first ? null : <span>{words.dayOf(last)}</span>}
      </p>
    </div>
  )
}
