'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { StillValid } from '@/components/shell/still-valid'
import { useWorkspace } from '@/components/shell/workspace'
import { CheckboxBox } from '@/components/ui/checkbox'
import { formatDay } from '@/components/ui/day-text'
import type { CellItem } from '@/server/domain/coverage/coverage-picture.schema'
import { addDays, localDayOf } from '@/server/domain/facts/moment.rules'

interface Props {
  item: CellItem
  isTicked: boolean
  onTick?: (isOn: boolean) => void
}

/** An item in two lines: what it is called, and why it counts. */
export function CellItemRow({ item, isTicked, onTick }: Props) {
  const text = useText('coverage.panel')
  const language = useLanguage()
  const { base, can, nameOf, timeZone } = useWorkspace()
  const link = useRef<HTMLAnchorElement>(null)
  // A heatmap of a day to come shows as stale what is not yet.
  const isOverdue = item.isStale && item.reviewBy !== null && item.reviewBy < localDayOf(Date.now(), timeZone)
  const dayOf = (at: Date) => formatDay(localDayOf(at.getTime(), timeZone), language)
  const since = () => {
    if (item.isStale && item.reviewBy !== null) return text('item.stale', { day: formatDay(addDays(item.reviewBy, 1), language) })
    if (item.counts === 'scheduled' && item.publishAt) return text('item.scheduled', { day: dayOf(item.publishAt) })
    if (item.counts === 'planned' && item.plannedFor !== null)
      return text('item.planned', { day: formatDay(item.plannedFor.slice(0, 10), language) })
    if (item.publishedAt) return text('item.live', { day: dayOf(item.publishedAt) })
    return null
  }
  const below = [nameOf('type', item.type), since(), item.ownerName ?? text('item.noOwner')].filter(Boolean)
  return (
    <div className="flex min-h-14 items-center gap-2.5 py-1.5">
      {onTick ? (
        <CheckboxBox
          checked={isTicked}
          onCheckedChange={(checked) => onTick(checked)}
          aria-label={text('tick', { title: item.title })}
        />
      ) : null}
      <div className="min-w-0 flex-1">
        <Link ref={link} href={`${base}/content/${item.id}`} className="block truncate rounded-sm hover:underline">
          {item.title}
        </Link>
        <div className="truncate text-xs text-ink-2">{below.join(' · ')}</div>
      </div>
      {isOverdue && can('item.edit') ? <StillValid size="sm" item={item} onDone={() => link.current?.focus()} /> : null}
    </div>
  )
}
