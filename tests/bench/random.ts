export interface Random {
  /** 0 up to but not including 1. */
  next(): number
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  /** `count` different ones, or all when there are fewer. */
  some<T>(list: readonly T[], count: number): T[]
  /** The value whose turn it is when each comes as often as its weight says. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T
  chance(probability: number): boolean
}

/** The same numbers for the same seed, on every machine: two runs measure the same inventory. (mulberry32, public domain.) */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  function pick<T>(list: readonly T[]): T {
    const picked = list[below(list.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  return {
    next,
    below,
    pick,
    some<T>(list: readonly T[], count: number): T[] {
      const chosen = new Set<T>()
      while (chosen.size < Math.min(count, list.length)) chosen.add(pick(list))
      return [...chosen]
    },
    weighted<T>(choices: readonly (readonly [T, number])[]): T {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      for (const [value, weight] of choices) {
        left -= weight
        if (left < 0) return value
      }
      return pick(choices)[0]
    },
    chance: (probability) => next() < probability,
  }
}
