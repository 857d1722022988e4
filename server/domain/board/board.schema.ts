import { z } from 'zod'
import { bulkFailure } from '@/server/domain/content/bulk.schema'
import { filterText } from '@/server/domain/content/item-list.schema'
import { status } from '@/server/domain/vocabulary/vocabulary.schema'
import { instant, whole } from '@/server/domain/wire.schema'

/** What columns and lanes can stand for. Each is also a filter of that name, so every column has its list in the table. */
export const boardAxes = ['step', 'phase', 'owner', 'channel', 'campaign'] as const
const boardAxis = z.enum(boardAxes)
export type BoardAxis = z.infer<typeof boardAxis>

/** The column of what has no value; written as the filter writes "is empty". */
export const noValue = '-'
/** The one lane of a board without lanes. */
export const wholeLane = '*'

const value = z.string().min(1).max(80)
const id = z.string().min(1).max(80)

const axes = z.object({
  filter: filterText.default(''),
  columns: boardAxis.default('step'),
  lanes: boardAxis.nullable().default(null),
})
const areTwo = ({ columns, lanes }: { columns: BoardAxis; lanes: BoardAxis | null }) => columns !== lanes
const twoAxes = { error: 'board.problem.sameAxis' }

/** Of one column in one answer. */
export const mostCards = 200

export const boardInput = z.object({ ...axes.shape, limit: whole(1, mostCards).default(50) }).refine(areTwo, twoAxes)
export type BoardInput = z.output<typeof boardInput>

/** One place on a board: where a column crosses a lane. */
const boardPlace = z.object({ column: value, lane: value.default(wholeLane) })
export type BoardPlace = z.infer<typeof boardPlace>

export const boardColumnInput = z
  .object({ ...axes.shape, ...boardPlace.shape, offset: whole(0, 1_000_000).default(0), limit: whole(1, mostCards).default(50) })
  .refine(areTwo, twoAxes)
export type BoardColumnInput = z.output<typeof boardColumnInput>

const boardCard = z.object({
  id: z.string(),
  revision: z.number().int(),
  title: z.string(),
  locale: z.string().nullable(),
  type: z.string(),
  step: z.string(),
  status,
  phase: z.array(z.string()),
  channel: z.array(z.string()),
  campaign: z.array(z.string()),
  persona: z.array(z.string()),
  topic: z.array(z.string()),
  purpose: z.string().nullable(),
  url: z.string().nullable(),
  ownerId: z.string().nullable(),
  createdBy: z.string().nullable(),
  plannedFor: z.string().nullable(),
  dueOn: z.string().nullable(),
})
export type BoardCard = z.infer<typeof boardCard>

/** `name` only where the vocabulary holds none: people. */
const line = z.object({ key: z.string(), name: z.string().nullable(), count: z.number().int() })
export type BoardLine = z.infer<typeof line>

const boardColumn = line.extend({
  /** How many items of the whole workspace stand in this step, and how many may; null without a limit. */
  load: z.object({ count: z.number().int(), limit: z.number().int() }).nullable(),
})
export type BoardColumn = z.infer<typeof boardColumn>

const boardCell = z.object({ column: z.string(), lane: z.string(), total: z.number().int(), cards: z.array(boardCard) })
export type BoardCell = z.infer<typeof boardCell>

export const board = z.object({
  /** Items, each counted once, however many columns it stands in. */
  total: z.number().int(),
  columns: z.array(boardColumn),
  /** `*` alone when there are no lanes. */
  lanes: z.array(line),
  /** Those that hold something, with their first cards. */
  cells: z.array(boardCell),
  ignored: z.array(z.string()),
})
export type Board = z.infer<typeof board>

export const boardColumnPage = z.object({ total: z.number().int(), cards: z.array(boardCard) })
export type BoardColumnPage = z.infer<typeof boardColumnPage>

/** Where in the column: `keep` leaves the rank as it is. */
const boardSpot = z.discriminatedUnion('at', [
  z.object({ at: z.enum(['top', 'bottom', 'keep']) }),
  z.object({ at: z.enum(['before', 'behind']), id }),
])
export type BoardSpot = z.infer<typeof boardSpot>

export const mostMoved = 500

export const boardMove = z
  .object({
    ...axes.shape,
    /** Each with the place and revision in which it was seen. */
    items: z
      .array(z.object({ id, revision: z.number().int().positive(), from: boardPlace }))
      .min(1)
      .max(mostMoved),
    to: boardPlace,
    spot: boardSpot,
  })
  .refine(areTwo, twoAxes)
export type BoardMove = z.output<typeof boardMove>

export const boardMoved = z.object({
  /** For one undo of everything; null when nothing changed. */
  changeSet: z.string().nullable(),
  done: z.number().int(),
  /** Were so already. */
  skipped: z.number().int(),
  /** Of these the approval holds no more, because where they are placed has changed. */
  voided: z.number().int(),
  failed: z.array(bulkFailure.extend({ by: z.string().nullable(), at: instant.nullable() })),
  /** Where the first of them stands now under the filter, counted from one; null when it is not there. */
  position: z.number().int().nullable(),
  of: z.number().int(),
})
export type BoardMoved = z.infer<typeof boardMoved>
