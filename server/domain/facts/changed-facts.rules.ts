import type { Fact } from '@/server/domain/facts/fact.schema'

export interface ChangedFacts {
  /** Facts that are not what they were any more, or are gone: as they were, those in the trash too. */
  readonly old: readonly Fact[]
  /** Facts that are new or not what they were; those in the trash are left out. */
  readonly fresh: readonly Fact[]
}

/** What differs between two snapshots, each in the order of ids. Facts that nothing touched are the same objects. */
export function changedFacts(older: readonly Fact[], newer: readonly Fact[]): ChangedFacts {
  const old: Fact[] = []
  const fresh: Fact[] = []
  let at = 0
  for (const fact of newer) {
    let before = older[at]
    if (before === fact) {
      at += 1
      continue
    }
    while (before && before.id < fact.id) {
      old.push(before)
      at += 1
      before = older[at]
    }
    if (before?.id === fact.id) at += 1
    // It only stood further on, because something before it is gone.
    if (before === fact) continue
    if (before?.id === fact.id) old.push(before)
    if (fact.deletedAt === null) fresh.push(fact)
  }
  return { old: old.concat(older.slice(at)), fresh }
}
