import { asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/database'
import { changes } from '@/db/schema'

export type LogRow = typeof changes.$inferSelect

export const readWholeLog = (db: Database, workspaceId: string): Promise<LogRow[]> =>
  db.read.select().from(changes).where(eq(changes.workspaceId, workspaceId)).orderBy(asc(changes.seq))

/** What the log says an item is now, field by field. */
export function stateByLog(rows: readonly LogRow[]): Record<string, unknown> {
  const state: Record<string, unknown> = {}
  for (const { after } of rows) Object.assign(state, after)
  return state
}
