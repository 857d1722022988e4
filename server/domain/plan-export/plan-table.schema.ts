import type { Cell } from '@/server/domain/exchange/exchange.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** A plan to be read and sorted in a spreadsheet. Dates are wall clock readings, held as if they were UTC. */
export interface PlanTable {
  readonly language: Locale
  readonly columns: readonly PlanColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

export interface PlanColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
}
