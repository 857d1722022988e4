'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useCalendar } from '@/components/calendar/calendar-context'
import { EntryChip } from '@/components/calendar/entry-chip'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { Popover } from '@/components/ui/popover'
import { SkeletonRows } from '@/components/ui/skeleton'
import { fieldOfAxis } from '@/server/domain/calendar/calendar.rules'

interface Props {
  day: string
  filter: string
  anchor: HTMLElement
  /** The entry to begin with; else the first. */
  at?: string | undefined
  /** Keys that mean the entry or day they are pressed on, as in the days themselves. */
  onKey: (event: KeyboardEvent) => void
  onClose: () => void
  /** What opened out of it and stands above it. */
  children?: ReactNode
}

/** More than these and the table is the better place. */
export const listed = 200

/** Everything of one day. */
export function DayList({ day, filter, anchor, at, onKey, onClose, children }: Props) {
  const text = useText('calendar')
  const words = useDayWords()
  const trpc = useTRPC()
  const { slug, base } = useWorkspace()
  const { address, create } = useCalendar()
  const { axis } = address
  const question = { workspace: slug, filter, axis, from: day, to: day, perDay: listed }
  const { data } = useQuery(trpc.calendar.range.queryOptions(question))
  const list = useRef<HTMLUListElement>(null)
  const isThere = data !== undefined
  useEffect(() => {
    // Where they had to be waited for, the focus waits on the list itself.
    if (isThere && document.activeElement === list.current) beginOf(list.current, at)?.focus()
  }, [isThere, at])
  const place = useMemo(() => ({ current: anchor }), [anchor])
  const inTable = new URLSearchParams(filter)
  inTable.append(fieldOfAxis[axis], `${day}..${day}`)
  return (
    <Popover
      open
      onOpenChange={(open) => open || onClose()}
      anchor={place}
      title={words.full(day)}
      initialFocus={() => beginOf(list.current, at)}
      className="flex w-80 flex-col"
    >
      {data ? null : <SkeletonRows rows={3} label={text('dayList.loading')} />}
      <ul
        ref={list}
        tabIndex={-1}
        data-entry-list
        data-page-keys
        data-in-day={day}
        onKeyDown={(event) => onKey(event.nativeEvent)}
        className="flex min-h-0 flex-col gap-1 overflow-y-auto p-0.5 outline-none"
      >
        {data?.entries.map((entry) => (
          <li key={entry.id}>
            <EntryChip entry={entry} isWide />
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        {create ? (
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => {
              onClose()
              create(day, anchor)
            }}
          >
            {text('add')}
          </Button>
        ) : null}
        {data && data.inRange > 0 ? (
          <TextLink prefetch={false} href={`${base}/content?${inTable}`} className="text-sm">
            {text('dayList.table')}
          </TextLink>
        ) : null}
      </div>
      {children}
    </Popover>
  )
}

/** The entry that is asked for, else the first; the list itself while they are on the way. */
function beginOf(list: HTMLElement | null, at: string | undefined): HTMLElement | null {
  const wanted = at === undefined ? null : list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(at)}"]`)
  return wanted ?? list?.querySelector<HTMLElement>('[data-entry]') ?? list
}
