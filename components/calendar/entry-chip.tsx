'use client'

import { Check, Clock, Ellipsis, TriangleAlert } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import { type Dragged, dragKind, type EntryActions, useCalendar } from '@/components/calendar/calendar-context'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useEntryColour, useEntryName } from '@/components/calendar/use-entry-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { useDraggable } from '@/components/ui/drag'
import { barColour } from '@/components/ui/hue'
import { StatusDot } from '@/components/ui/status-dot'
import type { Axis, CalendarEntry } from '@/server/domain/calendar/calendar.schema'
import type { Colouring } from '@/server/domain/calendar/calendar-window.rules'

interface Props {
  entry: CalendarEntry
  /** With room for what else is known of it. */
  isWide?: boolean
  /** Can be reached with Tab. */
  isTabStop?: boolean
}

/** An item on its day: pressing looks at it, dragging moves it, and the button at its end offers the same by menu. */
export function EntryChip({ entry, isWide = false, isTabStop = true }: Props) {
  const { address, isSelected, entryActions } = useCalendar()
  const { axis, colour } = address
  return <Chip {...{ entry, isWide, isTabStop, axis, colour }} picked={isSelected(entry.id)} actions={entryActions} />
}

interface ChipProps extends Required<Props> {
  axis: Axis
  colour: Colouring
  picked: boolean
  actions: EntryActions
}

/** Apart, because there are hundreds of them and every step of the keyboard draws the days around them. */
const Chip = memo(function Chip({
  entry,
  isWide,
  isTabStop,
  axis,
  colour,
  picked,
  actions: { peek, openMenu, select, refuse },
}: ChipProps) {
  const text = useText('calendar.entry')
  const { nameOf } = useWorkspace()
  const days = useDayWords()
  const entryColour = useEntryColour(colour)(entry)
  const nameOfEntry = useEntryName(axis, colour)
  const box = useRef<HTMLDivElement>(null)
  const [isDragged, setDragged] = useState(false)
  const drag = useDraggable<Dragged>({
    kind: dragKind,
    data: () => ({ kind: 'entry', entry }),
    disabled: !entry.mayEdit,
    onRefused: () => refuse(entry),
    onChange: setDragged,
  })
  const time = entry.at?.slice(11) ?? ''
  const hasFirstLine = !isWide || picked || time !== '' || entry.isLate
  const isInstant = axis === 'scheduled' || axis === 'published'
  return (
    <div
      ref={box}
      data-swatch
      style={entryColour ? barColour(entryColour.hue) : undefined}
      className={cn(
        'group/entry relative flex min-w-0 items-stretch rounded border border-s-4 bg-sheet text-xs text-ink',
        !entryColour && 'border-line-2',
        picked && 'outline-2 -outline-offset-1 outline-accent',
        isDragged && 'opacity-50',
      )}
    >
      <button
        ref={drag}
        type="button"
        data-entry={entry.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="dialog"
        title={isWide ? undefined : nameOfEntry(entry, picked)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) select(entry, event.shiftKey)
          else peek(entry.id, event.detail === 0)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          if (box.current) openMenu(entry, box.current)
        }}
        className={cn(
          'flex min-h-6 min-w-0 flex-1 gap-1 px-1 text-start focus-visible:outline-offset-0',
          isWide
            ? 'flex-col py-1'
            : // Room for the button that appears at the end, so that it lies on no letter.
              'items-center group-hover/entry:pe-6 group-has-focus-visible/entry:pe-6 pointer-coarse:pe-1',
        )}
      >
        <span className={cn('flex max-w-full min-w-0 items-center gap-1', isWide && 'flex-wrap pe-6', !hasFirstLine && 'hidden')}>
          {picked ? <Check aria-hidden className="size-3.5 shrink-0 text-accent" /> : null}
          {entryColour?.letter && !isWide ? (
            <span aria-hidden className={cn('shrink-0 text-2xs font-semibold text-ink-2', time !== '' && 'max-xl:hidden')}>
              {entryColour.letter}
            </span>
          ) : null}
          {time === '' ? null : (
            <span
              className={cn(
                'flex shrink-0 items-center gap-0.5 tabular-nums',
                entry.isLate ? 'text-danger' : 'text-ink-2',
                !isWide && entry.isLate && 'max-xl:hidden',
              )}
            >
              {isInstant ? <Clock aria-hidden className={cn('size-3', !isWide && 'max-xl:hidden')} /> : null}
              {time}
              {isWide && isInstant ? ` ${days.zoneOf(entry.at ?? '')}` : null}
            </span>
          )}
          {entry.isLate && isWide ? <span className="shrink-0 font-[550] text-danger">{text('late')}</span> : null}
          {entry.isLate && !isWide ? (
            <>
              <TriangleAlert aria-hidden className="size-3 shrink-0 text-danger" />
              <span className="sr-only">{text('late')}</span>
            </>
          ) : null}
          {isWide ? null : (
            <span className={cn('truncate', entry.isLate && 'text-danger')} lang={entry.locale ?? undefined}>
              {entry.title}
            </span>
          )}
        </span>
        {picked ? <span className="sr-only">{text('selected')}</span> : null}
        {isWide ? null : (
          <span className="sr-only">
            {nameOf('step', entry.step)}
            {entryColour && colour !== 'status' ? `, ${entryColour.name}` : ''}
          </span>
        )}
        {isWide ? (
          <>
            <span className={cn('line-clamp-3 wrap-anywhere', !hasFirstLine && 'pe-6')} lang={entry.locale ?? undefined}>
              {entry.title}
            </span>
            <span className="flex min-w-0 flex-wrap gap-x-2 text-ink-2">
              <StatusDot progress={entry.status} label={nameOf('step', entry.step)} />
              {entryColour && colour !== 'status' ? <span className="min-w-0 truncate">{entryColour.name}</span> : null}
            </span>
          </>
        ) : null}
      </button>
      <button
        type="button"
        tabIndex={isWide && isTabStop ? 0 : -1}
        aria-label={text('actions', { title: entry.title })}
        onClick={() => {
          if (box.current) openMenu(entry, box.current)
        }}
        className={cn(
          'grid w-6 shrink-0 place-items-center self-start text-ink-2 hover:text-ink',
          isWide
            ? 'absolute end-0 top-0 h-6'
            : 'absolute inset-y-0 end-0 rounded-e bg-inherit opacity-0 group-hover/entry:opacity-100 focus-visible:opacity-100 group-has-focus-visible/entry:opacity-100 pointer-coarse:static pointer-coarse:self-stretch pointer-coarse:opacity-100',
        )}
      >
        <Ellipsis aria-hidden className="size-3.5" />
      </button>
    </div>
  )
})
