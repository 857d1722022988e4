import type { Database } from '@/db/database'

/** An answer and until when it holds, in milliseconds since 1970. */
export interface Answer<T> {
  readonly value: T
  readonly untilMs: number
}

interface Kept<T> {
  readonly answer: Promise<Answer<T>>
  /** Not known before the answer is. */
  untilMs: number
}

// Pages and doors load this module apart, but ask the same questions of the same database.
const slot = Symbol.for('etappe.coverage')
const holder = globalThis as typeof globalThis & { [slot]?: WeakMap<Database, Map<string, unknown>> }

/**
 * Answers kept per database, those asked for longest ago going first. Whoever asks while the same answer is being worked
 * out waits for that one. The name has to hold all that the answer depends on but time.
 */
export function remembered<T>(kind: string, size: number) {
  const shelfOf = (db: Database): Map<string, Kept<T>> => {
    holder[slot] ??= new WeakMap()
    const shelves = holder[slot].get(db) ?? new Map<string, unknown>()
    holder[slot].set(db, shelves)
    const shelf = (shelves.get(kind) as Map<string, Kept<T>> | undefined) ?? new Map<string, Kept<T>>()
    shelves.set(kind, shelf)
    return shelf
  }
  return async (db: Database, name: string, nowMs: number, answer: () => Promise<Answer<T>>): Promise<T> => {
    const shelf = shelfOf(db)
    const known = shelf.get(name)
    shelf.delete(name)
    if (known && nowMs < known.untilMs) {
      shelf.set(name, known)
      return (await known.answer).value
    }
    const kept: Kept<T> = { answer: answer(), untilMs: Number.POSITIVE_INFINITY }
    shelf.set(name, kept)
    for (const old of shelf.keys()) {
      if (shelf.size <= size) break
      shelf.delete(old)
    }
    try {
      const { value, untilMs } = await kept.answer
      kept.untilMs = untilMs
      return value
    } catch (error) {
      if (shelf.get(name) === kept) shelf.delete(name)
      throw error
    }
  }
}
