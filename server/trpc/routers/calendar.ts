import { z } from 'zod'
import { moveItems } from '@/server/domain/calendar/calendar.commands'
import { getCalendarRange, listUnscheduled } from '@/server/domain/calendar/calendar.queries'
import {
  axis,
  calendarRange,
  campaignMove,
  holiday,
  holidayInput,
  moveInput,
  rangeInput,
  unscheduledInput,
  unscheduledList,
} from '@/server/domain/calendar/calendar.schema'
import { countAlong, moveCampaign } from '@/server/domain/calendar/campaign-move.commands'
import { listHolidays } from '@/server/domain/calendar/holiday.queries'
import { bulkResult } from '@/server/domain/content/bulk.schema'
import { key } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

export const calendarRouter = router({
  range: procedure
    .input(rangeInput)
    .output(calendarRange)
    .query(({ ctx, input }) => getCalendarRange(ctx.domain, input)),
  unscheduled: procedure
    .input(unscheduledInput)
    .output(unscheduledList)
    .query(({ ctx, input }) => listUnscheduled(ctx.domain, input)),
  holidays: procedure
    .input(holidayInput)
    .output(z.array(holiday))
    .query(({ ctx, input }) => listHolidays(ctx.domain, input)),
  move: procedure
    .input(z.object({ move: moveInput }))
    .output(bulkResult)
    .mutation(({ ctx, input }) => moveItems(ctx.domain, input.move)),
  countAlong: procedure
    .input(z.object({ key, axis }))
    .output(z.number().int())
    .query(({ ctx, input }) => countAlong(ctx.domain, input.key, input.axis)),
  moveCampaign: procedure
    .input(z.object({ move: campaignMove }))
    .output(bulkResult)
    .mutation(({ ctx, input }) => moveCampaign(ctx.domain, input.move)),
})
