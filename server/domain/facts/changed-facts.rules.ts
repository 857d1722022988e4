import type { Fact } from '@/server/domain/facts/fact.schema'

export interface ChangedFacts {
  /** Facts that are not what they were any more, or are gone: as they were, those in the trash too. */
  readonly old: readonly Fact[]
  /** Facts that are new or not what they were; those in the trash are left out. */
  readonly fresh: readonly Fact[]
}

/** From one snapshot of the facts to the next. */
export interface Step extends ChangedFacts {
  /** The seq of the snapshot before. */
  readonly from: number
}

export const nothingChanged: ChangedFacts = { old: [], fresh: [] }

const keptSteps = 64
const keptFacts = 20_000

/** The newest steps: as many as help to carry something over, which beyond some size is no cheaper than counting anew. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  let size = 0
  const kept: Step[] = []
  for (const each of [step, ...steps.toReversed()]) {
    size += each.old.length + each.fresh.length
    if (kept.length === keptSteps || size > keptFacts) break
    kept.push(each)
  }
  return kept.reverse()
}

/** What differs from the snapshot of a seq; undefined when the steps do not reach back to it. */
export function changedSince({ seq, steps }: { seq: number; steps: readonly Step[] }, since: number): ChangedFacts | undefined {
  if (seq === since) return nothingChanged
  const first = steps.findIndex(({ from }) => from === since)
  if (first < 0) return undefined
  const taken = steps.slice(first)
  return taken.length === 1 ? taken[0] : together(taken)
}

/** Several steps as one: of an item that changed again and again only the first and the last state count. */
function together(steps: readonly Step[]): ChangedFacts {
  const before = new Map<string, Fact | null>()
  const after = new Map<string, Fact | null>()
  const note = (id: string, was: Fact | null, is: Fact | null) => {
    if (!before.has(id)) before.set(id, was)
    after.set(id, is)
  }
  for (const { old, fresh } of steps) {
    for (const fact of old) note(fact.id, fact, null)
    for (const fact of fresh) note(fact.id, null, fact)
  }
  const facts = (of: Map<string, Fact | null>) => [...of.values()].filter((fact) => fact !== null)
  return { old: facts(before), fresh: facts(after) }
}
