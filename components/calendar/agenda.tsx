'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { type Dragged, dragKind, useCalendar } from '@/components/calendar/calendar-context'
import { DropLabel } from '@/components/calendar/drop-label'
import { EntryChip } from '@/components/calendar/entry-chip'
import type { CalendarData } from '@/components/calendar/use-calendar-data'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { useDropTarget } from '@/components/ui/drag'
import { EmptyState } from '@/components/ui/empty-state'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'
import { daysOf, isWeekend } from '@/server/domain/calendar/calendar-window.rules'

type Row =
  | { readonly kind: 'day'; readonly day: string; readonly count: number }
  | { readonly kind: 'entry'; readonly day: string; readonly entry: CalendarEntry }
  | { readonly kind: 'more'; readonly day: string; readonly left: number }

/** The days of a month that hold something, one after another; on a phone the usual view. */
export function Agenda({ data }: { data: CalendarData }) {
  const text = useText('calendar')
  const { address, today, active } = useCalendar()
  const { window } = address
  const rows = useMemo(() => rowsOf(data, window, today), [data, window, today])
  const list = useRef<HTMLElement>(null)
  const [above, setAbove] = useState(0)
  // What stands above the list pushes it down; it is measured whenever it may have changed.
  useEffect(() => {
    const top = list.current ? Math.round(list.current.getBoundingClientRect().top + globalThis.scrollY) : 0
    setAbove(top)
  })
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (at) => (rows[at]?.kind === 'entry' ? 66 : 44),
    getItemKey: (at) => keyOf(rows[at]),
    scrollMargin: above,
    overscan: 12,
  })
  const place = rows.findIndex(({ kind, day }) => kind === 'day' && day === active)
  const latest = useRef(virtual)
  const isMoved = useRef(false)
  useEffect(() => {
    latest.current = virtual
  })
  useEffect(() => {
    // Not when it is only the usual day: who opens the list begins above.
    if (place >= 0 && isMoved.current) latest.current.scrollToIndex(place, { align: 'auto' })
    isMoved.current = true
  }, [place])
  if (data.range?.inRange === 0)
    return (
      <EmptyState title={text('agenda.empty')}>{text('agenda.emptyHint', { unscheduled: data.range.unscheduled })}</EmptyState>
    )
  return (
    <section ref={list} aria-label={text('show.agenda')}>
      <div className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - above}px)` }}
            >
              {row ? (
                <DropOn day={row.day}>
                  <AgendaRow row={row} holiday={data.holidays.get(row.day)} />
                </DropOn>
              ) : null}
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** All that stands under a day is a place to drop things on it. */
function DropOn({ day, children }: { day: string; children: ReactNode }) {
  const { drop } = useCalendar()
  const { ref, isOver, over } = useDropTarget<Dragged>({ kind: dragKind, onDrop: (dragged) => drop(dragged, day) })
  return (
    <div ref={ref} className={cn('relative', isOver && 'bg-accent-wash outline-2 -outline-offset-2 outline-accent')}>
      {over ? <DropLabel dragged={over} day={day} /> : null}
      {children}
    </div>
  )
}

function AgendaRow({ row, holiday }: { row: Row; holiday: string | undefined }) {
  const text = useText('calendar')
  const words = useDayWords()
  const { today, create, openDay, active } = useCalendar()
  const { day } = row
  if (row.kind === 'entry')
    return (
      <div data-in-day={day} className="pb-1">
        <EntryChip entry={row.entry} isWide />
      </div>
    )
  if (row.kind === 'more')
    return (
      <button
        type="button"
        data-more={day}
        onClick={(event) => openDay(day, event.currentTarget)}
        className="min-h-8 rounded px-2 text-sm text-ink-2 hover:bg-ink/6"
      >
        {text('moreOn', { count: row.left, day: words.full(day) })}
      </button>
    )
  return (
    <div className={cn('flex min-h-10 items-center gap-2 border-b pt-2', day === today && 'border-accent')}>
      <h2
        data-day={day}
        tabIndex={active === day ? 0 : -1}
        className={cn(
          'min-w-0 rounded-sm font-sans text-sm font-[550] tracking-normal first-letter:uppercase',
          day < today && 'text-ink-2',
          isWeekend(day) && 'text-ink-2',
        )}
      >
        {day === today ? text('isToday', { day: words.full(day) }) : words.full(day)}
      </h2>
      {holiday === undefined ? null : <span className="truncate text-xs text-ink-2">{holiday}</span>}
      {create ? (
        <IconButton
          size="sm"
          icon={<Plus aria-hidden />}
          label={text('addOn', { day: words.full(day) })}
          className="ms-auto"
          onClick={(event) => create(day, event.currentTarget)}
        />
      ) : null}
    </div>
  )
}

const keyOf = (row: Row | undefined): string =>
  row === undefined ? '' : row.kind === 'entry' ? row.entry.id : `${row.kind} ${row.day}`

/** Days with entries, holidays, and today. */
function rowsOf({ byDay, counts, holidays }: CalendarData, window: { from: string; to: string }, today: string): Row[] {
  return daysOf(window).flatMap((day): Row[] => {
    const count = counts.get(day)?.count ?? 0
    if (count === 0 && day !== today && !holidays.has(day)) return []
    const entries = byDay.get(day) ?? []
    const left = count - entries.length
    return [
      { kind: 'day', day, count },
      ...entries.map((entry): Row => ({ kind: 'entry', day, entry })),
      ...(left > 0 ? [{ kind: 'more' as const, day, left }] : []),
    ]
  })
}
