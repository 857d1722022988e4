import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Finding, FindingState, Gap, GapChange, RuleKey, StoredFinding } from '@/server/domain/gaps/gap.schema'

export interface DecisionWorld {
  readonly now: Date
  /** `YYYY-MM-DD` in the workspace's zone. */
  readonly today: string
  /** Rules that are switched on; what others found is neither shown nor resolved. */
  readonly rules: ReadonlySet<RuleKey>
  readonly itemOf: (id: string) => Pick<Fact, 'status' | 'deletedAt'> | undefined
}

/** A look at the same finding is written down once in this time, not with every visit. */
const seenEveryMs = 12 * 3_600_000

/**
 * Joins what is found now with what people decided about it before. Gaps come in the order of the findings, resolved ones
 * behind them, the latest first. Applying the changes and merging again gives no further change.
 */
export function mergeDecisions(
  findings: readonly Finding[],
  stored: readonly StoredFinding[],
  world: DecisionWorld,
): { gaps: Gap[]; changes: GapChange[] } {
  const rows = new Map(stored.map((row) => [row.id, row]))
  const gaps: Gap[] = []
  const changes: GapChange[] = []
  for (const finding of findings) {
    const row = rows.get(finding.id)
    rows.delete(finding.id)
    const gap = row ? present(finding, row, world) : fresh(finding, world)
    const kind = row ? changeOf(gap, row, world) : 'found'
    gaps.push(gap)
    if (kind) changes.push({ kind, gap: storedPart(gap) })
  }
  const over: Gap[] = []
  for (const row of rows.values()) {
    if (!world.rules.has(row.rule)) continue
    const gap: Gap = { ...row, under: null, state: 'resolved', resolvedAt: row.resolvedAt ?? world.now }
    over.push(gap)
    if (row.state !== 'resolved' || row.resolvedAt === null) changes.push({ kind: 'resolved', gap: storedPart(gap) })
  }
  over.sort((a, b) => Number(b.resolvedAt) - Number(a.resolvedAt) || (a.id < b.id ? -1 : 1))
  return { gaps: [...gaps, ...over], changes }
}

function fresh(finding: Finding, { now }: DecisionWorld): Gap {
  return {
    ...finding,
    state: 'open',
    ownerId: null,
    waiver: null,
    plannedItem: null,
    firstSeenAt: now,
    lastSeenAt: now,
    resolvedAt: null,
    revision: 0,
  }
}

function present(finding: Finding, row: StoredFinding, world: DecisionWorld): Gap {
  const { ownerId, waiver, plannedItem, firstSeenAt, revision } = row
  const state = stateOf(row, world)
  return { ...finding, state, ownerId, waiver, plannedItem, firstSeenAt, lastSeenAt: world.now, resolvedAt: null, revision }
}

/** A waiver holds up to and including its last day. A plan holds while its item is on the way: published and still a gap is open. */
function stateOf({ waiver, plannedItem }: StoredFinding, { today, itemOf }: DecisionWorld): FindingState {
  if (waiver && (waiver.until === null || today <= waiver.until)) return 'waived'
  const item = plannedItem === null ? undefined : itemOf(plannedItem)
  const isOnTheWay = item !== undefined && item.deletedAt === null && item.status !== 'archived' && item.status !== 'published'
  return isOnTheWay ? 'planned' : 'open'
}

function changeOf(gap: Gap, row: StoredFinding, { now }: DecisionWorld): GapChange['kind'] | undefined {
  if (row.resolvedAt !== null || row.state === 'resolved') return 'reopened'
  if (row.state === 'waived' && gap.state !== 'waived') return 'returned'
  if (row.state !== gap.state || row.severity !== gap.severity || row.phase !== gap.phase) return 'changed'
  return now.getTime() - row.lastSeenAt.getTime() >= seenEveryMs ? 'seen' : undefined
}

function storedPart({ under: _, ...row }: Gap): StoredFinding {
  return row
}
