import type { Item } from '@/server/domain/content/item.schema'
import type { FileFormat, OwnerName } from '@/server/domain/exchange/exchange.schema'
import { exportCells, exportColumns, exportObject } from '@/server/domain/exchange/export.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { type Source, writeCsv, writeJson, writeXlsx } from '@/server/exchange/write-table'

/** Items as a file that imports as "no change". */
export async function exportItems(
  format: FileFormat,
  items: Source<Item>,
  world: { readonly vocabulary: Vocabulary; readonly owners: readonly OwnerName[]; readonly exportedAt: Date },
): Promise<Uint8Array> {
  const columns = exportColumns(world.vocabulary)
  const owners = new Map(world.owners.map((owner) => [owner.id, owner]))
  if (format === 'json')
    return await writeJson(
      map(items, (item) => exportObject(item, columns, owners)),
      world.exportedAt,
    )
  const rows = map(items, (item) => exportCells(item, columns, owners))
  return format === 'csv' ? await writeCsv(columns, rows) : await writeXlsx(columns, rows)
}

export const mediaTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

async function* map<A, B>(source: Source<A>, change: (value: A) => B): AsyncGenerator<B> {
  for await (const value of source) yield change(value)
}
