import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Compare } from '@/server/domain/filter/sort.rules'

export interface ChangedFacts {
  /** Ids of facts that are not what they were, or are gone. */
  readonly stale: ReadonlySet<string>
  /** Facts that are new or not what they were; those in the trash are left out. */
  readonly fresh: readonly Fact[]
}

/** What differs between two snapshots, each in the order of ids. Facts that nothing touched are the same objects. */
export function changedFacts(older: readonly Fact[], newer: readonly Fact[]): ChangedFacts {
  const stale = new Set<string>()
  const fresh: Fact[] = []
  let at = 0
  for (const fact of newer) {
    let before = older[at]
    while (before && before.id < fact.id) {
      stale.add(before.id)
      at += 1
      before = older[at]
    }
    if (before?.id === fact.id) at += 1
    if (before === fact) continue
    stale.add(fact.id)
    if (fact.deletedAt === null) fresh.push(fact)
  }
  for (const gone of older.slice(at)) stale.add(gone.id)
  return { stale, fresh }
}

/** An order brought up to date: far cheaper than sorting anew as long as little has changed. */
export function carriedOver(ordered: readonly Fact[], { stale, fresh }: ChangedFacts, compare: Compare): Fact[] {
  const coming = [...fresh].sort(compare)
  const merged: Fact[] = []
  let next = 0
  for (const fact of ordered) {
    if (stale.has(fact.id)) continue
    for (let one = coming[next]; one && compare(one, fact) < 0; one = coming[next]) {
      merged.push(one)
      next += 1
    }
    merged.push(fact)
  }
  merged.push(...coming.slice(next))
  return merged
}
