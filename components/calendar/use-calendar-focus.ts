'use client'

import { useEffect, useReducer, useRef, useState } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import { addDays } from '@/server/domain/facts/moment.rules'

interface Wanted {
  readonly day: string
  /** The entry on that day; else the day itself. */
  readonly entry?: string
}

const dayOfElement = (element: Element | null): string | undefined => {
  const holder = element?.closest<HTMLElement>('[data-day], [data-in-day]')
  return holder?.dataset.day ?? holder?.dataset.inDay
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Where the keyboard is in the calendar. Days follow the arrows, and the shown window follows the days. */
export function useCalendarFocus(address: CalendarAddress, isListed: boolean) {
  const root = useRef<HTMLDivElement>(null)
  const wanted = useRef<Wanted | null>(null)
  const { at, window } = address
  const [held, setActive] = useState(at)
  // The day may be the one it was: then nothing else would draw, and the focus would wait.
  const [, draw] = useReducer((turn: number) => turn + 1, 0)
  const active = held >= window.from && held <= window.to ? held : at >= window.from && at <= window.to ? at : window.from

  // After every render: what was wanted may have come with it.
  useEffect(() => {
    const { current } = wanted
    if (!current || !root.current) return
    const cell = root.current.querySelector<HTMLElement>(`[data-day="${current.day}"]`)
    const entry = current.entry && root.current.querySelector<HTMLElement>(`[data-entry="${CSS.escape(current.entry)}"]`)
    if (entry && dayOfElement(entry) === current.day) entry.focus()
    else if (cell && current.entry === undefined) cell.focus()
    else if (isListed && current.entry === undefined) root.current.focus()
    else return
    wanted.current = null
  })

  function focusDay(day: string): void {
    wanted.current = { day }
    draw()
    setActive(day)
    address.follow(day)
  }
  const isInside = () => root.current?.contains(document.activeElement) === true
  function elements(): HTMLElement[] {
    return [...(root.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
  }
  return {
    root,
    active,
    focusDay,
    /** Other days are about to be shown: whoever stands on one of the days stands on one of those then. */
    carryTo(day: string): void {
      if (!isInside()) return
      wanted.current = { day }
      setActive(day)
    },
    /** The day that the keyboard is on; else the one that is looked at. */
    lookedAt: () => (isInside() ? active : at),
    /** The entry that has the focus. */
    focusedId: (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry,
    /** The focus goes along with an entry that is about to move. */
    expect(entry: string, day: string): void {
      wanted.current = { day, entry }
      setActive(day)
      address.follow(day)
    },
    /** The move is over: where the entry is not to be seen, its day gets the focus. */
    settle(entry: string, day: string): void {
      if (wanted.current?.entry !== entry) return
      wanted.current = null
      const shown = root.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry)}"]`)
      const cell = root.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
      ;(shown ?? cell)?.focus()
    },
    step(by: 1 | -1): void {
      const list = elements()
      const place = list.indexOf(document.activeElement as HTMLElement)
      const day = dayOfElement(document.activeElement) ?? active
      const next = list.findIndex((element) => (dayOfElement(element) ?? '') >= day)
      const target = place >= 0 ? list[place + by] : by > 0 ? list[Math.max(0, next)] : list[next - 1]
      const on = dayOfElement(target ?? null)
      if (on) setActive(on)
      target?.focus()
    },
    /** Arrows on days and entries; false when the key means nothing here. */
    onArrow(event: KeyboardEvent): boolean {
      const by = steps[event.key]
      const day = dayOfElement(event.target as Element)
      if (by === undefined || day === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      event.preventDefault()
      if (!isListed) {
        focusDay(addDays(day, by))
        return true
      }
      const list = [
        ...(root.current?.querySelectorAll<HTMLElement>(Math.abs(by) === 7 ? '[data-day], [data-entry]' : '[data-day]') ?? []),
      ]
      const place = list.indexOf(event.target as HTMLElement)
      const from = place >= 0 ? place : list.findLastIndex((element) => (dayOfElement(element) ?? '') <= day)
      const target = list[from + Math.sign(by)]
      const on = dayOfElement(target ?? null)
      if (on) setActive(on)
      target?.focus()
      return true
    },
  }
}
