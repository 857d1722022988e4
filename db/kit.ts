import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { v7 } from 'uuid'
import { dialect } from './dialect'

/** Ids rise with time, so rows made together lie together in the index. */
export const newId = (): string => v7().replaceAll('-', '')

/**
 * The column vocabulary of the product, spelled once per dialect. Tables are written once. PostgreSQL is the type of record
 * although SQLite is the default: its builder has no `.get() .all() .run()`, so what compiles runs on both.
 */
const postgresKit = {
  table: pg.pgTable,
  id: () => pg.text().notNull().$defaultFn(newId),
  text: () => pg.text(),
  oneOf: <const V extends readonly [string, ...string[]]>(values: V) => pg.text({ enum: values }),
  bool: () => pg.boolean(),
  whole: () => pg.integer(),
  real: () => pg.doublePrecision(),
  instant: () => pg.timestamp({ mode: 'date', withTimezone: true, precision: 3 }),
  json: <T>() => pg.jsonb().$type<T>(),
  bytes: () => bytea(),
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
}

const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export type Kit = typeof postgresKit

const sqliteKit = {
  table: sqlite.sqliteTable,
  id: () => sqlite.text().notNull().$defaultFn(newId),
  text: () => sqlite.text(),
  oneOf: <const V extends readonly [string, ...string[]]>(values: V) => sqlite.text({ enum: values }),
  bool: () => sqlite.integer({ mode: 'boolean' }),
  whole: () => sqlite.integer(),
  real: () => sqlite.real(),
  instant: () => sqlite.integer({ mode: 'timestamp_ms' }),
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
  bytes: () => sqlite.blob({ mode: 'buffer' }),
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
}

/** The only dialect cast in the program; the schema parity test keeps it honest. */
export const kit: Kit = dialect === 'postgres' ? postgresKit : (sqliteKit as unknown as Kit)
