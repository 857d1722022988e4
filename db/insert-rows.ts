import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Writer } from './database'
import { dialect } from './dialect'
import { sqliteStatement } from './sqlite-statement'

/** PostgreSQL takes 65,535 parameters a statement. */
const parametersPerStatement = 20_000

/**
 * Inserts many whole rows. On PostgreSQL a round trip is what costs, so rows go together; on SQLite it is the building and
 * parsing of long statements, so one short statement is prepared and run for each row (three times as fast).
 */
export async function insertRows<T extends PgTable>(tx: Writer, table: T, rows: readonly T['$inferSelect'][]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table))
  if (dialect === 'postgres') {
    const size = Math.floor(parametersPerStatement / columns.length)
    for (let at = 0; at < rows.length; at += size) await tx.insert(table).values(rows.slice(at, at + size) as T['$inferInsert'][])
    return
  }
  const names = columns.map(([, column]) => `"${snake(column.name)}"`)
  const { name } = getTableConfig(table as unknown as SQLiteTable)
  const text = `insert into "${name}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`
  const statement = sqliteStatement(tx, text)
  for (const row of rows) {
    statement.run(
      ...columns.map(([key, column]) => {
        const value = (row as Record<string, unknown>)[key]
        return value === null || value === undefined ? null : column.mapToDriverValue(value)
      }),
    )
  }
}

/** As the schema's casing names columns. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
