'use client'

import { useQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Tooltip } from '@/components/ui/tooltip'

const askedEveryMs = 60_000
const never = () => () => {}
const inBrowser = (): boolean => true
const onServer = (): boolean => false

/** The way to one's notifications, with how many are unread. */
export function Bell() {
  const text = useText('notifications')
  const format = useFormatter()
  const written = useWritten()
  const trpc = useTRPC()
  const { base, slug } = useWorkspace()
  const isHere = useSyncExternalStore(never, inBrowser, onServer)
  const isOpen = usePathname() === `${base}/notifications`
  const { data } = useQuery(
    trpc.notifications.count.queryOptions({ workspace: slug }, { refetchInterval: askedEveryMs, refetchOnWindowFocus: 'always' }),
  )
  const unread = isHere ? (data?.unread ?? 0) : 0
  const label = unread > 0 ? text('bellUnread', { count: unread }) : text('bell')
  return (
    <Tooltip text={label} shortcut={written('goNotifications')} side="right">
      <Link
        href={`${base}/notifications`}
        aria-label={label}
        aria-current={isOpen ? 'page' : undefined}
        className="relative grid size-9 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-ink/6 hover:text-ink aria-[current=page]:bg-ink/6 aria-[current=page]:text-ink"
      >
        <BellIcon aria-hidden className="size-4.5" />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute end-0 top-0 min-w-4.5 rounded-full bg-accent px-1 text-center text-[11px] leading-4.5 font-medium text-accent-ink tabular-nums"
          >
            {unread > 99 ? `${format.number(99)}+` : format.number(unread)}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  )
}
