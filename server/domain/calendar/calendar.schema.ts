import { z } from 'zod'
import { filterText } from '@/server/domain/content/item-list.schema'
import { status } from '@/server/domain/vocabulary/vocabulary.schema'
import { day, key, localized, whole } from '@/server/domain/wire.schema'

const count = z.number().int()

/** Which date of an item puts it on its day. */
export const axes = ['planned', 'due', 'scheduled', 'published'] as const
export const axis = z.enum(axes)
export type Axis = z.infer<typeof axis>

/** Days asked for at once: a year and what a month view shows around it. */
export const mostDays = 400
/** So many entries leave in one answer; days beyond say only how many they hold. */
export const mostEntries = 5_000
/** As many as one drag or dialog moves. */
export const mostMoved = 2_000

const question = z.object({ filter: filterText.default(''), axis: axis.default('planned') })

export const rangeInput = question.extend({
  from: day,
  to: day,
  /** Entries of a day that are told one by one; its count is always whole. */
  perDay: whole(0, mostEntries).default(mostEntries),
})
export type RangeInput = z.infer<typeof rangeInput>

/** An item as the calendar shows it. */
const calendarEntry = z.object({
  id: z.string(),
  title: z.string(),
  locale: z.string().nullable(),
  type: z.string(),
  status,
  step: z.string(),
  phase: z.array(z.string()).readonly(),
  channel: z.array(z.string()).readonly(),
  campaign: z.array(z.string()).readonly(),
  ownerId: z.string().nullable(),
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` in the workspace's zone; null: no date on this axis. Moves name it as what was seen. */
  at: z.string().nullable(),
  /** The day is past and it is not live. */
  isLate: z.boolean(),
  /** Whether the asker may move it at all. */
  mayEdit: z.boolean(),
})
export type CalendarEntry = z.infer<typeof calendarEntry>

export const calendarRange = z.object({
  /** All that match the filter, with and without a date. */
  total: count,
  /** Of these: on a day of the range. */
  inRange: count,
  /** Of these: without a date on the axis. */
  unscheduled: count,
  /** Of those in the range: late. */
  late: count,
  /** Days that hold anything, in order. */
  days: z.array(z.object({ day, count, late: count })),
  /** By day, then by time of day and title. */
  entries: z.array(calendarEntry),
  /** Parts of the filter that could not be read. */
  ignored: z.array(z.string()),
})
export type CalendarRange = z.infer<typeof calendarRange>

export const unscheduledInput = question.extend({ limit: whole(1, 200).default(50), offset: whole(0, 10_000_000).default(0) })
export type UnscheduledInput = z.infer<typeof unscheduledInput>
export const unscheduledList = z.object({
  /** What still waits for a date first; what is live or put away behind it. */
  entries: z.array(calendarEntry),
  total: count,
  /** Of these: live or put away, and hardly in need of a date. */
  settled: count,
})
export type UnscheduledList = z.infer<typeof unscheduledList>

/** Where to: so many days on, onto a day, or off the calendar. A time of day stays. */
export const moveTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('byDays'), days: z.number().int().min(-3660).max(3660) }).strict(),
  z.object({ kind: z.literal('toDay'), day }).strict(),
  z.object({ kind: z.literal('unschedule') }).strict(),
])
export type MoveTo = z.infer<typeof moveTo>

export const moveInput = z
  .object({
    axis,
    /** `was`: the date that the person saw; whoever comes after somebody else's move is refused. */
    items: z
      .array(z.object({ id: z.string().min(1).max(80), was: z.string().max(16).nullable() }))
      .min(1)
      .max(mostMoved),
    to: moveTo,
    /** Published items stay where they are unless the person has been asked. */
    includePublished: z.boolean().default(false),
  })
  .strict()
export type MoveInput = z.infer<typeof moveInput>

/** New days of a campaign, its items along by as many days as its beginning moves. */
export const campaignMove = z
  .object({
    key,
    revision: z.number().int().positive(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    /** The axis on which items move along; null: none do. */
    withItems: axis.nullable().default(null),
  })
  .strict()
export type CampaignMove = z.infer<typeof campaignMove>

export const holidayInput = z.object({ from: day, to: day })
/** A public holiday of the workspace's country. */
export const holiday = z.object({ day, name: localized })
export type Holiday = z.infer<typeof holiday>
