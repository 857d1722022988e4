import { type CoverageDimension, type Mode, type Model, untagged } from '@/server/domain/coverage/coverage.schema'
import type { Clause, Filter } from '@/server/domain/filter/filter.schema'

/** What a heatmap asks, as far as the items behind its numbers depend on it. */
export interface Shown {
  readonly by: CoverageDimension
  readonly mode: Mode
  readonly asOf: string | null
  readonly lens: Model | null
  readonly filter: Filter
}

const saidByTheHeatmap: ReadonlySet<string> = new Set(['counts', 'asOf', 'lens', 'lensPhase'])

/** The filter as far as it narrows a heatmap's items: mode, day and lens are the heatmap's own. */
export function narrowingOf(filter: Filter): Filter {
  return filter.filter(({ field }) => !saidByTheHeatmap.has(field))
}

/** The campaigns that the forecast is made without, as far as the filter says so. */
export function campaignsOffOf(filter: Filter): Filter {
  return filter.filter(({ field }) => field === 'campaignsOff')
}

/**
 * Whether only a part of the content is looked at. Targets are of all of it, so a part is counted and not held against them; a
 * forecast without some campaigns still is the whole.
 */
export function isPartOfAll(filter: Filter): boolean {
  return narrowingOf(filter).length > campaignsOffOf(filter).length
}

/** The filter under which the content list shows every item in the picture: its number is `total`. */
export function gridFilter({ mode, asOf, filter }: Shown): Filter {
  const picked: Clause[] = asOf === null ? [] : [{ field: 'asOf', op: 'is', values: [asOf] }]
  return [...narrowingOf(filter), { field: 'counts', op: 'is', values: [mode] }, ...picked]
}

/** Of a cell, or of a whole row or column where the other is null: the content list shows the same number, fresh and stale. */
export function cellFilter(shown: Shown, row: string | null, column: string | null): Filter {
  return [
    ...gridFilter(shown),
    ...(row === null ? [] : rowClauses(shown.lens, row)),
    ...(column === null ? [] : [clauseOf(shown.by, column)]),
  ]
}

function rowClauses(lens: Model | null, row: string): Clause[] {
  if (lens === null) return [clauseOf('phase', row)]
  return [{ field: 'lens', op: 'is', values: [lens] }, clauseOf('lensPhase', row)]
}

function clauseOf(field: string, key: string): Clause {
  return key === untagged ? { field, op: 'empty', values: [] } : { field, op: 'anyOf', values: [key] }
}
