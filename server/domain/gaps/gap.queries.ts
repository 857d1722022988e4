import { type ChangeRow, listChangeSet, listSubjectChanges } from '@/db/stores/changes'
import { listReturns } from '@/db/stores/findings'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { aboutRule, phasesOf } from '@/server/domain/gaps/about-rule.rules'
import type { Evidence, Gap, GapChange, RuleKey, Scope, Severity } from '@/server/domain/gaps/gap.schema'
import { counted, inGroups, type ListedGap, narrowed, nested } from '@/server/domain/gaps/gap-list.rules'
import type { GapCounts, GapDetail, GapEvent, GapList, GapListInput } from '@/server/domain/gaps/gap-list.schema'
import { type NamedWorld, namedItemOf, plannedItemOf, rowOf } from '@/server/domain/gaps/gap-row.rules'
import { type GapState, loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { countPlannedOf } from '@/server/domain/gaps/plan.rules'
import { answersOf } from '@/server/domain/gaps/planned-content.rules'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'

/** So many items a row of the list names, and the page of one gap. */
const named = { list: 3, detail: 50 }
const eventsShown = 100

const lists = new WeakMap<GapState, readonly ListedGap[]>()

/** Worked out once for what was found. */
function listedOf(state: GapState): readonly ListedGap[] {
  const known = lists.get(state)
  if (known) return known
  const journey = state.held.vocabulary.phase.map(({ key, details }) => ({ key, stages: details.stages }))
  const made = nested(state.gaps, (gap) => phasesOf(gap, journey))
  lists.set(state, made)
  return made
}

const onTheWay = new WeakMap<GapState, ReturnType<typeof answersOf>['onTheWay']>()

function onTheWayOf(state: GapState) {
  const known = onTheWay.get(state) ?? answersOf(state.held.facts, state.moment).onTheWay
  onTheWay.set(state, known)
  return known
}

/** The list of gaps as it is now, whether or not anything of it is stored yet. */
export async function listGaps(context: Context, { limit, offset, ...filter }: GapListInput): Promise<GapList> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const state = await loadGaps(context)
  const { rows, counts } = narrowed(listedOf(state), filter, actor.kind === 'member' ? actor.userId : null)
  const ownerNames = await listUserNames(
    db.read,
    Object.keys(counts.owner).filter((id) => id !== '-'),
  )
  // Without a wish for another order, what was resolved last comes first.
  const isByDate = filter.state === 'resolved' && filter.group === 'severity'
  const phases = state.held.vocabulary.phase.map(({ key }) => key)
  const ordered = isByDate ? rows : inGroups(rows, filter.group, { phases, ownerName: (id) => ownerNames.get(id) ?? '' })
  const page = ordered.slice(offset, offset + limit)
  const world = await worldOf(context, state, page, named.list)
  return {
    rows: page.map((row) => rowOf(row, world)),
    total: rows.length,
    counts,
    owners: [...ownerNames].map(([id, name]) => ({ id, name })),
  }
}

/** How many gaps there are by state, and of the open ones by severity. Cheap when nothing changed. */
export async function countGaps(context: Context): Promise<GapCounts> {
  authorize(context.actor, 'item.read')
  return counted(listedOf(await loadGaps(context)))
}

/** One gap with everything about it. Also a more specific one that stands under another. */
export async function getGap(context: Context, id: string): Promise<GapDetail> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const state = await loadGaps(context)
  const gap = state.byId.get(id)
  if (!gap) throw new Problem('not_found', 'gaps.problem.noSuchGap')
  const journey = state.held.vocabulary.phase.map(({ key, details }) => ({ key, stages: details.stages }))
  const row = listedOf(state).find((listed) => listed.gap.id === id) ?? { gap, phases: phasesOf(gap, journey), under: [] }
  const log = await listSubjectChanges(db.read, actor.workspaceId, 'finding', id, { limit: eventsShown })
  const people = log.flatMap((entry) => [userIdOf(entry.actor), entry.after?.ownerId].filter((one) => typeof one === 'string'))
  const world = await worldOf(context, state, [row], named.detail, people)
  const history = log.map(({ seq, at, actor: by, operation, after }): GapEvent => {
    const waiver = after?.waiver
    return {
      seq,
      at,
      actor: actorIn(by, world.names),
      operation,
      owner: typeof after?.ownerId === 'string' ? { id: after.ownerId, name: world.names.get(after.ownerId) ?? null } : null,
      waiver: isWaiver(waiver) ? { reason: waiver.reason, until: waiver.until ?? null } : null,
      item: typeof after?.plannedItem === 'string' ? namedItemOf(after.plannedItem, world) : null,
    }
  })
  const planned = await plannedWith(context, gap, log)
  const plannedItems = planned.flatMap((itemId) => plannedItemOf(itemId, world) ?? [])
  return { ...rowOf(row, world), plannedItems, about: aboutRule(gap.rule), history }
}

/** Planning one gap can make several items and links the first: the briefs written with it tell which others there are. */
async function plannedWith({ db, actor }: Context, { id, plannedItem }: Gap, log: readonly ChangeRow[]): Promise<string[]> {
  if (plannedItem === null) return []
  const planning = log.find(({ operation, after }) => operation === 'plan' && after?.plannedItem === plannedItem)
  const made = planning ? await listChangeSet(db.read, actor.workspaceId, planning.changeSet) : []
  const others = made.filter(({ subject, after }) => subject === 'brief' && isEvidenceOf(after?.evidence, id))
  return [...new Set([plannedItem, ...others.map(({ subjectId }) => subjectId)])]
}

const isEvidenceOf = (value: unknown, gap: string): boolean =>
  typeof value === 'object' && value !== null && 'gap' in value && value.gap === gap

const isWaiver = (value: unknown): value is { reason: string; until?: string | null } =>
  typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string'

async function worldOf(
  { db, actor }: Context,
  state: GapState,
  rows: readonly ListedGap[],
  itemsNamed: number,
  others: readonly string[] = [],
): Promise<NamedWorld> {
  const gaps = rows.flatMap(({ gap, under }) => [gap, ...under])
  const names = await listUserNames(db.read, [
    ...new Set([...gaps.flatMap(({ ownerId, waiver }) => [ownerId, waiver?.by ?? null].filter((id) => id !== null)), ...others]),
  ])
  const returns = await listReturns(
    db.read,
    actor.workspaceId,
    gaps.map(({ id }) => id),
  )
  return {
    facts: state.held.byId,
    journey: state.held.vocabulary.phase.map(({ key, details }) => ({ key, stages: details.stages })),
    names,
    returns: new Map([...returns, ...returnsNotStored(state.changes, state.moment.nowMs)]),
    plansOf: (gap) => countPlannedOf(gap, state.held.vocabulary, () => onTheWayOf(state)),
    itemsNamed,
  }
}

function returnsNotStored(changes: readonly GapChange[], nowMs: number): [string, { operation: string; at: Date }][] {
  return changes
    .filter(({ kind }) => kind === 'reopened' || kind === 'returned')
    .map(({ kind, gap }) => [gap.id, { operation: kind, at: new Date(nowMs) }])
}

export interface ReportedGap {
  readonly rule: RuleKey
  readonly severity: Severity
  readonly phase: string | null
  readonly scope: Scope
  readonly evidence: Evidence
  readonly state: Gap['state']
}

/** Every gap for the command line, those under an empty phase and the resolved ones too. */
export async function listGapsForReport(context: Context): Promise<ReportedGap[]> {
  authorize(context.actor, 'item.read')
  const { gaps } = await loadGaps(context)
  return gaps.map(({ rule, severity, phase, scope, evidence, state }) => ({ rule, severity, phase, scope, evidence, state }))
}
