import { z } from 'zod'
import { day } from '@/server/domain/wire.schema'

/** Why something stands in somebody's list. */
export const workKinds = [
  'due',
  'publish',
  'planned',
  'review',
  'open',
  'task',
  'approval',
  'gap',
  'comment',
  'campaign',
] as const
export const workKind = z.enum(workKinds)
export type WorkKind = z.infer<typeof workKind>

export const workSections = ['overdue', 'today', 'tomorrow', 'week', 'later', 'none'] as const
export const workSection = z.enum(workSections)
export type WorkSection = z.infer<typeof workSection>

export const workEntry = z.object({
  kind: workKind,
  /** Of the item, task, gap, comment or campaign. */
  id: z.string(),
  title: z.string(),
  /** What it belongs to: the item of a task or a comment. */
  about: z.object({ subject: z.string(), id: z.string(), title: z.string() }).nullable(),
  day: day.nullable(),
  /** What the day is: of the item that waits for a yes, one of its dates. Null without a day. */
  dayIs: z.enum(['due', 'publish', 'planned', 'review', 'campaign']).nullable(),
  /** `HH:mm` in the workspace's zone, where an hour was said. */
  time: z.string().nullable(),
  /** The day since which it waits, of what waits for a yes. */
  since: day.nullable(),
  step: z.string().nullable(),
  campaigns: z.array(z.string()),
  /** The task that has to be done before this one can be; null: nothing stands before it. */
  waitsFor: z.string().nullable(),
  /** Of the item or task, for changes from the list; null where nothing is changed there. */
  revision: z.number().int().nullable(),
})
export type WorkEntry = z.infer<typeof workEntry>

export const workInput = z.object({ userId: z.string().max(80).nullable().default(null) })

export const workList = z.object({
  /** The first of each section; `counts` says how many there are. */
  sections: z.array(z.object({ section: workSection, count: z.number().int(), entries: z.array(workEntry) })),
  total: z.number().int(),
  today: day,
  person: z.object({ id: z.string(), name: z.string() }),
})
export type WorkList = z.infer<typeof workList>

export const workCount = z.object({ overdue: z.number().int(), today: z.number().int() })
export type WorkCount = z.infer<typeof workCount>
