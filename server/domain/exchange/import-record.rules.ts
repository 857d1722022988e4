import { z } from 'zod'
import {
  type ImportOptions,
  importMapping,
  importOptionsGiven,
  type Reason,
  type UnknownDecision,
} from '@/server/domain/exchange/exchange.schema'
import { type ImportCounts, type ImportState, importCounts, reading } from '@/server/domain/exchange/import-run.schema'
import { instant } from '@/server/domain/wire.schema'

/** What the wizard has settled, as it is stored. */
export const storedSettings = z.object({
  size: z.number().int(),
  /** False once the file is forgotten. */
  hasFile: z.boolean(),
  reading: reading.default({}),
  mapping: importMapping.nullable().default(null),
  options: importOptionsGiven.nullable().default(null),
  /** Of the columns, when it was committed: under it the mapping is remembered. */
  signature: z.string().nullable().default(null),
})
export type StoredSettings = z.infer<typeof storedSettings>

const reason = z.object({
  messageKey: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

const rowReason = reason.extend({ row: z.number().int().nullable() })

/** How far an import has come, as it is stored with every piece of work. */
export const storedProgress = z.object({
  /** Every row up to here is settled, whatever became of it. */
  through: z.number().int(),
  total: z.number().int(),
  counts: importCounts,
  /** Terms made for this import, as decisions: made once, used whenever it goes on. */
  terms: z.array(
    z.object({
      lookup: z.enum(['phase', 'channel', 'persona', 'topic', 'campaign', 'purpose']),
      value: z.string(),
      key: z.string(),
    }),
  ),
  /** What came out otherwise than planned, because somebody else wrote meanwhile. */
  late: z.object({ skipped: z.array(rowReason), failed: z.array(rowReason) }).default({ skipped: [], failed: [] }),
  /** When its first row was written; from then on it can be undone for a while. */
  startedAt: instant.nullable().default(null),
  /** Unexpected failures so far. */
  failures: z.number().int(),
  problem: reason.nullable(),
})
export type StoredProgress = z.infer<typeof storedProgress>

export const noCounts: ImportCounts = { read: 0, create: 0, update: 0, unchanged: 0, skipped: 0, failed: 0, notes: 0 }
export const noProgress: StoredProgress = {
  through: 0,
  total: 0,
  counts: noCounts,
  terms: [],
  late: { skipped: [], failed: [] },
  startedAt: null,
  failures: 0,
  problem: null,
}

export const settingsOf = (stored: unknown): StoredSettings => storedSettings.parse(stored)
export const progressOf = (stored: unknown): StoredProgress => (stored === null ? noProgress : storedProgress.parse(stored))

const working: readonly ImportState[] = ['queued', 'running', 'cancelling']
export const isWorking = (state: string): boolean => working.some((each) => each === state)

/** The decisions with the terms that exist by now: what was made is used, and not made again. */
export function withMadeTerms(decisions: ImportOptions['decisions'], terms: StoredProgress['terms']): ImportOptions['decisions'] {
  const merged: Record<string, Record<string, UnknownDecision>> = { ...decisions }
  for (const { lookup, value, key } of terms) merged[lookup] = { ...merged[lookup], [value]: { action: 'use', key } }
  return merged
}

/** What the report keeps row by row; what came in stands in the content list. */
export interface StoredReport {
  readonly skipped: readonly Reason[]
  readonly failed: readonly Reason[]
  readonly notes: readonly Reason[]
}
export const noReport: StoredReport = { skipped: [], failed: [], notes: [] }

/** While a job with this key waits or runs, the import has somebody to do it. */
export const jobKeyOf = (importId: string): string => `import.run ${importId}`
export const importJob = 'import.run'
