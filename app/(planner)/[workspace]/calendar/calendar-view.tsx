'use client'

import { Calendar } from '@/components/calendar/calendar'
import { ItemPeek } from '@/components/item/item-peek'
import { PlanMenu } from '@/components/outlets/plan-menu'

/** Features do not know each other; here they meet. */
export function CalendarView() {
  return (
    <Calendar
      peek={(id, close, takesFocus) => <ItemPeek key={id} id={id} onClose={close} takesFocus={takesFocus} />}
      share={<PlanMenu screen="calendar" />}
    />
  )
}
