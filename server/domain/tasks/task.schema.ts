import { z } from 'zod'
import { day, instant, key } from '@/server/domain/wire.schema'
import { cleanText } from '@/server/domain/written-text.rules'

export const taskAnchors = ['planned', 'publish', 'start', 'end'] as const
export type TaskAnchor = (typeof taskAnchors)[number]
/** The days that a task of an item or a campaign may be told by. */
export const anchorsOf = { item: ['planned', 'publish'], campaign: ['start', 'end'] } as const satisfies Record<
  string,
  readonly TaskAnchor[]
>

const id = z.string().min(1).max(64)
/** What a task is about: an item by its id, a campaign by its key. */
export const taskSubject = z.union([
  z.object({ subject: z.literal('item'), subjectId: id }),
  z.object({ subject: z.literal('campaign'), subjectId: key }),
])
export type TaskAbout = z.infer<typeof taskSubject>

/** So many days before (negative) or after a day of the item or campaign. */
export const dueRule = z.object({ anchor: z.enum(taskAnchors), days: z.number().int().min(-366).max(366) }).strict()
export type DueRule = z.infer<typeof dueRule>

export const recurrenceUnits = ['day', 'week', 'month'] as const
/** Until: the last day that a next one may be due; null: for ever. */
export const recurrence = z
  .object({
    every: z.number().int().min(1).max(99),
    unit: z.enum(recurrenceUnits),
    until: day.nullable(),
    /** The day of the month that is meant, where the month of the one that is due has no such day. */
    monthDay: z.number().int().min(1).max(31).optional(),
  })
  .strict()
export type Recurrence = z.infer<typeof recurrence>

const title = z.string().overwrite(cleanText).trim().min(1).max(300)
const parts = {
  title,
  note: z.string().overwrite(cleanText).max(5_000),
  assigneeId: id.nullable(),
  dueOn: day.nullable(),
  /** Overrules `dueOn`. */
  dueRule: dueRule.nullable(),
  /** Ids of tasks of the same item or campaign that come first. */
  after: z.array(id).max(20),
  recurrence: recurrence.nullable(),
}

export const taskCreate = z.object(parts).partial().required({ title: true }).strict()
export type TaskCreate = z.infer<typeof taskCreate>

export const taskEdit = z.object({ id, revision: z.number().int(), change: z.object(parts).partial().strict() })
export type TaskEdit = z.infer<typeof taskEdit>

export const taskRow = z.object({
  id: z.string(),
  ...parts,
  /** The day it is due: its own or the one its rule tells; null: none. */
  due: day.nullable(),
  assigneeName: z.string().nullable(),
  /** Tasks that come first are not done. */
  isWaiting: z.boolean(),
  /** Due before today and not done. */
  isOverdue: z.boolean(),
  doneAt: instant.nullable(),
  doneBy: z.string().nullable(),
  position: z.number().int(),
  revision: z.number().int(),
  /** Whether the asker may tick it. */
  mayTick: z.boolean(),
})
export type TaskRow = z.infer<typeof taskRow>

export const taskDates = z.record(z.enum(taskAnchors), day.nullable())
/** The days that rules refer to; one that the subject does not have is null. */
export type TaskDates = Readonly<Record<TaskAnchor, string | null>>

export const taskList = z.object({
  tasks: z.array(taskRow),
  dates: taskDates,
  today: day,
  /** Whether the asker may add and change tasks here. */
  mayEdit: z.boolean(),
})
export type TaskList = z.infer<typeof taskList>

export const taskOrder = z.object({ about: taskSubject, order: z.array(id).max(500) })
export const taskChanged = z.object({ changeSet: z.string().nullable() })
export const taskMade = z.object({ id: z.string(), changeSet: z.string() })
/** `next`: the day of the task that came to be because this one comes again. */
export const taskTicked = z.object({ changeSet: z.string().nullable(), next: day.nullable() })
