'use client'

import { createContext, use } from 'react'
import type { CalendarAddress } from '@/components/calendar/use-calendar-address'
import type { CalendarEntry, MoveTo } from '@/server/domain/calendar/calendar.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** What is dragged across the calendar. */
export type Dragged =
  | { readonly kind: 'entry'; readonly entry: CalendarEntry }
  | { readonly kind: 'campaign'; readonly key: string; readonly part: 'whole' | 'start' | 'end'; readonly day: string }

export const dragKind = 'calendar'

/** What an entry asks for; the same for as long as the calendar stands, so that entries that stay need not be drawn again. */
export interface EntryActions {
  /** Whoever comes by a key goes on into the panel; who points at it stays where he is. */
  peek(id: string, isByKey: boolean): void
  openMenu(entry: CalendarEntry, anchor: HTMLElement): void
  /** One more or less selected, or all up to this one. */
  select(entry: CalendarEntry, isRange: boolean): void
  /** Says why it cannot be moved. */
  refuse(entry: CalendarEntry): void
}

/** What every part of the calendar can ask of it. */
export interface CalendarParts {
  readonly address: CalendarAddress
  readonly today: string
  /** The day that holds the one tab stop of the days. */
  readonly active: string
  holidayOf(day: string): string | undefined
  isSelected(id: string): boolean
  /** The entry moved last, where it stands on this day: it stays in sight. */
  keptOn(day: string): CalendarEntry | undefined
  toggle(entry: CalendarEntry): void
  readonly entryActions: EntryActions
  askMove(entries: readonly CalendarEntry[]): void
  move(entries: readonly CalendarEntry[], to: MoveTo): void
  /** The entry, or all that are selected when it is one of them. */
  meantBy(entry: CalendarEntry): readonly CalendarEntry[]
  /** Null where nothing can be made. */
  readonly create: ((day: string, anchor: HTMLElement | null) => void) | null
  openDay(day: string, anchor: HTMLElement): void
  drop(dragged: Dragged, day: string): void
  openCampaign(term: Term<'campaign'>, days?: { startsOn: string | null; endsOn: string | null }): void
  /** Says why a campaign cannot be moved. */
  refuseCampaign(key: string): void
  focusDay(day: string): void
}

export const CalendarContext = createContext<CalendarParts | null>(null)

export function useCalendar(): CalendarParts {
  const parts = use(CalendarContext)
  if (!parts) throw new Error('the calendar is missing above this component')
  return parts
}
