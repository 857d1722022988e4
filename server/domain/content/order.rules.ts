import { positionBehind } from '@/server/domain/content/cursor.rules'
import type { ChangedFacts } from '@/server/domain/facts/changed-facts.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Compare } from '@/server/domain/filter/sort.rules'

interface Turn {
  readonly place: number
  /** Comes before what stands at the place; without one, what stands there leaves. */
  readonly joins?: Fact
}

/**
 * An order brought up to date: what has changed is looked up where it stood and put where it belongs now, and everything
 * between is copied as it is. Far cheaper than sorting anew, or than looking at everything, as long as little has changed.
 */
export function carriedOver(ordered: readonly Fact[], { old, fresh }: ChangedFacts, compare: Compare): Fact[] {
  const leaving = old.flatMap((fact): Turn[] => {
    // What lies in the trash never stood there.
    if (fact.deletedAt !== null) return []
    const expected = positionBehind(ordered, fact, compare) - 1
    const place = ordered[expected] === fact ? expected : ordered.indexOf(fact)
    return place < 0 ? [] : [{ place }]
  })
  const joining = [...fresh].sort(compare).map((fact): Turn => ({ place: positionBehind(ordered, fact, compare), joins: fact }))
  const turns = [...joining, ...leaving].sort((a, b) => a.place - b.place || Number(!a.joins) - Number(!b.joins))
  const carried: Fact[] = []
  let taken = 0
  const takeUntil = (place: number) => {
    for (; taken < place; taken += 1) {
      const one = ordered[taken]
      if (one) carried.push(one)
    }
  }
  for (const { place, joins } of turns) {
    takeUntil(place)
    if (joins) carried.push(joins)
    else taken = place + 1
  }
  takeUntil(ordered.length)
  return carried
}
