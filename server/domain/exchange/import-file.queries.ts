import { readImportFile } from '@/db/stores/imports'
import type { Context } from '@/server/domain/context'
import { isProblem, Problem } from '@/server/domain/errors'
import type { Table } from '@/server/domain/exchange/exchange.schema'
import type { Reading } from '@/server/domain/exchange/import-run.schema'
import { keptPer } from '@/server/domain/kept'

/** Reads a file as a table; the doors bring it along, because formats know the domain and not the other way round. */
export type ReadTable = (bytes: Uint8Array, reading: Reading) => Promise<Table>

export interface ImportContext extends Context {
  readonly readTable: ReadTable
}

interface Kept {
  readonly name: string
  readonly table: Promise<Table>
  readonly bytes: number
}

/** The wizard asks for the same table at every step, and the job right after it. About ten bytes of memory a byte of file. */
const keptBytes = 60 * 1024 * 1024
const keptForMs = 10 * 60_000

const shelfOf = keptPer<Kept[]>('tables of imports', () => [])

/** The table of an import's file. Throws `invalid` when it cannot be read as one, `not_found` when it is forgotten. */
export async function tableOf(context: ImportContext, workspaceId: string, id: string, reading: Reading): Promise<Table> {
  const { db, readTable } = context
  const shelf = shelfOf(db)
  const name = nameOf(workspaceId, id, reading)
  const known = shelf.find((entry) => entry.name === name)
  if (known) return known.table
  const bytes = await readImportFile(db.read, workspaceId, id)
  if (!bytes) throw new Problem('not_found', 'import.problem.fileGone')
  return keep(shelf, { name, bytes: bytes.length, table: readOrRefuse(readTable, bytes, reading) })
}

/** A file just uploaded: read before it is kept, so that what is no table is told at once. */
export async function firstTableOf({ readTable }: ImportContext, bytes: Uint8Array): Promise<Table> {
  return readOrRefuse(readTable, bytes, {})
}

export function rememberTable({ db }: ImportContext, workspaceId: string, id: string, table: Table, bytes: number): void {
  void keep(shelfOf(db), { name: nameOf(workspaceId, id, {}), bytes, table: Promise.resolve(table) })
}

export function forgetTables({ db }: Pick<Context, 'db'>, workspaceId: string, id: string): void {
  const shelf = shelfOf(db)
  const others = shelf.filter(({ name }) => !name.startsWith(`${workspaceId} ${id} `))
  shelf.splice(0, shelf.length, ...others)
}

const nameOf = (workspaceId: string, id: string, reading: Reading): string => {
  const { encoding, delimiter, sheet, headerLine } = reading
  return `${workspaceId} ${id} ${JSON.stringify([encoding, delimiter, sheet, headerLine])}`
}

function keep(shelf: Kept[], entry: Kept): Promise<Table> {
  shelf.push(entry)
  const forget = () => {
    const at = shelf.indexOf(entry)
    if (at >= 0) shelf.splice(at, 1)
  }
  entry.table.catch(forget)
  setTimeout(forget, keptForMs).unref()
  while (shelf.length > 1 && shelf.reduce((sum, { bytes }) => sum + bytes, 0) > keptBytes) shelf.shift()
  return entry.table
}

async function readOrRefuse(readTable: ReadTable, bytes: Uint8Array, reading: Reading): Promise<Table> {
  try {
    return await readTable(bytes, reading)
  } catch (error) {
    if (isProblem(error) || !(error instanceof Error && error.name === 'UnreadableFile')) throw error
    const { messageKey, details } = error as Error & Pick<Problem, 'messageKey' | 'details'>
    throw new Problem('invalid', messageKey, details)
  }
}
