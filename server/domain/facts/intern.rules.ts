/**
 * Hands out one copy of equal values. A hundred thousand items share a few hundred tag lists, so counting may tell lists
 * apart by identity, and texts that repeat are kept once.
 */
export interface Interner {
  /** Sorted, without repetition, frozen; equal lists are the same array. */
  readonly list: (keys: readonly string[]) => readonly string[]
  readonly text: <T extends string | null>(text: T) => T
}

const none: readonly string[] = Object.freeze([])

export function createInterner(): Interner {
  const lists = new Map<string, readonly string[]>()
  const texts = new Map<string, string>()
  const text = <T extends string | null>(value: T): T => {
    if (value === null) return value
    const known = texts.get(value)
    if (known !== undefined) return known as T
    texts.set(value, value)
    return value
  }
  const list = (keys: readonly string[]): readonly string[] => {
    if (keys.length === 0) return none
    const sorted = keys.length === 1 ? keys : [...new Set(keys)].sort()
    const name = sorted.join('\n')
    const known = lists.get(name)
    if (known) return known
    const made = Object.freeze(sorted.map((key) => text(key)))
    lists.set(name, made)
    return made
  }
  return { list, text }
}
