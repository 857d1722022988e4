import type { Fact } from '@/server/domain/facts/fact.schema'
import { foldText } from '@/server/domain/facts/fold.rules'
import type { Sort, SortField } from '@/server/domain/filter/filter.schema'
import { rankTexts, stableOrder } from '@/server/domain/filter/number-order.rules'
import { placeKey } from '@/server/domain/filter/rank.rules'

/** Where keys stand: vocabulary in its order or by name, people by name. Made by `rankByName` and `rankInOrder`. */
export interface SortRanks {
  readonly ranks: Partial<Record<SortField, ReadonlyMap<string, number>>>
  /** How well an item answers the search; more is better. */
  readonly relevance?: ReadonlyMap<string, number>
}

export type Compare = (a: Fact, b: Fact) => number

/** Ranks keys by their names, as a reader of the language expects. */
export function rankByName(entries: Iterable<readonly [key: string, name: string]>, locale: string): Map<string, number> {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sorted = [...entries].sort(([keyA, a], [keyB, b]) => compare(a, b) || compareText(keyA, keyB))
  return rankInOrder(sorted.map(([key]) => key))
}

export function rankInOrder(keys: Iterable<string>): Map<string, number> {
  return new Map([...keys].map((key, rank) => [key, rank]))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const last = Number.POSITIVE_INFINITY
const unranked = 1e12

type NumberOf = (fact: Fact) => number

/** Keys without a rank stand behind those that have one, in no order among themselves; nothing stands last. */
function rankOf(ranks: ReadonlyMap<string, number> | undefined, key: string | null): number {
  if (key === null || key === '') return last
  return ranks?.get(key) ?? unranked
}

function dayNumber(day: string | null): number {
  if (day === null) return last
  const bare = Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
  return bare * 10_000 + (day.length > 10 ? 1 + Number(day.slice(11, 13)) * 100 + Number(day.slice(14, 16)) : 0)
}

/** The number by which a field sorts; undefined for texts. Empty is always `last`. */
function numberOf(field: SortField, { ranks, relevance }: SortRanks): NumberOf | undefined {
  const rank = ranks[field]
  switch (field) {
    case 'title':
    case 'url':
    case 'locale':
    case 'rank':
      return undefined
    case 'type':
    case 'purpose':
    case 'status':
      return (fact) => rankOf(rank, fact[field])
    case 'owner':
      return (fact) => rankOf(rank, fact.ownerId)
    case 'phase':
    case 'channel':
    case 'persona':
    case 'topic': {
      const known = new Map<readonly string[], number>()
      return (fact) => {
        const list = fact[field]
        let first = known.get(list)
        if (first === undefined) {
          first = Math.min(last, ...list.map((key) => rankOf(rank, key)))
          known.set(list, first)
        }
        return first
      }
    }
    case 'plannedFor':
    case 'dueOn':
    case 'reviewBy':
      return (fact) => dayNumber(fact[field])
    case 'publishAt':
    case 'publishedAt':
    case 'unpublishAt':
    case 'createdAt':
    case 'updatedAt':
      return (fact) => fact[field] ?? last
    case 'relevance':
      return (fact) => {
        const points = relevance?.get(fact.id)
        return points === undefined ? last : -Math.round(points * 1e6)
      }
  }
}

function foldedOf(field: SortField): (fact: Fact) => string {
  if (field === 'title') return (fact) => fact.titleFold
  if (field === 'rank') return placeKey
  return field === 'url' ? (fact) => foldText(fact.url ?? '') : (fact) => foldText(fact.locale ?? '')
}

/**
 * Compares two items. Empty values stand last whichever way the sort runs, and ids break ties, so the order is total.
 * Right for few items; `sortFacts` gives the same order for many.
 */
export function comparator(sort: Sort, world: SortRanks): Compare {
  const compares = sort.map(({ field, descending }): Compare => {
    const number = numberOf(field, world)
    if (number) return (a, b) => compareNumbers(number(a), number(b), descending)
    const text = foldedOf(field)
    return (a, b) => compareFolded(text(a), text(b), descending)
  })
  return (a, b) => {
    for (const compare of compares) {
      const order = compare(a, b)
      if (order !== 0) return order
    }
    return compareText(a.id, b.id)
  }
}

function compareNumbers(a: number, b: number, descending: boolean): number {
  if (a === b) return 0
  if (a === last) return 1
  if (b === last) return -1
  return descending ? b - a : a - b
}

function compareFolded(a: string, b: string, descending: boolean): number {
  if (a === b) return 0
  if (a === '') return 1
  if (b === '') return -1
  return descending ? compareText(b, a) : compareText(a, b)
}

/**
 * The facts in order, as a new list; the order is that of `comparator`, a fraction of its price. From the least to the most
 * important field each pass keeps the order of the pass before, and the first order is that of the ids.
 */
export function sortFacts(facts: readonly Fact[], sort: Sort, world: SortRanks): Fact[] {
  const sorted = inOrderOfIds(facts)
  for (const { field, descending } of sort.toReversed()) {
    const number = numberOf(field, world)
    const keys = number ? Float64Array.from(sorted, number) : rankTexts(sorted.map(foldedOf(field)))
    if (descending) for (let i = 0; i < keys.length; i++) keys[i] = keys[i] === last ? last : -(keys[i] as number)
    const order = stableOrder(keys)
    const before = sorted.slice()
    for (let i = 0; i < order.length; i++) sorted[i] = before[order[i] as number] as Fact
  }
  return sorted
}

/** A copy in the order of ids; cheap when it is so already. */
export function inOrderOfIds(facts: readonly Fact[]): Fact[] {
  const sorted = facts.slice()
  for (let i = 1; i < sorted.length; i++) {
    if ((sorted[i - 1] as Fact).id > (sorted[i] as Fact).id) return sorted.sort((a, b) => compareText(a.id, b.id))
  }
  return sorted
}
