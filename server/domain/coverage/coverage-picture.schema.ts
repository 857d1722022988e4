import { z } from 'zod'
import {
  coverageDimension,
  coverageQuestion,
  mode,
  model,
  purchaseGroups,
  type TargetNumbers,
} from '@/server/domain/coverage/coverage.schema'
import { target } from '@/server/domain/coverage/target.schema'
import { status } from '@/server/domain/vocabulary/vocabulary.schema'
import { day, dayTime, instant, key, whole } from '@/server/domain/wire.schema'

const count = z.number().int()

const score = z.object({ percent: z.number(), reached: count, wanted: count })
const targetNumbers = z.object({ min: count, ideal: count, max: count.nullable() }) satisfies z.ZodType<TargetNumbers>

/** What the cells of a picture may have to reach; a picture names each once. */
export const wantedOfCell = z.union([
  z.object({ numbers: targetNumbers, reason: z.null() }),
  z.object({ numbers: z.null(), reason: z.string() }),
])
export type WantedOfCell = z.infer<typeof wantedOfCell>

/** The heatmap as it travels: cells as lists of numbers, row by row, since a picture may have thousands of them. */
export const coveragePicture = z.object({
  mode,
  asOf: day.nullable(),
  by: coverageDimension,
  lens: model.nullable(),
  /** Narrowed by a filter: then there are counts, and neither targets nor scores. */
  isPart: z.boolean(),
  rows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      letter: z.string().nullable(),
      hue: z.number().nullable(),
      group: z.enum(purchaseGroups).nullable(),
      score: score.nullable(),
      distinct: count,
      fresh: count,
      notRefined: count,
    }),
  ),
  columns: z.array(z.object({ key: z.string(), name: z.string(), distinct: count })),
  fresh: z.array(count),
  stale: z.array(count),
  /** Place in `wanted`, or -1 where nothing is. */
  wantedAt: z.array(count),
  wanted: z.array(wantedOfCell),
  total: count,
  totalFresh: count,
  readiness: z
    .object({
      percent: z.number(),
      parts: z.array(z.object({ phase: z.string(), percent: z.number(), weight: z.number() })),
    })
    .nullable(),
  weakest: z.object({ phase: z.string(), score }).nullable(),
  notRefined: count,
  /** What readiness comes to when everything planned is live, and the last day of that plan; null when nothing is planned or the day is past. */
  plan: z.object({ percent: z.number(), until: day.nullable(), items: count }).nullable(),
  /** Items of the workspace outside the trash, whether they count or not. */
  stock: count,
  /** Today in the workspace's zone. */
  today: day,
  /** Parts of the filter that could not be read. */
  ignored: z.array(z.string()),
})
export type CoveragePicture = z.infer<typeof coveragePicture>

/** A cell; with `row` or `column` null a total. Rows may also be `untagged`, `not_covered` and `not_refined`. */
export const cellQuestion = coverageQuestion.extend({
  row: z.string().max(80).nullable(),
  column: z.string().max(80).nullable(),
})
export type CellQuestion = z.infer<typeof cellQuestion>

const stored = target.nullable()

export const cellView = z.object({
  /** The content list of exactly these items. */
  filter: z.string(),
  /** In the mode of the picture. */
  fresh: count,
  stale: count,
  /** Whatever the mode: what is live, what would be added by the schedule, what by the plan, and when the first of them is due. */
  live: z.object({ fresh: count, stale: count }),
  scheduled: z.object({ count, next: instant.nullable() }),
  planned: z.object({ count, next: dayTime.nullable() }),
  /** Null for a total and in a lens. */
  target: z
    .object({
      numbers: targetNumbers.nullable(),
      reason: z.string().nullable(),
      from: z.enum(['cell', 'row', 'column', 'preset']).nullable(),
      /** As the workspace set them; the cell's place and its row's and column's default. */
      stored: z.object({ cell: stored, row: stored, column: stored }),
    })
    .nullable(),
  /** Customer questions of the phase that nothing live answers, in order. */
  questions: z.array(z.object({ key, isPlanned: z.boolean() })),
})
export type CellView = z.infer<typeof cellView>

export const cellItemsQuestion = cellQuestion.extend({
  /** Part of the title. */
  text: z.string().max(200).default(''),
  /** Where the page begins; `next` of the page before. */
  cursor: whole(0, 10_000_000).default(0),
  limit: whole(1, 200).default(50),
})
export type CellItemsQuestion = z.infer<typeof cellItemsQuestion>

export const cellItem = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  status,
  /** Why it counts. */
  counts: z.enum(['live', 'scheduled', 'planned']),
  isStale: z.boolean(),
  publishedAt: instant.nullable(),
  publishAt: instant.nullable(),
  plannedFor: dayTime.nullable(),
  reviewBy: day.nullable(),
  ownerName: z.string().nullable(),
})
export type CellItem = z.infer<typeof cellItem>

export const cellItems = z.object({
  items: z.array(cellItem),
  total: count,
  /** Where the next page begins; null at the end. */
  next: count.nullable(),
})

/** The cells of the channel grid in which an item stands. `counts` says whether it counts there now, and helps. */
export const itemCells = z.object({
  counts: z.enum(['fresh', 'stale', 'no']),
  /** It would count when everything scheduled and planned is live. */
  isPlanned: z.boolean(),
  cells: z.array(
    z.object({
      row: z.string(),
      column: z.string(),
      fresh: count,
      stale: count,
      target: targetNumbers.nullable(),
      reason: z.string().nullable(),
      state: z.enum(['not_applicable', 'open', 'gap', 'thin', 'covered', 'surplus']),
    }),
  ),
})
export type ItemCells = z.infer<typeof itemCells>

/** Values that are found among the items and stand in no vocabulary, for choosing a filter. */
export const foundValues = z.object({
  locales: z.array(z.string()),
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
})
