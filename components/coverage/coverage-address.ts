import { type CoverageQuestion, coverageDimension, coverageQuestion, mode, model } from '@/server/domain/coverage/coverage.schema'
import { day } from '@/server/domain/wire.schema'

/** What stands in the address of the coverage screen besides the filter. */
export const coverageNames = ['by', 'mode', 'asOf', 'lens', 'cell', 'compare', 'columns', 'presentation'] as const
export type CoverageName = (typeof coverageNames)[number]

/** Names that are no filter here: the heatmap says itself which mode, day and lens hold. */
export const notFilter: readonly string[] = [...coverageNames, 'counts', 'lensPhase', 'view']

/** A cell, or a total where a side is null. */
export interface Place {
  readonly row: string | null
  readonly column: string | null
}

export interface CoverageAddress {
  readonly question: CoverageQuestion
  readonly cell: Place | null
  /** An earlier day to compare with. */
  readonly compare: string | null
  readonly showsAll: boolean
  readonly isPresenting: boolean
  /** What could not be read, as `name=value`. */
  readonly ignored: readonly string[]
}

/** Reads the screen's part of the address; page and component use the same, so that they ask the same. */
export function readAddress(get: (name: CoverageName) => string | null, filter: string): CoverageAddress {
  const ignored: string[] = []
  const read = <T>(name: CoverageName, schema: { safeParse(value: unknown): { success: boolean; data?: T } }): T | undefined => {
    const value = get(name)
    if (value === null || value === '') return undefined
    const { data } = schema.safeParse(value)
    if (data === undefined) ignored.push(`${name}=${value}`)
    return data
  }
  const cell = get('cell')
  const place = cell === null ? null : placeOf(cell)
  if (cell !== null && place === null) ignored.push(`cell=${cell}`)
  return {
    question: coverageQuestion.parse({
      by: read('by', coverageDimension),
      mode: read('mode', mode),
      asOf: read('asOf', day) ?? null,
      lens: read('lens', model) ?? null,
      filter: filter.length > 8000 ? '' : filter,
    }),
    cell: place,
    compare: read('compare', day) ?? null,
    showsAll: get('columns') === 'all',
    isPresenting: get('presentation') === 'on',
    ignored,
  }
}

const all = '*'

/** `retention.email`; a star stands for a total. */
export const placeText = ({ row, column }: Place): string => `${row ?? all}.${column ?? all}`

export function placeOf(text: string): Place | null {
  const [, row, column] = /^([^.\s]{1,80})\.([^.\s]{1,80})$/.exec(text) ?? []
  if (row === undefined || column === undefined) return null
  return { row: row === all ? null : row, column: column === all ? null : column }
}
