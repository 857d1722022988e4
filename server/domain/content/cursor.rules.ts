import type { Fact } from '@/server/domain/facts/fact.schema'
import { foldText } from '@/server/domain/facts/fold.rules'
import type { Sort, SortField } from '@/server/domain/filter/filter.schema'
import type { Compare } from '@/server/domain/filter/sort.rules'

function factKeysOf(field: SortField): (keyof Fact)[] {
  if (field === 'relevance') return []
  if (field === 'rank') return ['rank', 'plannedFor']
  return [field === 'owner' ? 'ownerId' : field]
}

/**
 * Where a page ended: the last item's id and the values it was sorted by, so that the next page begins in the same place even
 * when that item has been changed or deleted meanwhile.
 */
export function cursorOf(fact: Fact, sort: Sort): string {
  const values = Object.fromEntries(sort.flatMap(({ field }) => factKeysOf(field).map((key) => [key, fact[key]])))
  return JSON.stringify({ ...values, id: fact.id })
}

const blank: Fact = {
  id: '',
  groupId: '',
  title: '',
  titleFold: '',
  url: null,
  type: '',
  purpose: null,
  step: '',
  status: 'idea',
  locale: null,
  ownerId: null,
  createdBy: null,
  note: '',
  phase: [],
  channel: [],
  persona: [],
  topic: [],
  question: [],
  campaign: [],
  plannedFor: null,
  dueOn: null,
  publishAt: null,
  publishedAt: null,
  unpublishAt: null,
  reviewBy: null,
  rank: null,
  revision: 1,
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
  statusSince: 0,
  vague: [],
  fields: {},
}

/** The item as the cursor remembers it; undefined for text that is no cursor. */
export function factOfCursor(cursor: string): Fact | undefined {
  try {
    const values: unknown = JSON.parse(cursor)
    if (typeof values !== 'object' || values === null || !('id' in values) || typeof values.id !== 'string') return undefined
    const known = Object.entries(values).filter(([name, value]) => name in blank && isLike(value, blank[name as keyof Fact]))
    const fact: Fact = { ...blank, ...Object.fromEntries(known) }
    return { ...fact, titleFold: foldText(fact.title) }
  } catch {
    return undefined
  }
}

function isLike(value: unknown, sample: unknown): boolean {
  if (Array.isArray(sample)) return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
  if (sample === null) return value === null || typeof value === 'string' || typeof value === 'number'
  return typeof value === typeof sample
}

/** The first position behind the cursor in a sorted list. */
export function positionBehind(sorted: readonly Fact[], cursor: Fact, compare: Compare): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    const fact = sorted[middle]
    if (fact && compare(fact, cursor) <= 0) from = middle + 1
    else to = middle
  }
  return from
}
