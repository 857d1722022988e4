import { type FindingState, type Gap, ruleKeys, type Severity, severities } from '@/server/domain/gaps/gap.schema'
import type { GapFilter, GapGroup } from '@/server/domain/gaps/gap-list.schema'

/** A gap with what lists ask of it. */
export interface ListedGap {
  readonly gap: Gap
  readonly phases: readonly string[]
  /** More specific gaps that stand under it. */
  readonly under: readonly Gap[]
}

/**
 * The gaps as people read them: what is more specific stands under its empty phase, unless somebody decided something else
 * about it than about the phase.
 */
export function nested(gaps: readonly Gap[], phasesOf: (gap: Gap) => readonly string[]): ListedGap[] {
  const byId = new Map(gaps.map((gap) => [gap.id, gap]))
  const under = new Map<string, Gap[]>()
  const top = gaps.filter((gap) => {
    const parent = gap.under === null ? undefined : byId.get(gap.under)
    if (!parent || (gap.state !== 'open' && gap.state !== parent.state)) return true
    under.set(parent.id, [...(under.get(parent.id) ?? []), gap])
    return false
  })
  return top.map((gap) => ({ gap, phases: phasesOf(gap), under: under.get(gap.id) ?? [] }))
}

export const none = '-'

type Facet = 'state' | 'severity' | 'phase' | 'owner' | 'rule'
const facets: readonly Facet[] = ['state', 'severity', 'phase', 'owner', 'rule']

function valuesOf({ gap, phases }: ListedGap, facet: Facet): readonly string[] {
  switch (facet) {
    case 'phase':
      return phases.length > 0 ? phases : [none]
    case 'owner':
      return [gap.ownerId ?? none]
    default:
      return [gap[facet]]
  }
}

export interface Narrowed {
  readonly rows: ListedGap[]
  readonly counts: Record<Exclude<Facet, 'state'>, Record<string, number>> & { state: Record<FindingState, number> }
}

/** What the filter leaves, and for each of its parts how many there would be by value if only the others held. */
export function narrowed(gaps: readonly ListedGap[], filter: GapFilter, viewerId: string | null): Narrowed {
  const wanted: Record<Facet, ReadonlySet<string>> = {
    state: new Set([filter.state]),
    severity: new Set(filter.severity),
    phase: new Set(filter.phase),
    owner: new Set(filter.owner.map((owner) => (owner === 'me' ? (viewerId ?? 'me') : owner))),
    rule: new Set(filter.rule),
  }
  const counts: Narrowed['counts'] = {
    state: { open: 0, planned: 0, waived: 0, resolved: 0 },
    severity: {},
    phase: {},
    owner: {},
    rule: {},
  }
  const rows: ListedGap[] = []
  const narrowing = facets.filter((facet) => wanted[facet].size > 0)
  for (const row of gaps) {
    const missed = narrowing.filter((facet) => !valuesOf(row, facet).some((value) => wanted[facet].has(value)))
    if (missed.length > 1) continue
    if (missed.length === 0) rows.push(row)
    // What misses one part of the filter is counted for that part only.
    for (const facet of missed.length === 0 ? facets : missed) {
      const sums: Record<string, number> = counts[facet]
      for (const value of valuesOf(row, facet)) sums[value] = (sums[value] ?? 0) + 1
    }
  }
  return { rows, counts }
}

export interface GroupOrder {
  readonly phases: readonly string[]
  readonly ownerName: (id: string) => string
}

/** By group; within it as the rules found them: by severity, then along the journey. What is resolved comes with the latest first. */
export function inGroups(rows: readonly ListedGap[], group: GapGroup, order: GroupOrder): ListedGap[] {
  const place = new Map(order.phases.map((key, at) => [key, at]))
  const rule = new Map<string, number>(ruleKeys.map((key, at) => [key, at]))
  const rank = ({ gap }: ListedGap): string | number => {
    switch (group) {
      case 'severity':
        return severities.indexOf(gap.severity)
      case 'phase':
        return gap.phase === null ? order.phases.length : (place.get(gap.phase) ?? order.phases.length)
      case 'rule':
        return rule.get(gap.rule) ?? ruleKeys.length
      case 'owner':
        return gap.ownerId === null ? '\uffff' : order.ownerName(gap.ownerId)
    }
  }
  const ranked = rows.map((row, at) => ({ row, at, rank: rank(row) }))
  // As the rules found them they often are in order already.
  if (ranked.every((entry, at) => at === 0 || compare(ranked[at - 1]?.rank ?? entry.rank, entry.rank) <= 0)) return [...rows]
  return ranked.sort((a, b) => compare(a.rank, b.rank) || a.at - b.at).map(({ row }) => row)
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b))
}

/** How many there are in each state, of the open ones by severity, and the phase that most of the heaviest stand on. */
export function counted(gaps: readonly ListedGap[]): {
  state: Record<FindingState, number>
  open: Record<Severity, number>
  mostMusts: string | null
} {
  const state: Record<FindingState, number> = { open: 0, planned: 0, waived: 0, resolved: 0 }
  const open: Record<Severity, number> = { must: 0, should: 0, info: 0 }
  const musts = new Map<string, number>()
  for (const { gap } of gaps) {
    state[gap.state] += 1
    if (gap.state !== 'open') continue
    open[gap.severity] += 1
    if (gap.severity === 'must' && gap.phase !== null) musts.set(gap.phase, (musts.get(gap.phase) ?? 0) + 1)
  }
  const [first, second] = [...musts].sort(([, a], [, b]) => b - a)
  const isAhead = first !== undefined && first[1] > 1 && first[1] > (second?.[1] ?? 0)
  return { state, open, mostMusts: isAhead ? first[0] : null }
}
