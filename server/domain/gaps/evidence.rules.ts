import type { Fact } from '@/server/domain/facts/fact.schema'
import { languageOf } from '@/server/domain/filter/filter.rules'
import type { Clause, Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter } from '@/server/domain/filter/filter-text.rules'
import type { Evidence } from '@/server/domain/gaps/gap.schema'
import type { GapIndex } from '@/server/domain/gaps/gap-index.rules'
import { purposesAnswering } from '@/server/presets/questions'

const mostIds = 50

type Narrowing = Readonly<Record<string, readonly string[]>>
type Counts = Readonly<Record<string, number>>
type More = Pick<Evidence, 'texts' | 'questions' | 'topics'> & { readonly counts?: Counts }

/** The items behind a finding, and the content list of exactly these. */
export function evidenceOf(items: readonly Fact[], filter: Filter | undefined, { counts = {}, ...more }: More = {}): Evidence {
  return {
    counts: { ...counts, items: items.length },
    items: items.slice(0, mostIds).map(({ id }) => id),
    ...(filter ? { filter: formatFilter(filter) } : {}),
    ...more,
  }
}

export function ofOneItem(item: Fact, more: More = {}): Evidence {
  return evidenceOf([item], ofIds([item]), more)
}

/** By their ids, as long as an address can hold them. */
export function ofIds(items: readonly Fact[]): Filter | undefined {
  return items.length <= mostIds ? [{ field: 'id', op: 'anyOf', values: items.map(({ id }) => id) }] : undefined
}

function anyOf(narrowing: Narrowing): Clause[] {
  return Object.entries(narrowing).map(([field, values]) => ({ field, op: 'anyOf', values: [...values] }))
}

/** Live items, as the content list says it. */
export function liveItems({ workspace }: GapIndex, narrowing: Narrowing = {}): Filter {
  const language = languageOf(workspace.locale)
  return [
    ...anyOf(narrowing),
    { field: 'counts', op: 'is', values: ['published'] },
    { field: 'stale', op: 'is', values: ['no'] },
    { field: 'locale', op: 'anyOf', values: ['-', `${language}*`] },
  ]
}

/** Items of whatever state, archived ones aside. */
export function keptItems(narrowing: Narrowing): Filter {
  return [...anyOf(narrowing), { field: 'status', op: 'noneOf', values: ['archived'] }]
}

/**
 * The proof that something is missing: what comes nearest to it. Those are the items that would do if they were live, in the
 * right place or filled in: planned ones, stale ones, ones elsewhere. With it go the questions that it would answer and nothing
 * answers now.
 */
export function missing(index: GapIndex, purposes: readonly string[], counts: Counts = {}): Evidence {
  const questions = index.unanswered.filter(({ key }) => purposesAnswering(key).some((purpose) => purposes.includes(purpose)))
  return withQuestions(nearest(index, index.keptPurpose(...purposes), keptItems({ purpose: purposes }), counts), questions)
}

/** Names the questions that stay open with it. */
export function withQuestions(evidence: Evidence, questions: readonly { readonly key: string }[]): Evidence {
  return questions.length === 0 ? evidence : { ...evidence, questions: questions.map(({ key }) => key) }
}

export function nearest(index: GapIndex, items: readonly Fact[], filter: Filter, counts: Counts = {}): Evidence {
  return evidenceOf(items, filter, {
    counts: {
      ...counts,
      live: items.filter(index.isLive).length,
      planned: items.filter(({ status }) => status !== 'published').length,
      stale: items.filter(index.isStale).length,
    },
  })
}
