import type { ChangedCell } from '@/server/domain/campaigns/campaign.schema'

/** Both sides beside each other, or what lies between them. */
export const effectViews = ['both', 'difference'] as const
export type EffectSide = 'without' | 'with' | 'difference'

/** In the order of the vocabulary; what it does not know comes last. */
export function inOrder(keys: Iterable<string>, order: readonly string[]): string[] {
  const rank = (key: string) => {
    const at = order.indexOf(key)
    return at === -1 ? order.length : at
  }
  return [...new Set(keys)].sort((one, other) => rank(one) - rank(other))
}

export interface EffectTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  cellAt(row: string, column: string): ChangedCell | undefined
}

/** Only the rows and columns that the campaign touches. */
export function effectTable(cells: readonly ChangedCell[], phases: readonly string[], channels: readonly string[]): EffectTable {
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  return {
    rows: inOrder(
      cells.map(({ row }) => row),
      phases,
    ),
    columns: inOrder(
      cells.map(({ column }) => column),
      channels,
    ),
    cellAt: (row, column) => byPlace.get(`${row} ${column}`),
  }
}

/** Shown without a fraction, as readiness is everywhere. */
export const wholePercent = (percent: number): number => {
  if (percent > 99 && percent < 100) return 99
  return percent > 0 && percent < 1 ? 1 : Math.round(percent)
}
