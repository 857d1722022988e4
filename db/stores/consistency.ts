import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../database'

/** What must hold between tables and is held by no constraint of the database, plus what the database itself can check. */
export const consistencyChecks = [
  'integrity',
  'foreignKeys',
  'logNumbers',
  'searchMissing',
  'searchLeftOver',
  'jobsGivenUp',
] as const
export type ConsistencyCheck = (typeof consistencyChecks)[number]

interface RawSqlite {
  values<T>(query: SQL): T[]
}
interface RawPostgres {
  execute<T>(query: SQL): Promise<{ rows: T[] }>
}

async function rows({ dialect, read }: Database, query: SQL): Promise<unknown[][]> {
  if (dialect === 'sqlite') return (read as unknown as RawSqlite).values<unknown[]>(query)
  const answer = await (read as unknown as RawPostgres).execute<Record<string, unknown>>(query)
  return answer.rows.map((row) => Object.values(row))
}

const first = async (db: Database, query: SQL): Promise<number> => Number((await rows(db, query))[0]?.[0] ?? 0)

/** How many things are wrong; 0 is right. PostgreSQL looks after its files and references itself. */
export async function countFaults(db: Database, check: ConsistencyCheck): Promise<number> {
  switch (check) {
    case 'integrity': {
      if (db.dialect === 'postgres') return first(db, sql`select 1 - 1`)
      const found = await rows(db, sql`pragma integrity_check(100)`)
      return found.filter(([message]) => message !== 'ok').length
    }
    case 'foreignKeys':
      return db.dialect === 'postgres' ? 0 : (await rows(db, sql`pragma foreign_key_check`)).length
    case 'logNumbers':
      return first(
        db,
        sql`select count(*) from workspaces w where w.seq <> coalesce((select max(c.seq) from changes c where c.workspace_id = w.id), 0)`,
      )
    case 'searchMissing':
      return first(
        db,
        sql`select count(*) from items i where not exists
          (select 1 from search_documents d where d.workspace_id = i.workspace_id and d.item_id = i.id)`,
      )
    case 'searchLeftOver':
      return first(
        db,
        sql`select count(*) from search_documents d where not exists
          (select 1 from items i where i.workspace_id = d.workspace_id and i.id = d.item_id)`,
      )
    case 'jobsGivenUp':
      return first(db, sql`select count(*) from jobs where failed_at is not null`)
  }
}

/** How many items a workspace has, trash included. */
export async function countItemRows(db: Database, workspaceId: string): Promise<number> {
  return first(db, sql`select count(*) from items where workspace_id = ${workspaceId}`)
}
