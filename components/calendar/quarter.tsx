'use client'

import { useRef } from 'react'
import { type Dragged, dragKind, useCalendar } from '@/components/calendar/calendar-context'
import type { CampaignSpan } from '@/components/calendar/campaign-bar'
import { DropLabel } from '@/components/calendar/drop-label'
import type { CalendarData } from '@/components/calendar/use-calendar-data'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { useDropTarget } from '@/components/ui/drag'
import { barColour } from '@/components/ui/hue'
import {
  barsOf,
  daysOf,
  firstOfMonth,
  isoWeek,
  isWeekend,
  stepped,
  weeksOf,
  windowOf,
} from '@/server/domain/calendar/calendar-window.rules'

interface Props {
  data: CalendarData
  campaigns: readonly CampaignSpan[]
}

/** Three months at once: campaigns along them, and how much stands on each day. */
export function Quarter({ data, campaigns }: Props) {
  const { address } = useCalendar()
  const { window } = address
  const first = firstOfMonth(window.from)
  const months = [0, 1, 2].map((step) => stepped('month', first, step))
  return (
    <div className={cn(data.isRefreshing && 'opacity-60')}>
      <CampaignLines campaigns={campaigns} />
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
        {months.map((month) => (
          <Month key={month} month={month} data={data} />
        ))}
      </div>
    </div>
  )
}

function CampaignLines({ campaigns }: Pick<Props, 'campaigns'>) {
  const text = useText('calendar.campaigns')
  const { address } = useCalendar()
  const { window } = address
  const length = daysOf(window).length
  const bars = barsOf(campaigns, window)
  if (bars.length === 0) return null
  return (
    <section aria-label={text('label')} className="relative mb-5">
      <Scale window={window} />
      <ul className="relative flex flex-col gap-1 pt-1.5">
        {bars.map(({ span, start, length: days }) => (
          <li key={span.key} className="@container flex">
            <NamedBar span={span} start={start / length} share={days / length} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In every month these days are marked. */
const marked = ['01', '08', '15', '22']

/** What day it is along the bars: the months, and a mark every week. */
function Scale({ window }: { window: { from: string; to: string } }) {
  const words = useDayWords()
  const days = daysOf(window)
  return (
    <div aria-hidden className="h-9 border-b text-2xs text-ink-3">
      {days.map((day, at) => {
        const mark = day.slice(8)
        if (!marked.includes(mark)) return null
        const isFirst = mark === '01'
        return (
          <span
            key={day}
            style={{ insetInlineStart: `${(at / days.length) * 100}%` }}
            className={cn('absolute border-s ps-1', isFirst ? 'inset-y-0 border-line-2' : 'top-5 h-4')}
          >
            {isFirst ? <span className="text-xs font-semibold text-ink-2">{words.monthOf(day)}</span> : null}
            <span className={cn('tabular-nums', isFirst && 'absolute start-1 top-5')}>{Number(mark)}</span>
          </span>
        )
      })}
    </div>
  )
}

/** Of the quarter: in less no name is read. */
const narrow = 0.25

/** A bar as long as its campaign; where its name has no room in it, it stands on the side that has. Keys move it as in a month. */
function NamedBar({ span, start, share }: { span: CampaignSpan; start: number; share: number }) {
  const text = useText('calendar.campaigns')
  const words = useDayWords()
  const { nameOf } = useWorkspace()
  const { openCampaign } = useCalendar()
  const { key, term, isOfItems } = span
  const name = nameOf('campaign', key)
  const isInside = share >= narrow
  const isBefore = !isInside && start + share / 2 > 0.5
  const beside = isInside ? null : <span className="min-w-0 self-center truncate">{name}</span>
  return (
    <button
      type="button"
      data-campaign={key}
      aria-label={text(isOfItems ? 'barOfItems' : 'bar', { name, span: words.spanOf(span) })}
      aria-haspopup="dialog"
      onClick={() => openCampaign(term)}
      style={isBefore ? { marginInlineEnd: `${(1 - start - share) * 100}%` } : { marginInlineStart: `${start * 100}%` }}
      className={cn(
        'flex min-h-6.5 min-w-6 items-stretch gap-1.5 text-start text-xs text-ink hover:underline',
        isBefore && 'ms-auto',
      )}
    >
      {isBefore ? beside : null}
      <span
        data-swatch
        style={{ ...barColour(term.details.hue), width: `${share * 100}cqw` }}
        className={cn(
          'flex min-w-2 items-center rounded border border-s-4',
          isOfItems && 'border-dashed',
          isInside ? 'min-w-0 px-1.5' : 'shrink-0',
        )}
      >
        {isInside ? <span className="truncate">{name}</span> : null}
      </span>
      {isBefore ? null : beside}
    </button>
  )
}

function Month({ month, data }: { month: string; data: CalendarData }) {
  const text = useText('calendar')
  const words = useDayWords()
  const { from, to } = windowOf('month', month)
  const weeks = weeksOf({ from, to })
  const name = words.nameOf('month', { from, to }, month)
  return (
    <table role="grid" aria-label={text('grid', { span: name })} className="h-fit w-full table-fixed border-collapse">
      <caption className="mb-1 text-start font-serif text-lg font-semibold">{name}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-8">
            <span className="sr-only">{text('weekHead')}</span>
          </th>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col" abbr={words.weekdayLong(day)} className="pb-1 text-center text-2xs font-normal text-ink-3">
              {words.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            <th scope="row" className="text-center text-2xs font-normal text-ink-3 tabular-nums">
              {isoWeek(week[0] ?? month)}
            </th>
            {week.map((day) =>
              day.slice(0, 7) === month.slice(0, 7) ? (
                <SmallDay key={day} day={day} count={data.counts.get(day)?.count ?? 0} late={data.counts.get(day)?.late ?? 0} />
              ) : (
                <td key={day} className="border bg-sunk/50" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SmallDay({ day, count, late }: { day: string; count: number; late: number }) {
  const text = useText('calendar')
  const words = useDayWords()
  const { today, active, holidayOf, create, openDay, drop, focusDay } = useCalendar()
  const button = useRef<HTMLButtonElement>(null)
  const { ref, isOver, over } = useDropTarget<Dragged>({ kind: dragKind, onDrop: (dragged) => drop(dragged, day) })
  const holiday = holidayOf(day)
  const full = day === today ? text('isToday', { day: words.full(day) }) : words.full(day)
  const name = holiday === undefined ? text('day', { day: full, count }) : text('dayHoliday', { day: full, holiday, count })
  const open = () => {
    if (!button.current) return
    if (count > 0 || !create) openDay(day, button.current)
    else create(day, button.current)
  }
  return (
    <td
      ref={ref}
      className={cn(
        'relative h-11 border p-0',
        (isWeekend(day) || holiday !== undefined) && 'bg-sunk',
        isOver && 'bg-accent-wash',
      )}
    >
      {over ? <DropLabel dragged={over} day={day} /> : null}
      <button
        ref={button}
        type="button"
        data-day={day}
        tabIndex={active === day ? 0 : -1}
        title={holiday}
        onClick={() => {
          focusDay(day)
          open()
        }}
        className="flex size-full min-h-11 flex-col items-center justify-start gap-0.5 py-1 hover:bg-ink/6 focus-visible:-outline-offset-2"
      >
        <span className="sr-only">{late > 0 ? `${name}, ${text('late', { count: late })}` : name}</span>
        <span
          aria-hidden
          className={cn(
            'text-2xs tabular-nums',
            day === today ? 'rounded-full bg-accent px-1 font-semibold text-accent-ink' : 'text-ink-3',
          )}
        >
          {Number(day.slice(8))}
        </span>
        {count > 0 ? (
          <span aria-hidden className={cn('text-sm leading-4 font-[550] tabular-nums', late > 0 ? 'text-danger' : 'text-ink')}>
            {count}
          </span>
        ) : null}
      </button>
    </td>
  )
}
