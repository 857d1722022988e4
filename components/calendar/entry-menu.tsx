'use client'

import { type ReactNode, useMemo } from 'react'
import { useCalendar } from '@/components/calendar/calendar-context'
import { useText } from '@/components/i18n/use-text'
import { useWritten } from '@/components/shell/platform'
import type { ShortcutId } from '@/components/shell/shortcuts'
import { useWorkspace } from '@/components/shell/workspace'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { LinkButton } from '@/components/ui/link-button'
import { Popover } from '@/components/ui/popover'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'

interface Props {
  entry: CalendarEntry
  anchor: HTMLElement
  onClose: () => void
}

const row = cn(buttonStyle({ variant: 'quiet', size: 'md' }), 'w-full justify-start text-ink')

/** What can be done with an entry: everything that dragging does, too. */
export function EntryMenu({ entry, anchor, onClose }: Props) {
  const text = useText('calendar.entry')
  const { base } = useWorkspace()
  const { address, askMove, move, meantBy, toggle, isSelected, entryActions } = useCalendar()
  const place = useMemo(() => ({ current: anchor }), [anchor])
  const opener = useMemo(() => ({ current: anchor.querySelector<HTMLElement>('[data-entry]') }), [anchor])
  const meant = meantBy(entry)
  const run = (work: () => void) => () => {
    onClose()
    work()
  }
  const isDated = entry.at !== null
  return (
    <Popover
      open
      onOpenChange={(open) => open || onClose()}
      anchor={place}
      finalFocus={opener}
      title={<span lang={entry.locale ?? undefined}>{entry.title}</span>}
      className="w-64 p-2 *:first:px-1"
    >
      <div className="flex flex-col">
        <Row onClick={run(() => entryActions.peek(entry.id, true))}>{text('peek')}</Row>
        <LinkButton
          prefetch={false}
          variant="quiet"
          className="w-full justify-start text-ink"
          href={`${base}/content/${entry.id}`}
        >
          {text('open')}
        </LinkButton>
        {entry.mayEdit ? (
          <>
            <Row shortcut="calendarMoveEntry" onClick={run(() => askMove(meant))}>
              {text('move')}
            </Row>
            {isDated ? (
              <>
                <Row shortcut="calendarDayLater" onClick={run(() => move(meant, { kind: 'byDays', days: 1 }))}>
                  {text('dayLater')}
                </Row>
                <Row shortcut="calendarDayEarlier" onClick={run(() => move(meant, { kind: 'byDays', days: -1 }))}>
                  {text('dayEarlier')}
                </Row>
                <Row shortcut="calendarWeekLater" onClick={run(() => move(meant, { kind: 'byDays', days: 7 }))}>
                  {text('weekLater')}
                </Row>
              </>
            ) : null}
            {isDated && address.axis !== 'published' ? (
              <Row onClick={run(() => move(meant, { kind: 'unschedule' }))}>{text('unschedule')}</Row>
            ) : null}
          </>
        ) : null}
        <Row shortcut="calendarSelect" onClick={run(() => toggle(entry))}>
          {text(isSelected(entry.id) ? 'deselect' : 'select')}
        </Row>
      </div>
    </Popover>
  )
}

function Row({ onClick, shortcut, children }: { onClick: () => void; shortcut?: ShortcutId; children: ReactNode }) {
  const written = useWritten()
  return (
    <button type="button" className={row} onClick={onClick}>
      <span className="min-w-0 flex-1 truncate text-start">{children}</span>
      {shortcut ? <Kbd shortcut={written(shortcut)} /> : null}
    </button>
  )
}
