'use client'

import { useEffect, useRef } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import type { useCalendarFocus } from '@/components/calendar/use-calendar-focus'
import type { EntrySelection } from '@/components/calendar/use-entry-selection'
import { useShortcut } from '@/components/shell/shortcut-provider'
import type { CalendarEntry } from '@/server/domain/calendar/calendar.schema'
import { type Show, stepped } from '@/server/domain/calendar/calendar-window.rules'

interface Options {
  address: CalendarAddress
  focus: ReturnType<typeof useCalendarFocus>
  focused: () => CalendarEntry | undefined
  /** Those among which the focus stands, in the order in which they are seen. */
  shown: () => readonly CalendarEntry[]
  selection: EntrySelection
  askMove: (entry: CalendarEntry) => void
  askDate: () => void
  move: (entry: CalendarEntry, days: number) => void
  /** A campaign whose bar has the focus: all of it, or only its end. */
  shiftCampaign: (key: string, days: number, part: 'whole' | 'end') => void
  goToday: () => void
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const campaignOfBar = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-campaign]')?.dataset.campaign : undefined

/** Everything that the mouse does, by keys. Gives what hears them where they are pressed outside of the days: in the list of one. */
export function useCalendarKeys({
  address,
  focus,
  focused,
  shown,
  selection,
  askMove,
  askDate,
  move,
  shiftCampaign,
  goToday,
}: Options) {
  const withFocused = (work: (entry: CalendarEntry) => void) => () => {
    const entry = focused()
    if (entry) work(entry)
  }
  // Days that go take the focus with them, and without it the next key would have nowhere to be pressed.
  const showAs = (show: Show) => () => {
    const day = focus.lookedAt()
    if (show !== address.show) focus.carryTo(day)
    address.setShow(show, day)
  }
  const turn = (by: 1 | -1) => () => {
    focus.carryTo(stepped(address.show, address.at, by))
    address.step(by)
  }
  useShortcut('calendarToday', goToday)
  useShortcut('calendarMonth', showAs('month'))
  useShortcut('calendarWeek', showAs('week'))
  useShortcut('calendarAgenda', showAs('agenda'))
  useShortcut('calendarQuarter', showAs('quarter'))
  useShortcut('calendarBefore', turn(-1))
  useShortcut('calendarAfter', turn(1))
  useShortcut('calendarGoTo', askDate)
  useShortcut('calendarNext', () => focus.step(1))
  useShortcut('calendarPrevious', () => focus.step(-1))
  useShortcut('calendarMoveEntry', withFocused(askMove))
  useShortcut('calendarSelect', withFocused(selection.toggle))
  useShortcut(
    'calendarSelectRange',
    withFocused((entry) => selection.extendTo(entry, shown())),
  )
  useShortcut('calendarSelectAll', () => selection.add(shown()))
  const onKeyDown = (event: KeyboardEvent): void => {
    const days = steps[event.key]
    const isAlt = event.altKey && !event.ctrlKey && !event.metaKey
    const campaign = campaignOfBar(event.target)
    if (days !== undefined && isAlt && campaign !== undefined) {
      event.preventDefault()
      shiftCampaign(campaign, days, event.shiftKey ? 'end' : 'whole')
      return
    }
    if (days === undefined || !isAlt || event.shiftKey) {
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
  return onKeyDown
}
