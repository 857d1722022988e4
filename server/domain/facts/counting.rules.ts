import type { Mode } from '@/server/domain/coverage/coverage.schema'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'

export type Freshness = 'fresh' | 'stale'
type Dated = Pick<Fact, 'status' | 'deletedAt' | 'publishedAt' | 'publishAt' | 'unpublishAt' | 'plannedFor' | 'reviewBy'>

/**
 * Whether an item counts at a moment, and whether it still helps to meet a target. `picked` tells a chosen day from now:
 * without one, scheduled and planned items count however far ahead they lie. The fact is the item as it was at the moment
 * (`rollback.rules.ts` for the past).
 */
export function countsAs(fact: Dated, mode: Mode, moment: Moment, picked: boolean): false | Freshness {
  if (!counts(fact, mode, moment, picked)) return false
  return isStale(fact, moment) ? 'stale' : 'fresh'
}

// Fields are read only when they decide: over a hundred thousand items each look at memory shows.
function counts(fact: Dated, mode: Mode, { nowMs, localNow }: Moment, picked: boolean): boolean {
  if (fact.deletedAt !== null) return false
  const { status } = fact
  if (status === 'published') {
    const { publishedAt } = fact
    if (publishedAt !== null && publishedAt <= nowMs && !isOver(fact, nowMs)) return true
  }
  if (mode === 'published' || status === 'archived') return false
  const { publishAt } = fact
  if (publishAt !== null && (!picked || publishAt <= nowMs) && !isOver(fact, nowMs)) return true
  if (mode === 'scheduled' || status === 'idea') return false
  const { plannedFor } = fact
  return plannedFor !== null && (!picked || plannedFor <= localNow)
}

function isOver({ unpublishAt }: Dated, nowMs: number): boolean {
  return unpublishAt !== null && unpublishAt <= nowMs
}

/** From the day after its review day. */
export function isStale({ reviewBy }: Pick<Fact, 'reviewBy'>, { today }: Moment): boolean {
  return reviewBy !== null && reviewBy < today
}
