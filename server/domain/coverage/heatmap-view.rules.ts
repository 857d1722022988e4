import { isMadeUp } from '@/server/domain/coverage/coverage.rules'
import type { CoverageCell, CoverageColumn, CoverageRow, PurchaseGroup } from '@/server/domain/coverage/coverage.schema'
import { unpackCells } from '@/server/domain/coverage/coverage-picture.rules'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'

export interface HeatCell extends CoverageCell {
  /** Fresh items more (or fewer) than on the day compared with; null when nothing is compared. */
  readonly delta: number | null
  /** 0 to 1: how much there is beside the fullest cell. Tints where nothing has a target. */
  readonly share: number
}

export interface HeatRow {
  readonly row: CoverageRow
  readonly cells: readonly HeatCell[]
}

export interface HeatGroup {
  /** Null for phases without stages and for what stands beside the journey. */
  readonly group: PurchaseGroup | null
  readonly rows: readonly HeatRow[]
}

export interface HeatmapView {
  readonly groups: readonly HeatGroup[]
  readonly columns: readonly CoverageColumn[]
  readonly hiddenColumns: number
  /** Whether any cell has a target or is not applicable; otherwise counts tint the picture. */
  readonly hasTargets: boolean
  readonly hasStale: boolean
  /** What its colours say. */
  readonly legend: 'numbers' | 'tinted' | 'part'
}

/** What of a picture is drawn: columns that hold or want something, rows that are phases or hold something. */
export function heatmapOf(picture: CoveragePicture, showsAll: boolean, earlier?: CoveragePicture): HeatmapView {
  const cells = unpackCells(picture)
  const hasTargets = picture.wanted.length > 0
  const width = picture.columns.length
  const isWanted = (column: number) => picture.rows.some((_, row) => (picture.wantedAt[row * width + column] ?? -1) >= 0)
  const used = picture.columns.map(({ key, distinct }, at) => distinct > 0 || (!isMadeUp(key) && isWanted(at)))
  const isEmpty = !used.some(Boolean)
  const isShown = (at: number) => showsAll || used[at] === true || (isEmpty && !isMadeUp(picture.columns[at]?.key ?? ''))

  const before = new Map(earlier ? unpackCells(earlier).map(({ row, column, fresh }) => [`${row}.${column}`, fresh]) : [])
  const most = Math.max(1, ...cells.map(({ fresh, stale }) => fresh + stale))
  const rows = picture.rows
    .map((row, r) => ({ row, cells: cells.slice(r * width, (r + 1) * width) }))
    .filter(({ row }) => showsAll || row.letter !== null || row.distinct > 0)
    .map(({ row, cells: ofRow }) => ({
      row,
      cells: ofRow
        .filter((_, at) => isShown(at))
        .map((cell) => ({
          ...cell,
          delta: earlier ? cell.fresh - (before.get(`${cell.row}.${cell.column}`) ?? 0) : null,
          share: Math.sqrt((cell.fresh + cell.stale) / most),
        })),
    }))
  const columns = picture.columns.filter((_, at) => isShown(at))
  return {
    groups: groupsOf(rows),
    columns,
    hiddenColumns: width - columns.length,
    hasTargets,
    hasStale: picture.stale.some((count) => count > 0),
    legend: hasTargets ? 'numbers' : picture.isPart ? 'part' : 'tinted',
  }
}

function groupsOf(rows: readonly HeatRow[]): HeatGroup[] {
  const groups: { group: PurchaseGroup | null; rows: HeatRow[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last.group === row.row.group) last.rows.push(row)
    else groups.push({ group: row.row.group, rows: [row] })
  }
  return groups
}

/** Whole per cent as shown: never 100 before all is reached, never 0 once something is. */
export function shownPercent(percent: number): number {
  if (percent > 99 && percent < 100) return 99
  if (percent > 0 && percent < 1) return 1
  return Math.round(percent)
}
