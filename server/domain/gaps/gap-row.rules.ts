import type { Fact } from '@/server/domain/facts/fact.schema'
import { phasesOf } from '@/server/domain/gaps/about-rule.rules'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import type { ListedGap } from '@/server/domain/gaps/gap-list.rules'
import type { GapEvidence, GapPart, GapRow, NamedItem } from '@/server/domain/gaps/gap-list.schema'
import { canPlan } from '@/server/domain/gaps/plan.rules'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

/** What rows take their names from. */
export interface NamedWorld {
  readonly facts: ReadonlyMap<string, Fact>
  readonly journey: readonly { readonly key: string; readonly stages: readonly Stage[] }[]
  readonly names: ReadonlyMap<string, string>
  readonly returns: ReadonlyMap<string, { readonly operation: string; readonly at: Date }>
  readonly plansOf: (gap: Gap) => number
  /** So many items of the evidence are named. */
  readonly itemsNamed: number
}

export function namedItemOf(id: string, { facts }: Pick<NamedWorld, 'facts'>): NamedItem | null {
  const fact = facts.get(id)
  if (!fact) return null
  const { title, type, status, deletedAt } = fact
  return { id, title, type, status, isInTrash: deletedAt !== null }
}

export function plannedItemOf(id: string, world: Pick<NamedWorld, 'facts'>): GapPart['plannedItem'] {
  const item = namedItemOf(id, world)
  return item && { ...item, plannedFor: world.facts.get(id)?.plannedFor ?? null }
}

export const rowOf = ({ gap, under }: ListedGap, world: NamedWorld): GapRow => ({
  ...partOf(gap, world),
  under: under.map((specific) => partOf(specific, world)),
})

export function partOf(gap: Gap, world: NamedWorld): GapPart {
  const { id, rule, severity, phase, scope, state, waiver, firstSeenAt, lastSeenAt, resolvedAt, revision } = gap
  const back = state === 'open' ? world.returns.get(id) : undefined
  return {
    id,
    rule,
    severity,
    phase,
    phases: phasesOf(gap, world.journey),
    scope,
    subject: scope.item === undefined ? null : namedItemOf(scope.item, world),
    evidence: evidenceOf(gap, world),
    state,
    owner: personOf(gap.ownerId, world),
    waiver: waiver && { reason: waiver.reason, until: waiver.until, by: personOf(waiver.by, world) },
    plannedItem: gap.plannedItem === null ? null : plannedItemOf(gap.plannedItem, world),
    cameBack: back ? { why: back.operation === 'reopened' ? 'reopened' : 'returned', at: back.at } : null,
    canPlan: canPlan(gap),
    plans: world.plansOf(gap),
    firstSeenAt,
    lastSeenAt,
    resolvedAt,
    revision,
  }
}

const personOf = (id: string | null, { names }: NamedWorld) => (id === null ? null : { id, name: names.get(id) ?? null })

function evidenceOf({ evidence }: Gap, world: NamedWorld): GapEvidence {
  const { counts, items, filter = null, texts = {}, questions = [], topics = [] } = evidence
  const facts = items.flatMap((id) => world.facts.get(id) ?? [])
  const days = facts
    .filter(({ status }) => status !== 'published' && status !== 'archived')
    .flatMap(({ plannedFor }) => plannedFor ?? [])
    .sort()
  return {
    counts: { ...counts },
    items: items.slice(0, world.itemsNamed).flatMap((id) => namedItemOf(id, world) ?? []),
    filter,
    texts: Object.fromEntries(Object.entries(texts).map(([name, list]) => [name, [...list]])),
    questions: [...questions],
    topics: [...topics],
    nextPlannedFor: days[0] ?? null,
  }
}
