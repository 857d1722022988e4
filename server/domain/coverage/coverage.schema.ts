import { z } from 'zod'
import { day } from '@/server/domain/wire.schema'

/** The dimensions a heatmap can stand phases against. */
export const coverageDimensions = ['channel', 'type', 'purpose', 'persona', 'locale', 'topic', 'campaign', 'owner'] as const
export const coverageDimension = z.enum(coverageDimensions)
export type CoverageDimension = z.infer<typeof coverageDimension>

export const modes = ['published', 'scheduled', 'planned'] as const
export const mode = z.enum(modes)
export type Mode = z.infer<typeof mode>

export const models = ['mckinsey5', 'ihk7', 'mot4', 'aida', 'kotler5a', 'simple3'] as const
export const model = z.enum(models)
export type Model = z.infer<typeof model>

export const purchaseGroups = ['before', 'during', 'after'] as const
export type PurchaseGroup = (typeof purchaseGroups)[number]

/** Keys of the rows and columns that are no term. */
export const untagged = 'untagged'
export const notCovered = 'not_covered'

export const cellStates = ['not_applicable', 'open', 'gap', 'thin', 'covered', 'surplus'] as const
export type CellState = (typeof cellStates)[number]

export interface TargetNumbers {
  readonly min: number
  readonly ideal: number
  readonly max: number | null
}

/** A target as the workspace set it. `phase` or `value` is `''` for the default of a column or row. `reason` is set when it is not applicable. */
export interface Target {
  readonly dimension: CoverageDimension
  readonly phase: string
  readonly value: string
  readonly numbers: TargetNumbers | null
  readonly reason: string | null
  readonly revision: number
}

/** What a cell has to reach, and who said so. A stored target with neither numbers nor reason says: none, whatever the preset says. */
export type EffectiveTarget =
  | { readonly kind: 'numbers'; readonly numbers: TargetNumbers; readonly from: 'cell' | 'row' | 'column' | 'preset' }
  | { readonly kind: 'not_applicable'; readonly reason: string; readonly from: 'cell' | 'row' | 'column' }
  | { readonly kind: 'none' }

export const coverageQuestion = z.object({
  by: coverageDimension.default('channel'),
  mode: mode.default('published'),
  /** A picked day: its end in the workspace's zone. Null: now. */
  asOf: day.nullable().default(null),
  /** Another model to look through. Null: the workspace's own journey. */
  lens: model.nullable().default(null),
  /** The filter as text; see filter.schema.ts. */
  filter: z.string().max(8000).default(''),
})
export type CoverageQuestion = z.infer<typeof coverageQuestion>

export interface CoverageCell {
  readonly row: string
  readonly column: string
  readonly fresh: number
  readonly stale: number
  readonly target: TargetNumbers | null
  readonly state: CellState
  readonly reason: string | null
}

/** The phase score with the sum behind it: `reached` of `wanted` items; the percentage to one decimal. Null when no cell of the phase has a target. */
export interface PhaseScore {
  readonly percent: number
  readonly reached: number
  readonly wanted: number
}

export interface CoverageRow {
  readonly key: string
  readonly name: string
  readonly letter: string | null
  readonly hue: number | null
  readonly group: PurchaseGroup | null
  readonly score: PhaseScore | null
  /** Distinct items, fresh and stale. */
  readonly distinct: number
  readonly fresh: number
  /** In a lens: those of them whose own phase spans several phases of the lens. */
  readonly notRefined: number
}

export interface CoverageColumn {
  readonly key: string
  readonly name: string
  readonly distinct: number
}

export interface CoverageGrid {
  readonly mode: Mode
  readonly asOf: string | null
  readonly by: CoverageDimension
  readonly lens: Model | null
  /** Narrowed by a filter: then there are counts, and neither targets nor scores. */
  readonly isPart: boolean
  readonly rows: readonly CoverageRow[]
  readonly columns: readonly CoverageColumn[]
  /** Rows end with the tagged-with-something-else ones, `not_covered` (in a lens) and `untagged`; columns with `untagged`. Every pair, row by row. */
  readonly cells: readonly CoverageCell[]
  /** Distinct items in the picture, fresh and stale, untagged ones included. */
  readonly total: number
  readonly fresh: number
  readonly readiness: {
    readonly percent: number
    readonly parts: readonly { phase: string; percent: number; weight: number }[]
  } | null
  /** The phase of the lowest score, with its sum; null when no phase has a score. */
  readonly weakest: { readonly phase: string; readonly score: PhaseScore } | null
  /** In a lens: items whose phase spans several lens phases ("not refined"). */
  readonly notRefined: number
}
