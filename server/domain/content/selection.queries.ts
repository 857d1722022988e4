import type { Database } from '@/db/database'
import { listUserNames } from '@/db/stores/users'
import { matchingOf } from '@/server/domain/content/matching.queries'
import type { Context } from '@/server/domain/context'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Filter, Sort } from '@/server/domain/filter/filter.schema'
import { formatFilter } from '@/server/domain/filter/filter-text.rules'
import { rankByName, rankInOrder, type SortRanks, sortFacts } from '@/server/domain/filter/sort.rules'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import { statuses, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** What a filter selects, in order: the whole answer, from which pages, counts, exports and bulk edits take their part. */
export interface Selection {
  readonly held: WorkspaceFacts
  readonly facts: readonly Fact[]
  readonly sort: Sort
  readonly ranks: SortRanks
}

type Asker = Pick<Context, 'db' | 'now' | 'actor' | 'locale'>

/** Selections remembered per database: turning pages is then a slice. */
const kept = 40
const slot = Symbol.for('etappe.selections')
const holder = globalThis as typeof globalThis & { [slot]?: WeakMap<Database, Map<string, Selection>> }

function shelfOf(db: Database): Map<string, Selection> {
  holder[slot] ??= new WeakMap()
  const known = holder[slot].get(db)
  if (known) return known
  const made = new Map<string, Selection>()
  holder[slot].set(db, made)
  return made
}

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
    shelf.delete(name)
    shelf.set(name, known)
    return known
  }
  const { facts, matches, relevance } = await matchingOf(asker, held, filter)
  const ranks = await ranksOf(asker, held, wanted, relevance)
  // Sorting costs more than filtering: an order of everything that is still known is only walked through.
  const ordered = facts === held.facts ? shelf.get(nameOf(asker, held, [], wanted))?.facts : undefined
  const isTrash = filter.some(({ field }) => field === 'trash')
  const found = (isTrash ? undefined : ordered)?.filter(matches) ?? sortFacts(facts.filter(matches), wanted, ranks)
  const selection: Selection = { held, facts: found, sort: wanted, ranks }
  shelf.set(name, selection)
  forget(shelf, held)
  return selection
}

/** How many items a filter means. */
export async function countItems(asker: Asker, filter: Filter): Promise<number> {
  return (await selectItems(asker, { filter })).facts.length
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
