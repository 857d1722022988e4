import { z } from 'zod'
import {
  delimiters,
  encodings,
  fileFormats,
  importMapping,
  importOptions,
  importOptionsGiven,
  importTarget,
  lookups,
} from '@/server/domain/exchange/exchange.schema'
import { undoResult } from '@/server/domain/history/history.schema'
import { instant, whole } from '@/server/domain/wire.schema'

/** As much text as can be pasted; larger lists come as files. */
export const maxPasted = 1_500_000
/** How long a file can be looked at and imported before it is forgotten; the report stays. */
export const fileLifetimeMs = 7 * 24 * 60 * 60 * 1000

/**
 * draft: uploaded, being settled. queued: waits for its turn. running. cancelling: stops after the rows in hand. done.
 * cancelled and failed have stopped with some rows in; they can be resumed or undone. undone: taken back.
 */
export const importStates = ['draft', 'queued', 'running', 'cancelling', 'done', 'cancelled', 'failed', 'undone'] as const
export const importState = z.enum(importStates)
export type ImportState = z.infer<typeof importState>

export const importId = z.object({ id: z.string().min(1).max(80) })

/** Everything is recognised; what is said here overrules it. */
export const reading = z
  .object({
    encoding: z.enum(encodings),
    delimiter: z.enum(delimiters),
    sheet: z.string().max(200),
    /** Row of the column names, as a spreadsheet numbers it. */
    headerLine: z.number().int().min(1).max(1_000_000),
  })
  .partial()
  .strict()
export type Reading = z.infer<typeof reading>

/** What a person has decided. Parts that are left out stay as they are; null goes back to what the program proposes. */
export const importSettings = z
  .object({
    /** Other columns may come out of it, so the mapping starts anew unless it is given too. */
    reading: reading,
    mapping: importMapping.nullable(),
    options: importOptionsGiven.nullable(),
  })
  .partial()
  .strict()
export type ImportSettings = z.infer<typeof importSettings>

const count = z.number().int()
export const importCounts = z.object({
  read: count,
  create: count,
  update: count,
  unchanged: count,
  skipped: count,
  failed: count,
  notes: count,
})
export type ImportCounts = z.infer<typeof importCounts>

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const message = z.object({ messageKey: z.string(), details })

export const importSummary = z.object({
  id: z.string(),
  fileName: z.string(),
  state: importState,
  /** Null: the command line. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** Bytes. */
  size: count,
  /** Rows handled of all rows, while it runs. */
  progress: z.object({ done: count, total: count }).nullable(),
  /** What has come of it; null before it began. */
  counts: importCounts.nullable(),
  /** Why it stopped. */
  problem: message.nullable(),
  canUndo: z.boolean(),
  canResume: z.boolean(),
  /** The file is forgotten after a week; then nothing can be read again. */
  hasFile: z.boolean(),
  revision: count,
})
export type ImportSummary = z.infer<typeof importSummary>

export const importDetail = importSummary.extend({
  settings: z.object({ reading, mapping: importMapping.nullable(), options: importOptionsGiven.nullable() }),
})
export type ImportDetail = z.infer<typeof importDetail>

export const importList = z.object({ imports: z.array(importSummary), nextBefore: z.string().nullable() })

const column = z.object({
  column: z.string(),
  /** What applies now: as decided, else as proposed. */
  target: importTarget,
  proposed: importTarget,
  /** 0 to 1, of the proposal. */
  confidence: z.number(),
  samples: z.array(z.string()),
  filled: count,
})

/** What the program makes of the file. */
export const inspection = z.object({
  kind: z.enum(['own', 'crawl', 'people', 'inventory']),
  format: z.enum(fileFormats),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  rows: count,
  columns: z.array(column),
  /** The first rows as text, in the order of the columns. */
  head: z.array(z.object({ row: count, cells: z.array(z.string()) })),
  /** What the reader has to say; at most 50. */
  complaints: z.array(z.object({ level: z.enum(['note', 'warning', 'lost']), row: count.nullable(), ...message.shape })),
  complaintCount: count,
  /** The mapping was remembered from an earlier import of a list with the same columns. */
  isRemembered: z.boolean(),
  /** Every option as it applies now. */
  options: importOptions,
})
export type Inspection = z.infer<typeof inspection>

/** What needs a decision. `value` is the key in `options.decisions[lookup]`; `candidates` empty: nothing is known by this word. */
export const importSurvey = z.object({
  values: z.array(
    z.object({
      lookup: z.enum(lookups),
      column: z.string(),
      value: z.string(),
      written: z.string(),
      rows: count,
      candidates: z.array(z.object({ key: z.string(), name: z.string() })),
      /** Whether `create` may be chosen: types, steps, questions and owners are never made, phases only by a lead. */
      canCreate: z.boolean(),
    }),
  ),
  valueCount: count,
  /** Columns of dates; those that are `open` need an answer in `options.dateOrders` or their ambiguous rows fail. */
  dates: z.array(
    z.object({ column: z.string(), order: z.string(), unreadable: count, example: z.string().nullable(), isOpen: z.boolean() }),
  ),
})
export type ImportSurveyAnswer = z.infer<typeof importSurvey>

/** What an import would do now. */
export const dryRun = z.object({
  counts: importCounts,
  newTerms: z.array(
    z.object({
      dimension: z.enum(['phase', 'channel', 'persona', 'topic', 'campaign', 'purpose']),
      key: z.string(),
      name: z.string(),
    }),
  ),
  /** Of the import; `commit` takes it, so that nothing else is done than what was shown. */
  revision: count,
})
export type DryRun = z.infer<typeof dryRun>

export const rowLists = ['create', 'update', 'unchanged', 'skipped', 'failed', 'notes'] as const
export const rowList = z.enum(rowLists)
export type RowList = z.infer<typeof rowList>

export const rowsInput = importId.extend({
  list: rowList,
  offset: whole(0, 1_000_000).default(0),
  limit: whole(1, 500).default(50),
})

/** A row of a list: what it would become (before the import), or became (skipped, failed and notes only; the rest is in the content list under `import`). */
export const planRow = z.object({
  row: count.nullable(),
  itemId: z.string().nullable(),
  title: z.string().nullable(),
  /** How the item was found. */
  matchedBy: z.enum(['id', 'address', 'title']).nullable(),
  /** Field by field; for new items what they get. `field` is a key of the item, `tags.<dimension>` or `field.<key>`. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  reason: message.nullable(),
})
export type PlanRow = z.infer<typeof planRow>
export const rowPage = z.object({ rows: z.array(planRow), total: count })
export type RowPage = z.infer<typeof rowPage>

export const importUndone = z.object({ import: importDetail, result: undoResult })
