'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Dragged, dragKind, useCalendar } from '@/components/calendar/calendar-context'
import { EntryChip } from '@/components/calendar/entry-chip'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Count } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { useDragged, useDropTarget } from '@/components/ui/drag'
import { isSettled } from '@/server/domain/calendar/calendar.rules'

const step = 25
const most = 200

/** What matches and has no date on the axis, to be put onto a day; things dropped here lose theirs. */
export function Tray({ filter, className }: { filter: string; className?: string }) {
  const text = useText('calendar.tray')
  const format = useFormatter()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const { address, move, meantBy } = useCalendar()
  const { axis } = address
  const [limit, setLimit] = useState(step)
  // On a phone it stands above the list and is closed until somebody wants it.
  const [withSettled, setWithSettled] = useState(false)
  const [isOpened, setOpened] = useState(false)
  const closed = isOpened ? undefined : 'max-sm:hidden'
  const question = trpc.calendar.unscheduled.queryOptions({ workspace: slug, filter, axis, limit })
  const { data } = useQuery({ ...question, placeholderData: keepPreviousData })
  const dragged = useDragged<Dragged>(dragKind)
  const takes = ({ kind, ...rest }: Dragged) =>
    kind === 'entry' && axis !== 'published' && 'entry' in rest && rest.entry.at !== null
  const { ref, isOver } = useDropTarget<Dragged>({
    kind: dragKind,
    takes,
    onDrop: (what) => what.kind === 'entry' && move(meantBy(what.entry), { kind: 'unschedule' }),
  })
  const { total = 0, settled = 0 } = data ?? {}
  const waiting = total - settled
  const shown = (data?.entries ?? []).filter((entry) => withSettled || !isSettled(entry))
  const isPublished = axis === 'published'
  const sayHint = () => {
    if (dragged && takes(dragged)) return text('drop')
    if (waiting === 0) return text(isPublished ? 'emptyPublished' : 'empty')
    if (isPublished) return text('notHere')
    return can('item.editOwn') ? text('hint') : null
  }
  return (
    <section
      ref={ref}
      aria-labelledby="calendar-tray"
      className={cn('rounded-lg border p-3 max-sm:py-1.5', isOver && 'bg-accent-wash', className)}
    >
      <h2 id="calendar-tray" className="flex items-center gap-2 text-base">
        {text('title')} {data ? <Count>{format.number(total)}</Count> : null}
        <Button
          size="sm"
          variant="quiet"
          aria-expanded={isOpened}
          className="ms-auto font-sans sm:hidden"
          onClick={() => setOpened((now) => !now)}
        >
          {text(isOpened ? 'hide' : 'show')}
        </Button>
      </h2>
      <p className={cn('mt-0.5 mb-2 text-xs text-ink-3', closed)}>{sayHint()}</p>
      <ul data-entry-list className={cn('flex flex-col gap-1', closed)}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <EntryChip entry={entry} />
          </li>
        ))}
      </ul>
      {(withSettled ? total : waiting) > limit && limit < most ? (
        <Button
          size="sm"
          variant="quiet"
          className={cn('mt-2', closed)}
          onClick={() => setLimit((now) => Math.min(most, now + step))}
        >
          {text('more')}
        </Button>
      ) : null}
      {settled > 0 ? (
        <Button
          size="sm"
          variant="quiet"
          aria-pressed={withSettled}
          className={cn('-ms-2 mt-2 h-auto min-h-7 py-1 text-start whitespace-normal', closed)}
          onClick={() => setWithSettled((now) => !now)}
        >
          {text(withSettled ? 'withoutLive' : 'withLive', { count: settled })}
        </Button>
      ) : null}
    </section>
  )
}
