import type { ChangedFacts } from '@/server/domain/facts/changed-facts.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'

/**
 * Facts by id. Copying a map of a hundred thousand entries for each save would cost more than the save, so snapshots share
 * one table of positions and each looks into its own list: a position that the list does not have, or where it has another
 * item, is an id that this snapshot does not know.
 */
export class FactIndex implements ReadonlyMap<string, Fact> {
  readonly #positions: Map<string, number>
  readonly #facts: readonly Fact[]

  constructor(facts: readonly Fact[], positions = new Map<string, number>(facts.map(({ id }, at) => [id, at]))) {
    this.#facts = facts
    this.#positions = positions
  }

  get size(): number {
    return this.#facts.length
  }

  get(id: string): Fact | undefined {
    const at = this.#positions.get(id)
    const fact = at === undefined ? undefined : this.#facts[at]
    return fact?.id === id ? fact : undefined
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  forEach(visit: (fact: Fact, id: string, map: ReadonlyMap<string, Fact>) => void): void {
    for (const fact of this.#facts) visit(fact, fact.id, this)
  }

  *entries(): MapIterator<[string, Fact]> {
    for (const fact of this.#facts) yield [fact.id, fact]
  }

  *keys(): MapIterator<string> {
    for (const { id } of this.#facts) yield id
  }

  *values(): MapIterator<Fact> {
    yield* this.#facts
  }

  [Symbol.iterator](): MapIterator<[string, Fact]> {
    return this.entries()
  }

  /**
   * The next snapshot: `changed` facts take their place or join, ids in `gone` leave. The list stays in the order of ids.
   * This snapshot is unaffected. Only the newest snapshot may be asked.
   */
  with(changed: readonly Fact[], gone: ReadonlySet<string>): { facts: readonly Fact[]; byId: FactIndex; step: ChangedFacts } {
    const facts = [...this.#facts]
    const joining: Fact[] = []
    const old = [...gone].flatMap((id) => this.get(id) ?? [])
    for (const fact of changed) {
      const before = this.get(fact.id)
      const at = before && this.#positions.get(fact.id)
      if (at === undefined) joining.push(fact)
      else facts[at] = fact
      if (before) old.push(before)
    }
    const step = { old, fresh: changed.filter(({ deletedAt }) => deletedAt === null) }
    joining.sort(byFactId)
    const last = facts.at(-1)
    const isAppended = joining[0] === undefined || last === undefined || last.id < joining[0].id
    if (gone.size === 0 && isAppended) {
      for (const fact of joining) this.#positions.set(fact.id, facts.push(fact) - 1)
      return { facts, byId: new FactIndex(facts, this.#positions), step }
    }
    const rebuilt = [...facts.filter(({ id }) => !gone.has(id)), ...joining].sort(byFactId)
    return { facts: rebuilt, byId: new FactIndex(rebuilt), step }
  }
}

export const byFactId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
