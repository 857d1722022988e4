import { listUserNames } from '@/db/stores/users'
import { matchingOf } from '@/server/domain/content/matching.queries'
import { carriedOver } from '@/server/domain/content/order.rules'
import type { Context } from '@/server/domain/context'
import { changedSince } from '@/server/domain/facts/changed-facts.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Filter, Sort } from '@/server/domain/filter/filter.schema'
import { formatFilter } from '@/server/domain/filter/filter-text.rules'
import { comparator, rankByName, rankInOrder, type SortRanks, sortFacts } from '@/server/domain/filter/sort.rules'
import { keptPer, putLast } from '@/server/domain/kept'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import { statuses, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** What a filter selects, in order: the whole answer, from which pages, counts, exports and bulk edits take their part. */
export interface Selection {
  readonly held: WorkspaceFacts
  readonly facts: readonly Fact[]
  readonly sort: Sort
  readonly ranks: SortRanks
  /** What it is remembered by. */
  readonly name: string
}

type Asker = Pick<Context, 'db' | 'now' | 'actor' | 'locale'>

/** Selections remembered per database: turning pages is then a slice. */
const kept = 40
const shelfOf = keptPer('selections', () => new Map<string, Selection>())

/** Without a sort: best answers first when something is searched, else what was touched last. */
export function sortOrDefault(sort: Sort, filter: Filter): Sort {
  if (sort.length > 0) return sort
  return filter.some(({ field }) => field === 'q')
    ? [{ field: 'relevance', descending: false }]
    : [{ field: 'updatedAt', descending: true }]
}

/**
 * The items that a filter means, sorted. The one function behind list, count, export, bulk edit and drill-down. Who may see
 * them is decided by the caller: `authorize` first.
 */
export async function selectItems(asker: Asker, { filter, sort = [] }: { filter: Filter; sort?: Sort }): Promise<Selection> {
  const { db, actor } = asker
  const held = await loadFacts({ db }, actor.workspaceId)
  const wanted = sortOrDefault(sort, filter)
  const shelf = shelfOf(db)
  const name = nameOf(asker, held, filter, wanted)
  const known = shelf.get(name)
  if (known) {
    putLast(shelf, name, known)
    return known
  }
  const { facts, matches, relevance } = await matchingOf(asker, held, filter)
  const ranks = await ranksOf(asker, held, wanted, relevance)
  // Sorting costs more than filtering: an order of everything that is known already is only walked through.
  const isOfAll = facts === held.facts && !filter.some(({ field }) => field === 'trash')
  const ordered = isOfAll ? orderOfAll(asker, held, wanted, ranks) : undefined
  const found = (filter.length === 0 ? ordered : ordered?.filter(matches)) ?? sortFacts(facts.filter(matches), wanted, ranks)
  const selection: Selection = { held, facts: found, sort: wanted, ranks, name }
  shelf.set(name, selection)
  forget(shelf, held)
  return selection
}

/**
 * Everything in this order, when it was asked for before. An order from before the last changes is carried over: what has
 * changed is taken out and put where it belongs now.
 */
function orderOfAll(asker: Asker, held: WorkspaceFacts, sort: Sort, ranks: SortRanks): readonly Fact[] | undefined {
  // Answers to a search have no order of their own among all items, and people may be renamed without a change of the workspace.
  if (sort.some(({ field }) => field === 'relevance' || field === 'owner')) return undefined
  const shelf = shelfOf(asker.db)
  const name = nameOf(asker, held, [], sort)
  const known = shelf.get(name)
  if (known) return known.facts
  const isOlder = (other: Selection) =>
    other.held.workspace.id === held.workspace.id && other.held.vocabulary === held.vocabulary && other.held.seq < held.seq
  const older = [...shelf.values()].findLast((other) => isOlder(other) && nameOf(asker, other.held, [], sort) === other.name)
  if (!older) return undefined
  const changed = changedSince(held, older.held.seq)
  if (!changed) return undefined
  const facts = carriedOver(older.facts, changed, comparator(sort, ranks))
  shelf.set(name, { held, facts, sort, ranks, name })
  return facts
}

/** Filters that look at the clock (what counts now) hold for a second, others for the day. */
function nameOf({ actor, now, locale }: Asker, { workspace, seq }: WorkspaceFacts, filter: Filter, sort: Sort): string {
  const { today, nowMs } = momentOf(now().getTime(), workspace.timeZone)
  const isTimed = filter.some(({ field }) => field === 'counts')
  const viewer = actor.kind === 'member' && filter.some(({ values }) => values.includes('me')) ? actor.userId : ''
  const order = sort.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',')
  return [workspace.id, seq, isTimed ? Math.floor(nowMs / 1000) : today, viewer, locale, order, formatFilter(filter)].join(' ')
}

/** What was selected from older facts is of no use any more and would keep them in memory. */
function forget(shelf: Map<string, Selection>, newest: WorkspaceFacts): void {
  for (const [name, { held }] of shelf) {
    if (held.workspace.id === newest.workspace.id && held.seq < newest.seq) shelf.delete(name)
  }
  for (const name of shelf.keys()) {
    if (shelf.size <= kept) return
    shelf.delete(name)
  }
}

async function ranksOf(asker: Asker, held: WorkspaceFacts, sort: Sort, relevance: SortRanks['relevance']): Promise<SortRanks> {
  const { vocabulary } = held
  const isSorted = (field: string) => sort.some((part) => part.field === field)
  return {
    ranks: {
      type: byName(vocabulary, 'type', asker.locale),
      purpose: byName(vocabulary, 'purpose', asker.locale),
      persona: byName(vocabulary, 'persona', asker.locale),
      topic: byName(vocabulary, 'topic', asker.locale),
      status: rankInOrder(statuses),
      phase: rankInOrder(vocabulary.phase.map(({ key }) => key)),
      channel: rankInOrder(vocabulary.channel.map(({ key }) => key)),
      ...(isSorted('owner') ? { owner: await ownersByName(asker, held) } : {}),
    },
    ...(relevance ? { relevance } : {}),
  }
}

function byName(vocabulary: Vocabulary, dimension: 'type' | 'purpose' | 'persona' | 'topic', locale: Locale) {
  return rankByName(
    vocabulary[dimension].map((term): [string, string] => [term.key, termName(term, locale)]),
    locale,
  )
}

async function ownersByName({ db, locale }: Asker, { facts }: WorkspaceFacts) {
  const ids = new Set<string>()
  for (const { ownerId } of facts) if (ownerId !== null) ids.add(ownerId)
  return rankByName(await listUserNames(db.read, [...ids]), locale)
}
