import { stateOf } from '@/server/domain/coverage/coverage.rules'
import type { CoverageCell, EffectiveTarget } from '@/server/domain/coverage/coverage.schema'
import type { CoveragePicture, WantedOfCell } from '@/server/domain/coverage/coverage-picture.schema'

type PackedCells = Pick<CoveragePicture, 'fresh' | 'stale' | 'wantedAt' | 'wanted'>
type Packed = PackedCells & { readonly rows: readonly { key: string }[]; readonly columns: readonly { key: string }[] }

/** Cells row by row as lists of numbers; `unpackCells` undoes it. */
export function packCells(cells: readonly CoverageCell[]): PackedCells {
  const places = new Map<string, number>()
  const wanted: WantedOfCell[] = []
  const placeOf = ({ target, reason }: CoverageCell): number => {
    if (!target && reason === null) return -1
    const name = target ? `${target.min} ${target.ideal} ${target.max}` : `no ${reason}`
    const known = places.get(name)
    if (known !== undefined) return known
    places.set(name, wanted.length)
    return wanted.push(target ? { numbers: target, reason: null } : { numbers: null, reason: reason ?? '' }) - 1
  }
  return {
    fresh: cells.map(({ fresh }) => fresh),
    stale: cells.map(({ stale }) => stale),
    wantedAt: cells.map(placeOf),
    wanted,
  }
}

export function unpackCells({ rows, columns, fresh, stale, wantedAt, wanted }: Packed): CoverageCell[] {
  return rows.flatMap((row, r) =>
    columns.map((column, c) => {
      const at = r * columns.length + c
      const want = wanted[wantedAt[at] ?? -1] ?? null
      return {
        row: row.key,
        column: column.key,
        fresh: fresh[at] ?? 0,
        stale: stale[at] ?? 0,
        target: want?.numbers ?? null,
        state: stateOf(fresh[at] ?? 0, targetOf(want)),
        reason: want?.reason ?? null,
      }
    }),
  )
}

/** Where it came from is of no weight for the state. */
function targetOf(want: WantedOfCell | null): EffectiveTarget {
  if (want?.numbers) return { kind: 'numbers', numbers: want.numbers, from: 'cell' }
  if (want && want.reason !== null) return { kind: 'not_applicable', reason: want.reason, from: 'cell' }
  return { kind: 'none' }
}
