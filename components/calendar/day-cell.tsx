'use client'

import { type MouseEvent, type ReactNode, useCallback, useRef } from 'react'
import { type Dragged, dragKind, useCalendar } from '@/components/calendar/calendar-context'
import { DropLabel } from '@/components/calendar/drop-label'
import { EntryChip } from '@/components/calendar/entry-chip'
import { laneHeight } from '@/components/calendar/lanes'
import { useDayWords } from '@/components/calendar/use-day-words'
import { visibleOn } from '@/components/calendar/visible-entries'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { useDropTarget } from '@/components/ui/drag'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'
import { isWeekend } from '@/server/domain/calendar/calendar-window.rules'

interface Props {
  day: string
  entries: readonly CalendarEntry[]
  count: number
  /** Belongs to the month that is looked at. */
  isInside: boolean
  isWide: boolean
  /** Rows that campaigns take above the entries. */
  lanes: number
  /** Bars that begin here. */
  bars: ReactNode
}

/** A day of the month or week: what stands on it, and a place to drop things on. */
export function DayCell({ day, entries, count, isInside, isWide, lanes, bars }: Props) {
  const text = useText('calendar')
  const words = useDayWords()
  const { today, active, holidayOf, create, openDay, drop, focusDay, keptOn } = useCalendar()
  const cell = useRef<HTMLElement | null>(null)
  const { ref, isOver, over } = useDropTarget<Dragged>({ kind: dragKind, onDrop: (dragged) => drop(dragged, day) })
  const place = useCallback(
    (element: HTMLElement | null) => {
      cell.current = element
      return ref(element)
    },
    [ref],
  )
  const holiday = holidayOf(day)
  const visible = visibleOn(entries, count, isWide, keptOn(day))
  const left = count - visible.length
  const isActive = active === day
  const name = day === today ? text('isToday', { day: words.full(day) }) : words.full(day)
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    if (target.closest('button, a') || !event.currentTarget.contains(target)) return
    focusDay(day)
    if (create) create(day, cell.current)
  }
  return (
    <td
      ref={place}
      data-day={day}
      tabIndex={isActive ? 0 : -1}
      onClick={onClick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
          return
        event.preventDefault()
        create?.(day, cell.current)
      }}
      className={cn(
        'relative border-s border-t p-1 align-top focus-visible:z-1 focus-visible:-outline-offset-2',
        isWide ? 'h-80' : 'h-26',
        (isWeekend(day) || holiday !== undefined) && 'bg-sunk',
        isOver && 'bg-accent-wash outline-2 -outline-offset-2 outline-accent',
      )}
    >
      {over ? <DropLabel dragged={over} day={day} /> : null}
      <div className="flex min-w-0 flex-col gap-0.5">
        <span className="sr-only">
          {holiday === undefined ? text('day', { day: name, count }) : text('dayHoliday', { day: name, holiday, count })}
        </span>
        <div className="flex h-6 min-w-0 items-center gap-1.5 text-xs" aria-hidden>
          <span
            className={cn(
              'shrink-0 tabular-nums whitespace-nowrap',
              day === today
                ? 'rounded-full bg-accent px-1.5 font-semibold text-accent-ink'
                : isInside
                  ? 'px-0.5 text-ink'
                  : 'px-0.5 text-ink-3',
            )}
          >
            {day.endsWith('-01') ? words.short(day) : Number(day.slice(8))}
          </span>
          {holiday === undefined ? null : (
            <span className="truncate text-2xs text-ink-2" title={holiday}>
              {holiday}
            </span>
          )}
        </div>
        {bars}
        {lanes > 0 ? <div aria-hidden className="shrink-0" style={{ height: `${lanes * laneHeight}rem` }} /> : null}
        {visible.map((entry) => (
          <EntryChip key={entry.id} entry={entry} isWide={isWide} isTabStop={isActive} />
        ))}
        {left > 0 ? (
          <button
            type="button"
            data-more={day}
            tabIndex={isActive ? 0 : -1}
            onClick={(event) => openDay(day, event.currentTarget)}
            className="min-h-6 rounded px-1 text-start text-xs text-ink-2 hover:bg-ink/6 hover:text-ink"
          >
            {text('more', { count: left })}
            <span className="sr-only"> {words.full(day)}</span>
          </button>
        ) : null}
      </div>
    </td>
  )
}
