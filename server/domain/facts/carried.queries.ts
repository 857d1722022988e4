import type { Database } from '@/db/database'
import { type ChangedFacts, changedSince } from '@/server/domain/facts/changed-facts.rules'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { keptPer, putLast } from '@/server/domain/kept'

interface Kept<T> {
  readonly seq: number
  readonly value: T
}

interface Ways<T> {
  count(): T
  /** The value after a change; undefined when it has to be counted anew. */
  carry(older: T, changed: ChangedFacts): T | undefined
}

/**
 * Values that are counted of all facts of a workspace, kept per database and carried on from change to change: looking at a
 * hundred thousand items for each save of each person is what would be felt first when a workspace grows. Those asked for
 * longest ago go first. The name has to hold all that a value depends on but the facts.
 */
export function carried<T>(kind: string, size: number) {
  const valuesOf = keptPer(kind, () => new Map<string, Kept<T>>())
  return (db: Database, held: WorkspaceFacts, of: string, { count, carry }: Ways<T>): T => {
    const values = valuesOf(db)
    const name = `${held.workspace.id} ${of}`
    const known = values.get(name)
    // Whoever still holds older facts counts for themselves.
    if (known && known.seq > held.seq) return count()
    const changed = known && changedSince(held, known.seq)
    const value = (known && changed && carry(known.value, changed)) ?? count()
    putLast(values, name, { seq: held.seq, value }, size)
    return value
  }
}
