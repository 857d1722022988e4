'use client'

import { useSearchParams } from 'next/navigation'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { readCalendarAddress } from '@/components/calendar/calendar-address'
import { deliberate, typing } from '@/components/shell/url-state'
import { phone, useMedia } from '@/components/ui/use-media'
import { type Axis, axes } from '@/server/domain/calendar/calendar.schema'
import { type Colouring, colourings, type Show, shows, stepped, windowOf } from '@/server/domain/calendar/calendar-window.rules'
import { isShownDay, nearestShownDay } from '@/server/domain/facts/moment.rules'

const parsers = {
  show: parseAsStringLiteral(shows),
  axis: parseAsStringLiteral(axes).withDefault('planned'),
  colour: parseAsStringLiteral(colourings).withDefault('phase'),
  at: parseAsString,
  peek: parseAsString,
}

/** What the calendar shows, as it stands in the address. On a phone it is a list unless the address says otherwise. */
export function useCalendarAddress(today: string) {
  const [values, setValues] = useQueryStates(parsers)
  const { ignored } = readCalendarAddress(useSearchParams())
  const isPhone = useMedia(phone)
  const show = values.show ?? (isPhone ? 'agenda' : 'month')
  const at = values.at !== null && isShownDay(values.at) ? values.at : today
  const window = useMemo(() => windowOf(show, at), [show, at])
  const atOf = (day: string) => (day === today ? null : nearestShownDay(day))
  const goTo = (day: string, how: typeof deliberate | typeof typing = deliberate) => void setValues({ at: atOf(day) }, how)
  return {
    show,
    /** The server does not know how wide the window is: on a phone its month is not what will stand there. */
    isGuessed: values.show === null && !isPhone,
    axis: values.axis,
    colour: values.colour,
    peek: values.peek,
    ignored,
    /** The day that is looked at; the window lies around it. */
    at,
    window,
    goTo,
    step: (steps: number) => goTo(stepped(show, at, steps)),
    setShow: (next: Show, day = at) => void setValues({ show: next, at: atOf(day) }, deliberate),
    setAxis: (axis: Axis) => void setValues({ axis }, deliberate),
    setColour: (colour: Colouring) => void setValues({ colour }, deliberate),
    setPeek: (peek: string | null) => void setValues({ peek }, deliberate),
    /** Where the focus went: it takes the window along, without an entry in the history. */
    follow: (day: string) => {
      if (day < window.from || day > window.to) goTo(day, typing)
    },
  }
}

export type CalendarAddress = ReturnType<typeof useCalendarAddress>
