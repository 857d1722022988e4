import { setImmediate } from 'node:timers/promises'
import type { Database } from '@/db/database'
import { firstSeqAfter, listItemLogSince } from '@/db/stores/facts'
import type { Context } from '@/server/domain/context'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { type ItemChangeEntry, rollBack } from '@/server/domain/facts/rollback.rules'
import { keptPer, putLast } from '@/server/domain/kept'

const rowsPerPage = 500
const kept = 12

const momentsOf = keptPer('facts of the past', () => new Map<string, Promise<readonly Fact[]>>())

/**
 * The facts as they were at a past instant: today's with later changes rolled back. Costs what has changed since, not what
 * there is; the last few moments asked for are remembered until something changes.
 */
export async function factsAt({ db }: Pick<Context, 'db'>, held: WorkspaceFacts, atMs: number): Promise<readonly Fact[]> {
  const moments = momentsOf(db)
  const name = `${held.workspace.id} ${held.seq} ${atMs}`
  const facts = moments.get(name) ?? readPast(db, held, atMs)
  putLast(moments, name, facts, kept)
  try {
    return await facts
  } catch (error) {
    moments.delete(name)
    throw error
  }
}

async function readPast(db: Database, held: WorkspaceFacts, atMs: number): Promise<readonly Fact[]> {
  const entries: ItemChangeEntry[] = []
  const fromSeq = await firstSeqAfter(db.read, held.workspace.id, atMs)
  if (fromSeq === null) return held.facts
  for (let beforeSeq = held.seq + 1; ; ) {
    const rows = await listItemLogSince(db.read, held.workspace.id, atMs, { fromSeq, beforeSeq }, rowsPerPage)
    entries.push(...rows)
    const last = rows.at(-1)
    if (!last || rows.length < rowsPerPage) break
    beforeSeq = last.seq
    await setImmediate()
  }
  return rollBack(held.facts, entries, atMs, held.world)
}
