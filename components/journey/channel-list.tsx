'use client'

import Link from 'next/link'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'

const shown = 8

/** How much is live on which channel; each number leads to its items. */
export function ChannelList({ phase }: { phase: JourneyMap['phases'][number] }) {
  const text = useText('journey')
  const { base, can, nameOf } = useWorkspace()
  const channels = phase.channels.slice(0, shown)
  const rest = phase.channels.length - channels.length
  const href = (channel: string) => `${base}/content?${new URLSearchParams({ phase: phase.key, channel, counts: 'published' })}`
  return (
    <>
      {channels.length === 0 ? <p className="text-ink-3">{text('noContent')}</p> : null}
      <ul>
        {channels.map(({ key, fresh, stale }) => (
          <li key={key}>
            <Link
              prefetch={false}
              href={href(key)}
              className="-mx-1 flex min-h-6 items-baseline gap-2 rounded px-1 hover:bg-ink/4"
            >
              <span className="min-w-0 flex-1 truncate text-ink-2">{nameOf('channel', key)}</span>
              <span className="tabular-nums">
                <span className="font-medium">{fresh}</span>
                {stale > 0 ? <span className="text-xs text-ink-3"> {text('stale', { count: stale })}</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="mt-1 text-xs text-ink-3">{text('moreChannels', { count: rest })}</p> : null}
      {can('item.create') ? (
        <p className="mt-2" data-print="hide">
          <Link
            prefetch={false}
            href={`${base}/content/new?phase=${encodeURIComponent(phase.key)}`}
            className="inline-flex min-h-6 items-center text-xs text-ink-2 underline underline-offset-2 hover:text-ink"
          >
            {text('addHere')}
          </Link>
        </p>
      ) : null}
    </>
  )
}
