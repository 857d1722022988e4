import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from './schema'
import type { SearchIndex } from './search/search-index'

type Drizzle = PgDatabase<PgQueryResultHKT, typeof schema>
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | 'query' | '$count' | 'with' | '$with'>
export type Writer = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete'>

/** What the change log writes beside each change. One stamp is one change set, so one undo. */
export interface Stamp {
  readonly workspaceId: string
  readonly changeSet: string
  /** `user:<id>` or `job:<name>`. */
  readonly actor: string
  readonly at: Date
}

export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  readonly read: Reader
  /**
   * Writes of one scope (a workspace id, or 'global' for users, links and jobs) happen one after another, in every process,
   * all or nothing. `work` may run again after a deadlock: touch nothing but `tx`.
   */
  write<T>(scope: string, work: (tx: Writer) => Promise<T>): Promise<T>
  readonly search: SearchIndex
  migrate(): Promise<void>
  /** Whether every migration of this version has run. */
  isCurrent(): Promise<boolean>
  /** Lets running writes finish, then closes; on SQLite the write-ahead log is folded in. */
  close(): Promise<void>
}
