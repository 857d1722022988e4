'use client'

import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide-react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import { useDayWords } from '@/components/calendar/use-day-words'
import { useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import { useWorkspace } from '@/components/shell/workspace'
import { Button, IconButton } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { type Axis, axes } from '@/server/domain/calendar/calendar.schema'
import { type Colouring, colourings, type Show, shows } from '@/server/domain/calendar/calendar-window.rules'

interface Props {
  address: CalendarAddress
  onToday: () => void
  onGoTo: () => void
}

/** Which days, by which date, in which colours. */
export function CalendarToolbar({ address, onToday, onGoTo }: Props) {
  const text = useText('calendar')
  const words = useDayWords()
  const written = useWritten()
  const { timeZone } = useWorkspace()
  const { show, axis, colour, window, at } = address
  const names = shows.map((value) => ({ value, label: text(`show.${value}`) }))
  const hasTimes = axis === 'scheduled' || axis === 'published'
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-2 max-sm:gap-x-1.5">
      <div className="flex items-center gap-1">
        <Button shortcut={written('calendarToday')} onClick={onToday}>
          {text('today')}
        </Button>
        <IconButton
          icon={<ChevronLeft aria-hidden />}
          label={text(`before.${show}`)}
          shortcut={written('calendarBefore')}
          onClick={() => address.step(-1)}
        />
        <IconButton
          icon={<ChevronRight aria-hidden />}
          label={text(`after.${show}`)}
          shortcut={written('calendarAfter')}
          onClick={() => address.step(1)}
        />
        <IconButton
          icon={<CalendarSearch aria-hidden />}
          label={text('goTo.title')}
          shortcut={written('calendarGoTo')}
          onClick={onGoTo}
        />
      </div>
      <p
        aria-live="polite"
        className="me-auto font-serif text-lg font-semibold whitespace-nowrap first-letter:uppercase max-sm:text-base"
      >
        {words.nameOf(show, window, at)}
      </p>
      <Select<Show>
        look="button"
        className="sm:hidden"
        label={text('show.label')}
        labelHidden
        value={show}
        onValueChange={(next) => address.setShow(next)}
        items={names}
      />
      {hasTimes ? <span className="text-xs text-ink-3">{text('zone', { zone: timeZone })}</span> : null}
      <Select<Axis>
        look="button"
        label={text('axis.label')}
        labelHidden
        prefix={<span className="max-sm:sr-only">{text('axis.prefix')}</span>}
        value={axis}
        onValueChange={address.setAxis}
        items={axes.map((value) => ({ value, label: text(`axis.${value}`) }))}
      />
      <Select<Colouring>
        look="button"
        label={text('colour.label')}
        labelHidden
        prefix={<span className="max-sm:sr-only">{text('colour.prefix')}</span>}
        value={colour}
        onValueChange={address.setColour}
        items={colourings.map((value) => ({ value, label: text(`colour.${value}`) }))}
      />
      <Segmented<Show>
        className="max-sm:hidden"
        label={text('show.label')}
        value={show}
        onValueChange={(next) => address.setShow(next)}
        items={names}
      />
    </div>
  )
}
