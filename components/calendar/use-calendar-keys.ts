'use client'

import { useEffect, useRef } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import type { useCalendarFocus } from '@/components/calendar/use-calendar-focus'
import type { EntrySelection } from '@/components/calendar/use-entry-selection'
import { useShortcut } from '@/components/shell/shortcut-provider'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'

interface Options {
  address: CalendarAddress
  focus: ReturnType<typeof useCalendarFocus>
  focused: () => CalendarEntry | undefined
  /** In the order in which they stand on the screen. */
  shown: readonly CalendarEntry[]
  selection: EntrySelection
  askMove: (entry: CalendarEntry) => void
  askDate: () => void
  move: (entry: CalendarEntry, days: number) => void
  goToday: () => void
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Everything that the mouse does, by keys. */
export function useCalendarKeys({ address, focus, focused, shown, selection, askMove, askDate, move, goToday }: Options) {
  const withFocused = (work: (entry: CalendarEntry) => void) => () => {
    const entry = focused()
    if (entry) work(entry)
  }
  useShortcut('calendarToday', goToday)
  useShortcut('calendarMonth', () => address.setShow('month'))
  useShortcut('calendarWeek', () => address.setShow('week'))
  useShortcut('calendarAgenda', () => address.setShow('agenda'))
  useShortcut('calendarQuarter', () => address.setShow('quarter'))
  useShortcut('calendarBefore', () => address.step(-1))
  useShortcut('calendarAfter', () => address.step(1))
  useShortcut('calendarGoTo', askDate)
  useShortcut('calendarNext', () => focus.step(1))
  useShortcut('calendarPrevious', () => focus.step(-1))
  useShortcut('calendarMoveEntry', withFocused(askMove))
  useShortcut('calendarSelect', withFocused(selection.toggle))
  useShortcut(
    'calendarSelectRange',
    withFocused((entry) => selection.extendTo(entry, shown)),
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const days = steps[event.key]
    const isAlone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (days === undefined || !isAlone) {
      focus.onArrow(event)
      return
    }
    const entry = focused()
    if (!entry) return
    // Alt with an arrow would else leave the page.
    event.preventDefault()
    move(entry, days)
  }
  const latest = useRef(onKeyDown)
  useEffect(() => {
    latest.current = onKeyDown
  })
  const { root } = focus
  useEffect(() => {
    const element = root.current
    const hear = (event: KeyboardEvent) => latest.current(event)
    element?.addEventListener('keydown', hear)
    return () => element?.removeEventListener('keydown', hear)
  }, [root])
}
