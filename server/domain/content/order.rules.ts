import { positionBehind } from '@/server/domain/content/cursor.rules'
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
    if (before === fact) {
      at += 1
      continue
    }
    while (before && before.id < fact.id) {
      stale.add(before.id)
      at += 1
      before = older[at]
    }
    if (before?.id === fact.id) at += 1
    // It only stood further on, because something before it is gone.
    if (before === fact) continue
    stale.add(fact.id)
    if (fact.deletedAt === null) fresh.push(fact)
  }
  for (const gone of older.slice(at)) stale.add(gone.id)
  return { stale, fresh }
}

/** An order brought up to date: far cheaper than sorting anew as long as little has changed. */
export function carriedOver(ordered: readonly Fact[], { stale, fresh }: ChangedFacts, compare: Compare): Fact[] {
  const kept = ordered.filter(({ id }) => !stale.has(id))
  const merged: Fact[] = []
  let taken = 0
  for (const fact of [...fresh].sort(compare)) {
    const place = positionBehind(kept, fact, compare)
    for (; taken < place; taken += 1) {
      const one = kept[taken]
      if (one) merged.push(one)
    }
    merged.push(fact)
  }
  return merged.concat(kept.slice(taken))
}
