import type { ItemState, ItemWorld, Outcome, StateChange } from '@/server/domain/content/item.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays, daysBetween } from '@/server/domain/facts/moment.rules'

/** For what has no purpose, or one without an interval, and is looked at nevertheless. */
export const usualReviewDays = 180

/** After how many days an item is to be looked at again. */
export function reviewDaysOf({ purpose }: Pick<ItemState, 'purpose'>, { terms }: Pick<ItemWorld, 'terms'>): number {
  return (purpose === null ? null : terms.purpose.get(purpose)?.details.reviewAfterDays) ?? usualReviewDays
}

/** Somebody has looked and it still holds: the next look is an interval from today, never earlier than it was. */
export function reviewChangeOf(item: ItemState, world: Pick<ItemWorld, 'terms' | 'moment'>): Outcome<StateChange> {
  const day = addDays(world.moment.today, reviewDaysOf(item, world))
  const reviewBy = item.reviewBy !== null && item.reviewBy > day ? item.reviewBy : day
  return { value: { columns: { reviewBy }, tags: {} } }
}

/** When an owner is told, in days from the day of review. */
export const freshnessMoments = { soon: -30, today: 0, overdue: 14 } as const
export type FreshnessKind = keyof typeof freshnessMoments

export interface FreshnessNews {
  readonly itemId: string
  readonly ownerId: string | null
  readonly kind: FreshnessKind
  readonly reviewBy: string
  /** Told once for each item, day of review and kind: a new day of review is a new matter. */
  readonly dedupeKey: string
}

/**
 * Which live items their owners should hear of today: 30 days before the day of review, on it, and 14 days after. Days on which
 * nobody asked are made up for: each kind holds for two weeks, and its key keeps it from being told twice.
 */
export function freshnessNews(facts: readonly Fact[], today: string): FreshnessNews[] {
  return facts.flatMap((fact): FreshnessNews[] => {
    const { id, ownerId, reviewBy, deletedAt, status } = fact
    if (reviewBy === null || deletedAt !== null || status !== 'published') return []
    const kind = kindAt(daysBetween(reviewBy, today))
    return kind ? [{ itemId: id, ownerId, kind, reviewBy, dedupeKey: `review/${id}/${reviewBy}/${kind}` }] : []
  })
}

const heldForDays = 14

function kindAt(days: number): FreshnessKind | null {
  const kinds = Object.entries(freshnessMoments) as [FreshnessKind, number][]
  return kinds.find(([, from]) => days >= from && days < from + heldForDays)?.[0] ?? null
}
