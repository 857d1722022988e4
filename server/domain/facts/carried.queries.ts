import type { Database } from '@/db/database'
import { type ChangedFacts, changedSince } from '@/server/domain/facts/changed-facts.rules'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'

interface Kept<T> {
  readonly seq: number
  readonly value: T
}

interface Ways<T> {
  count(): T
  /** The value after a change; undefined when it has to be counted anew. */
  carry(older: T, changed: ChangedFacts): T | undefined
}

// Pages and doors load this module apart, but count the same facts.
const slot = Symbol.for('etappe.carried')
const holder = globalThis as typeof globalThis & { [slot]?: WeakMap<Database, Map<string, unknown>> }

/**
 * Values that are counted of all facts of a workspace, kept per database and carried on from change to change: looking at a
 * hundred thousand items for each save of each person is what would be felt first when a workspace grows. Those asked for
 * longest ago go first. The name has to hold all that a value depends on but the facts.
 */
export function carried<T>(kind: string, size: number) {
  const shelfOf = (db: Database): Map<string, Kept<T>> => {
    holder[slot] ??= new WeakMap()
    const shelves = holder[slot].get(db) ?? new Map<string, unknown>()
    holder[slot].set(db, shelves)
    const shelf = (shelves.get(kind) as Map<string, Kept<T>> | undefined) ?? new Map<string, Kept<T>>()
    shelves.set(kind, shelf)
    return shelf
  }
  return (db: Database, held: WorkspaceFacts, of: string, { count, carry }: Ways<T>): T => {
    const shelf = shelfOf(db)
    const name = `${held.workspace.id} ${of}`
    const known = shelf.get(name)
    // Whoever still holds older facts counts for themselves.
    if (known && known.seq > held.seq) return count()
    const changed = known && changedSince(held, known.seq)
    const value = (known && changed && carry(known.value, changed)) ?? count()
    shelf.delete(name)
    shelf.set(name, { seq: held.seq, value })
    for (const oldest of shelf.keys()) {
      if (shelf.size <= size) break
      shelf.delete(oldest)
    }
    return value
  }
}
