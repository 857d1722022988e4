import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { matchingOf } from '@/server/domain/content/matching.queries'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { isMadeUp } from '@/server/domain/coverage/coverage.rules'
import type { CellItem, CellItemsQuestion, CellQuestion, CellView } from '@/server/domain/coverage/coverage-picture.schema'
import { targetOfDimension, targetsOf } from '@/server/domain/coverage/coverage-world.queries'
import { cellFilter, type Shown } from '@/server/domain/coverage/drill-down.rules'
import { countsAs, isStale } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { endOfDay, type Moment, momentOf } from '@/server/domain/facts/moment.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter, parseFilter } from '@/server/domain/filter/filter-text.rules'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'

function shownOf({ by, mode, asOf, lens, filter }: CellQuestion): Shown {
  return { by, mode, asOf, lens, filter: parseFilter(filter).filter }
}

/** What stands behind a number of the heatmap: how it is made up, what it has to reach, and which questions are open there. */
export async function getCell(context: Context, question: CellQuestion): Promise<CellView> {
  authorize(context.actor, 'item.read')
  const held = await loadFacts(context, context.actor.workspaceId)
  const filter = cellFilter(shownOf(question), question.row, question.column)
  // Without the mode: the schedule and the plan are told beside what is live.
  const { facts, matches, moment, picked } = await matchingOf(
    context,
    held,
    filter.filter(({ field }) => field !== 'counts'),
  )
  const view = emptyCounts()
  const answered = { live: new Set<string>(), planned: new Set<string>() }
  for (const fact of facts) {
    const counted = countsAs(fact, 'planned', moment, picked)
    if (counted === false) continue
    const live = countsAs(fact, 'published', moment, picked)
    if (fact.question.length > 0 && live !== 'stale')
      for (const key of fact.question) answered[live === false ? 'planned' : 'live'].add(key)
    if (!matches(fact)) continue
    const inMode = countsAs(fact, question.mode, moment, picked)
    if (inMode !== false) view[inMode] += 1
    if (live !== false) view.live[live] += 1
    else if (countsAs(fact, 'scheduled', moment, picked) !== false) {
      view.scheduled.count += 1
      if (fact.publishAt !== null && fact.publishAt < view.firstMs) view.firstMs = fact.publishAt
    } else {
      view.planned.count += 1
      const day = fact.plannedFor
      if (day !== null && (view.planned.next === null || day < view.planned.next)) view.planned.next = day
    }
  }
  const { firstMs, scheduled, ...counts } = view
  return {
    ...counts,
    filter: formatFilter(filter),
    scheduled: { ...scheduled, next: Number.isFinite(firstMs) ? new Date(firstMs) : null },
    target: await targetAt(context, held, question),
    questions: openQuestions(held, question, answered),
  }
}

const emptyCounts = () => ({
  fresh: 0,
  stale: 0,
  live: { fresh: 0, stale: 0 },
  scheduled: { count: 0 },
  planned: { count: 0, next: null as string | null },
  firstMs: Number.POSITIVE_INFINITY,
})

async function targetAt(context: Context, held: WorkspaceFacts, question: CellQuestion): Promise<CellView['target']> {
  const { by, lens, row, column } = question
  if (lens !== null || row === null || column === null || isMadeUp(row) || isMadeUp(column)) return null
  if (!liveTerms(held.vocabulary, 'phase').some(({ key }) => key === row)) return null
  const [targetOf, targets] = await Promise.all([targetOfDimension(context, held, by), targetsOf(context, held)])
  const effective = targetOf(row, column)
  const at = (phase: string, value: string) =>
    targets.find((target) => target.dimension === by && target.phase === phase && target.value === value) ?? null
  return {
    numbers: effective.kind === 'numbers' ? effective.numbers : null,
    reason: effective.kind === 'not_applicable' ? effective.reason : null,
    from: effective.kind === 'none' ? null : effective.from,
    stored: { cell: at(row, column), row: at(row, ''), column: at('', column) },
  }
}

/** Questions belong to the workspace's own phases, and some to a topic. */
function openQuestions(
  { vocabulary }: WorkspaceFacts,
  { by, lens, row, column }: CellQuestion,
  answered: { live: ReadonlySet<string>; planned: ReadonlySet<string> },
): CellView['questions'] {
  if (lens !== null || row === null) return []
  return liveTerms(vocabulary, 'question')
    .filter(({ key, details }) => details.phase === row && !answered.live.has(key))
    .filter(({ details }) => by !== 'topic' || column === null || details.topic === null || details.topic === column)
    .map(({ key }) => ({ key, isPlanned: answered.planned.has(key) }))
}

/** A page of the items behind a number: the content list under the same filter. */
export async function listCellItems(
  context: Context,
  question: CellItemsQuestion,
): Promise<{ items: CellItem[]; total: number; next: number | null }> {
  const { actor, db, now } = context
  authorize(actor, 'item.read')
  const { row, column, text, cursor, limit, asOf } = question
  const within: Filter = text.trim() === '' ? [] : [{ field: 'title', op: 'contains', values: [text.trim()] }]
  const filter = [...cellFilter(shownOf(question), row, column), ...within]
  const { facts, held } = await selectItems(context, { filter, sort: [{ field: 'publishedAt', descending: true }] })
  const zone = held.workspace.timeZone
  const moment = asOf === null ? momentOf(now().getTime(), zone) : endOfDay(asOf, zone)
  const page = facts.slice(cursor, cursor + limit)
  const owners = [...new Set(page.flatMap(({ ownerId }) => ownerId ?? []))]
  const names = await listUserNames(db.read, owners)
  const end = cursor + page.length
  return {
    items: page.map((fact) => itemOf(fact, moment, asOf !== null, names)),
    total: facts.length,
    next: end < facts.length ? end : null,
  }
}

function itemOf(fact: Fact, moment: Moment, picked: boolean, names: ReadonlyMap<string, string>): CellItem {
  const { id, title, type, status, publishedAt, publishAt, plannedFor, reviewBy, ownerId } = fact
  const at = (ms: number | null) => (ms === null ? null : new Date(ms))
  const isLive = countsAs(fact, 'published', moment, picked) !== false
  const isScheduled = countsAs(fact, 'scheduled', moment, picked) !== false
  return {
    id,
    title,
    type,
    status,
    counts: isLive ? 'live' : isScheduled ? 'scheduled' : 'planned',
    isStale: isStale(fact, moment),
    publishedAt: at(publishedAt),
    publishAt: at(publishAt),
    plannedFor,
    reviewBy,
    ownerName: ownerId === null ? null : (names.get(ownerId) ?? null),
  }
}
