import type { FileFormat, OwnerName } from '@/server/domain/exchange/exchange.schema'
import { type ExportItem, exportCells, exportColumns, exportObject } from '@/server/domain/exchange/export.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { csvParts, jsonParts, type Source, writeXlsx } from '@/server/exchange/write-table'

interface ExportWorld {
  readonly vocabulary: Vocabulary
  readonly owners: readonly OwnerName[]
  readonly exportedAt: Date
  /** Only these columns, and the id; all when absent. Names that are no column of an export are passed over. */
  readonly columns?: readonly string[] | undefined
}

/** Items as the parts of a file that imports as "no change". A workbook is one part. */
export async function* exportItems(
  format: FileFormat,
  items: Source<ExportItem>,
  world: ExportWorld,
): AsyncGenerator<Uint8Array> {
  const { vocabulary, exportedAt, columns: wanted } = world
  const all = exportColumns(vocabulary)
  const columns = wanted ? all.filter((column) => column === 'id' || wanted.includes(column)) : all
  const owners = new Map(world.owners.map((owner) => [owner.id, owner]))
  if (format === 'json') {
    yield* jsonParts(
      map(items, (item) => exportObject(item, columns, owners)),
      exportedAt,
    )
    return
  }
  const rows = map(items, (item) => exportCells(item, columns, owners))
  if (format === 'csv') yield* csvParts(columns, rows)
  else yield await writeXlsx(columns, rows)
}

export const mediaTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

async function* map<A, B>(source: Source<A>, change: (value: A) => B): AsyncGenerator<B> {
  for await (const value of source) yield change(value)
}
