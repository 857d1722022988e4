'use client'

import Link from 'next/link'
import { useLanguage, useText } from '@/components/i18n/use-text'
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
  const { base, nameOf, timeZone } = useWorkspace()
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
        <Link href={`${base}/content/${item.id}`} className="block truncate rounded-sm hover:underline">
          {item.title}
        </Link>
        <div className="truncate text-xs text-ink-2">{below.join(' · ')}</div>
      </div>
    </div>
  )
}
