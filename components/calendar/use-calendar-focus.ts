'use client'

import { useEffect, useReducer, useRef, useState } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import { addDays, nearestShownDay } from '@/server/domain/facts/moment.rules'

interface Wanted {
  /** Null: among those without a day. */
  readonly day: string | null
  /** The entry on that day; else the day itself. */
  readonly entry?: string
}

const dayOfElement = (element: Element | null): string | undefined => {
  const holder = element?.closest<HTMLElement>('[data-day], [data-in-day]')
  return holder?.dataset.day ?? holder?.dataset.inDay
}
const entryOfElement = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-entry]')?.dataset.entry
/** What opens over the page and gives the focus back when it goes. */
const floats = '[role=dialog], [role=alertdialog], [data-float], [data-panel]'
const isNowhere = () => document.activeElement === null || document.activeElement === document.body

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Where the keyboard is in the calendar. Days follow the arrows, and the shown window follows the days. */
export function useCalendarFocus(address: CalendarAddress, isListed: boolean) {
  const root = useRef<HTMLDivElement>(null)
  const wanted = useRef<Wanted | null>(null)
  /** The entry that the keyboard was on last; it goes where its entry goes, or the next key would be pressed nowhere. */
  const stood = useRef<string | undefined>(undefined)
  const { at, window } = address
  const [held, setActive] = useState(at)
  // The day may be the one it was: then nothing else would draw, and the focus would wait.
  const [, draw] = useReducer((turn: number) => turn + 1, 0)
  const active = held >= window.from && held <= window.to ? held : at >= window.from && at <= window.to ? at : window.from

  const cellOf = (day: string) => root.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
  const entriesOf = (id: string) => [...(root.current?.querySelectorAll<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`) ?? [])]

  function place(): void {
    const { current } = wanted
    if (current === null) {
      if (isNowhere() && stood.current !== undefined) (entriesOf(stood.current)[0] ?? cellOf(active))?.focus()
      return
    }
    const { day, entry } = current
    const target =
      entry === undefined
        ? (cellOf(day ?? '') ?? (isListed ? root.current : null))
        : entriesOf(entry).find((element) => (dayOfElement(element) ?? null) === day)
    if (!target) return
    wanted.current = null
    target.focus()
  }
  const latest = useRef(place)
  // After every render: what was wanted may have come with it.
  useEffect(() => {
    latest.current = place
    place()
  })
  useEffect(() => {
    const element = root.current
    if (!element) return
    // Lists draw themselves without the calendar around them.
    const changes = new MutationObserver(() => latest.current())
    changes.observe(element, { childList: true, subtree: true })
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      const isPart = element.contains(target) || target.closest('[data-entry-list]') !== null
      if (isPart || !target.closest(floats)) stood.current = isPart ? entryOfElement(target) : undefined
    }
    /** Whoever goes on means something else by now. */
    const onPress = (event: Event) => {
      if (event instanceof KeyboardEvent) {
        if (!['Alt', 'Control', 'Meta', 'Shift'].includes(event.key)) wanted.current = null
      } else if (!(event.target instanceof Element) || !event.target.closest(floats)) {
        wanted.current = null
        stood.current = undefined
      }
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onPress, true)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      changes.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onPress, true)
      document.removeEventListener('pointerdown', onPress, true)
    }
  }, [])

  function focusDay(day: string): void {
    const near = nearestShownDay(day)
    wanted.current = { day: near }
    draw()
    setActive(near)
    address.follow(near)
  }
  const isInside = () => root.current?.contains(document.activeElement) === true
  /** The entries among which the keyboard stands: those of an open list, else all. */
  function elements(): HTMLElement[] {
    const list = document.activeElement?.closest('[data-page-keys]') ?? root.current
    return [...(list?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
  }
  function step(by: 1 | -1): void {
    const list = elements()
    const position = list.indexOf(document.activeElement as HTMLElement)
    const day = dayOfElement(document.activeElement) ?? active
    const next = list.findIndex((element) => (dayOfElement(element) ?? '') >= day)
    const target = position >= 0 ? list[position + by] : by > 0 ? list[Math.max(0, next)] : list[next - 1]
    const on = dayOfElement(target ?? null)
    if (on) setActive(on)
    target?.focus()
  }
  return {
    root,
    active,
    focusDay,
    step,
    /** Other days are about to be shown: whoever stands on one of the days stands on one of those then. */
    carryTo(day: string): void {
      if (!isInside()) return
      wanted.current = { day: nearestShownDay(day) }
      setActive(nearestShownDay(day))
    },
    /** The day that the keyboard is on; else the one that is looked at. */
    lookedAt: () => (isInside() ? active : at),
    /** The entry that has the focus. */
    focusedId: (): string | undefined => entryOfElement(document.activeElement),
    /** The focus goes along with an entry that is about to move: onto a day, or among those without one. */
    expect(entry: string, day: string | null): void {
      wanted.current = { day, entry }
      draw()
      if (day === null) return
      setActive(day)
      address.follow(day)
    },
    /** The move is over: where the entry is not to be seen, its day gets the focus. */
    settle(entry: string, day: string): void {
      if (wanted.current?.entry !== entry && !isNowhere()) return
      wanted.current = null
      const target = entriesOf(entry)[0] ?? cellOf(day) ?? cellOf(active)
      target?.focus()
    },
    /** Arrows on days and entries; false when the key means nothing here. */
    onArrow(event: KeyboardEvent): boolean {
      const by = steps[event.key]
      const target = event.target as Element
      const day = dayOfElement(target)
      if (by === undefined || day === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      event.preventDefault()
      if (target.closest('[data-page-keys]')) {
        if (Math.abs(by) === 7) step(by > 0 ? 1 : -1)
        return true
      }
      if (!isListed) {
        focusDay(addDays(day, by))
        return true
      }
      const list = [
        ...(root.current?.querySelectorAll<HTMLElement>(Math.abs(by) === 7 ? '[data-day], [data-entry]' : '[data-day]') ?? []),
      ]
      const position = list.indexOf(event.target as HTMLElement)
      const from = position >= 0 ? position : list.findLastIndex((element) => (dayOfElement(element) ?? '') <= day)
      const next = list[from + Math.sign(by)]
      const on = dayOfElement(next ?? null)
      if (on) setActive(on)
      next?.focus()
      return true
    },
  }
}

export type CalendarFocus = ReturnType<typeof useCalendarFocus>
