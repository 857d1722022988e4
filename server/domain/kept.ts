import type { Database } from '@/db/database'

// The server and the framework load these modules apart; what is kept of a database is kept once per process.
const slot = Symbol.for('etappe.kept')
const holder = globalThis as typeof globalThis & { [slot]?: WeakMap<Database, Map<string, unknown>> }

/** One thing of this kind per database, made when it is first asked for and gone with the database. */
export function keptPer<T>(kind: string, make: () => T): (db: Database) => T {
  return (db) => {
    holder[slot] ??= new WeakMap()
    const kinds = holder[slot].get(db) ?? new Map<string, unknown>()
    holder[slot].set(db, kinds)
    if (!kinds.has(kind)) kinds.set(kind, make())
    return kinds.get(kind) as T
  }
}

/** The map's order is that of last use: puts an entry at the end, and beyond `size` entries those used longest ago go. */
export function putLast<T>(map: Map<string, T>, name: string, value: T, size = Number.POSITIVE_INFINITY): void {
  map.delete(name)
  map.set(name, value)
  for (const oldest of map.keys()) {
    if (map.size <= size) break
    map.delete(oldest)
  }
}
