'use client'

import { useText } from '@/components/i18n/use-text'
import { numbered } from '@/components/outlets/numbered'
import { cn } from '@/components/ui/class-names'
import type { SheetDay, SheetMonth } from '@/server/domain/plan-export/sheet.schema'

const weekWidth = 52
const barHeight = 22
/** Entries of a day in a month; a week alone has room for more. */
const inMonth = 5
const inWeek = 24

/** A month or a week with its campaigns as bars; titles are cut between words, and what is left out is counted. */
export function PictureMonth({ month: { weekdays, weeks } }: { month: Omit<SheetMonth, 'more'> }) {
  const room = weeks.length === 1 ? inWeek : inMonth
  return (
    <div className="mb-5">
      <div className="flex text-sm text-ink-2" style={{ paddingInlineStart: weekWidth }}>
        {weekdays.map((name) => (
          <span key={name} className="min-w-0 flex-1 px-1.5 py-1">
            {name}
          </span>
        ))}
      </div>
      {weeks.map(({ name, days, bars }) => {
        const lanes = Math.max(0, ...bars.map(({ lane }) => lane + 1))
        return (
          <div key={name + days[0]?.label} className="flex">
            <span style={{ width: weekWidth }} className="shrink-0 pt-1 text-xs text-ink-2">
              {name}
            </span>
            <div className="relative flex min-w-0 flex-1">
              {days.map((day) => (
                <PictureDay key={day.label} day={day} under={lanes * barHeight} room={room} />
              ))}
              {bars.map((bar) => (
                <span
                  key={`${bar.lane}.${bar.start}`}
                  className="absolute truncate rounded-sm px-1.5 text-xs"
                  style={{
                    left: `calc(${(bar.start * 100) / 7}% + 3px)`,
                    width: `calc(${(bar.length * 100) / 7}% - 6px)`,
                    top: 24 + bar.lane * barHeight,
                    backgroundColor: `color-mix(in oklch, oklch(0.7 0.14 ${bar.hue}) 35%, var(--paper))`,
                  }}
                >
                  {bar.name}
                </span>
              ))}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function PictureDay({ day, under, room }: { day: SheetDay; under: number; room: number }) {
  const text = useText('calendar')
  const { label, isInside, isToday, note, entries, count } = day
  const shown = count <= room ? entries : entries.slice(0, room - 1)
  const rest = count - shown.length
  return (
    <div className={cn('min-h-24 min-w-0 flex-1 border border-line px-1.5 pb-1.5', isInside ? 'bg-sheet' : 'bg-sunk text-ink-2')}>
      <p className="flex h-6 items-center justify-between gap-2 text-sm">
        <span className={cn(isToday && 'font-semibold text-accent')}>{label}</span>
        <span className="truncate text-2xs text-ink-2">{note}</span>
      </p>
      <div style={{ paddingTop: under }}>
        {numbered(shown).map(({ value, id }) => (
          <p key={id} className="truncate text-xs">
            {value}
          </p>
        ))}
        {rest > 0 ? <p className="text-xs text-ink-2">{text('more', { count: rest })}</p> : null}
      </div>
    </div>
  )
}
