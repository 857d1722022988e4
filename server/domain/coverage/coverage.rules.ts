import {
  type CellState,
  type CoverageCell,
  type CoverageColumn,
  type CoverageDimension,
  type CoverageGrid,
  type CoverageRow,
  type EffectiveTarget,
  type Mode,
  notCovered,
  untagged,
} from '@/server/domain/coverage/coverage.schema'
import { groupOf, type LensProjection } from '@/server/domain/coverage/lens.rules'
import type { JourneyScores } from '@/server/domain/coverage/score.rules'
import { type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import type { TargetOf } from '@/server/domain/coverage/targets.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

export interface GridPhase {
  readonly key: string
  readonly name: string
  readonly letter: string | null
  readonly hue: number | null
  readonly stages: readonly Stage[]
}

export interface GridQuestion {
  readonly by: CoverageDimension
  readonly mode: Mode
  /** Now, or the end of the picked day; then the facts are those of that day. */
  readonly moment: Moment
  readonly picked: boolean
  /** The journey in order. */
  readonly phases: readonly GridPhase[]
  /** The columns that are always there, in order; other values found among the items are added behind them. */
  readonly columns: readonly { readonly key: string; readonly name: string }[]
  /** The columns of an item with these values; the values themselves unless told. */
  readonly columnsOf?: (values: readonly string[]) => readonly string[]
  readonly lens: { readonly projection: LensProjection; readonly phases: readonly GridPhase[] } | null
  /** Of the dimension in `by`. */
  readonly targetOf: TargetOf
  /** From `scoreJourney`: over all facts, at the same moment and mode. */
  readonly scores: JourneyScores
  /** Names of the rows and columns that nobody asked for. */
  readonly nameOf: (key: string) => string
  /** The compiled filter. */
  readonly matches?: (fact: Fact) => boolean
  /** Only a part of the content is looked at: it is counted, and not held against targets. */
  readonly isPart?: boolean
  /** What `gridTally` asks for, when it is counted already. */
  readonly counts?: Tally
}

type CountQuestion = Pick<
  GridQuestion,
  'by' | 'mode' | 'moment' | 'picked' | 'phases' | 'columns' | 'columnsOf' | 'lens' | 'matches'
>

/** What is counted for the heatmap. */
export function gridTally({ by, mode, moment, picked, phases, columns, columnsOf, lens, matches }: CountQuestion): TallyQuestion {
  const rows = (lens ? lens.phases : phases).map(({ key }) => key)
  return {
    by,
    mode,
    moment,
    picked,
    rows: lens ? [...rows, notCovered] : rows,
    columns: columns.map(({ key }) => key),
    ...(lens ? { rowsOf: lens.projection.rowsOf } : {}),
    ...(columnsOf ? { columnsOf } : {}),
    ...(matches ? { matches } : {}),
  }
}

/**
 * The heatmap. Nothing falls out of it: an item without a phase or a value stands in `untagged`, one whose phase or value is
 * not (or no longer) in the lists in a row or column of its own, and `total` is what the content list shows under the same
 * filter (`drill-down.rules.ts`).
 */
export function countCoverage(facts: readonly Fact[], question: GridQuestion): CoverageGrid {
  const { by, mode, moment, picked, lens, scores } = question
  const phases = lens ? lens.phases : question.phases
  const counts = question.counts ?? tally(facts, gridTally(question))
  const unrefined = lens ? countUnrefined(counts, lens.projection) : noneRefined
  return {
    mode,
    asOf: picked ? moment.today : null,
    by,
    lens: lens ? lens.projection.model : null,
    isPart: question.isPart === true,
    rows: rowsOf(counts, question, phases, unrefined.byRow),
    columns: columnsOf(counts, question),
    cells: cellsOf(counts, question),
    total: counts.total,
    fresh: counts.totalFresh,
    readiness: scores.readiness,
    weakest: scores.weakest,
    notRefined: unrefined.total,
  }
}

const noneRefined = { byRow: new Map<string, number>(), total: 0 }

function countUnrefined({ phaseLists }: Tally, { rowsOf, isRefined }: LensProjection): typeof noneRefined {
  const byRow = new Map<string, number>()
  let total = 0
  for (const [phases, count] of phaseLists) {
    if (isRefined(phases)) continue
    total += count
    for (const row of rowsOf(phases)) byRow.set(row, (byRow.get(row) ?? 0) + count)
  }
  return { byRow, total }
}

function rowsOf(
  counts: Tally,
  question: GridQuestion,
  phases: readonly GridPhase[],
  unrefined: ReadonlyMap<string, number>,
): CoverageRow[] {
  const known = new Map(phases.map((phase) => [phase.key, phase]))
  return counts.rows.map((key, at) => {
    const phase = known.get(key)
    return {
      key,
      name: phase?.name ?? question.nameOf(key),
      letter: phase?.letter ?? null,
      hue: phase?.hue ?? null,
      group: phase ? groupOf(phase.stages) : null,
      score: question.lens || question.isPart || !phase ? null : (question.scores.byPhase.get(key) ?? null),
      distinct: counts.rowDistinct[at] ?? 0,
      fresh: counts.rowFresh[at] ?? 0,
      notRefined: unrefined.get(key) ?? 0,
    }
  })
}

function columnsOf(counts: Tally, { columns, nameOf }: GridQuestion): CoverageColumn[] {
  const names = new Map(columns.map(({ key, name }) => [key, name]))
  return counts.columns.map((key, at) => ({ key, name: names.get(key) ?? nameOf(key), distinct: counts.columnDistinct[at] ?? 0 }))
}

function cellsOf(counts: Tally, { phases, columns, lens, isPart, targetOf }: GridQuestion): CoverageCell[] {
  // A lens and a part show counts only; targets belong to all that the workspace's own journey has.
  const isPhase = new Set(lens || isPart ? [] : phases.map(({ key }) => key))
  const isColumn = new Set(columns.map(({ key }) => key))
  return counts.rows.flatMap((row, r) =>
    counts.columns.map((column, c) => {
      const at = r * counts.columns.length + c
      const fresh = counts.fresh[at] ?? 0
      const target: EffectiveTarget = isPhase.has(row) && isColumn.has(column) ? targetOf(row, column) : { kind: 'none' }
      return {
        row,
        column,
        fresh,
        stale: counts.stale[at] ?? 0,
        target: target.kind === 'numbers' ? target.numbers : null,
        state: stateOf(fresh, target),
        reason: target.kind === 'not_applicable' ? target.reason : null,
      }
    }),
  )
}

/** Stale items do not help: only the fresh ones are compared with the target. */
export function stateOf(fresh: number, target: EffectiveTarget): CellState {
  if (target.kind === 'not_applicable') return 'not_applicable'
  if (target.kind === 'none') return 'open'
  const { min, ideal, max } = target.numbers
  if (max !== null && fresh > max) return 'surplus'
  if (fresh < min) return 'gap'
  return fresh < ideal ? 'thin' : 'covered'
}

/** Whether a key of the grid is a row or column made by the program rather than a term. */
export function isMadeUp(key: string): boolean {
  return key === untagged || key === notCovered
}
