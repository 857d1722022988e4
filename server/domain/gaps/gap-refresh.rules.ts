import type { GapChange, StoredFinding } from '@/server/domain/gaps/gap.schema'

/** The columns of a finding as it is first written down. */
export function rowForStore({ waiver, scope, revision: _revision, ...row }: StoredFinding) {
  const { id, rule, severity, phase, evidence, state, ownerId, plannedItem, firstSeenAt, lastSeenAt, resolvedAt } = row
  return {
    id,
    rule,
    severity,
    phase,
    scope: Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined)) as Record<string, string>,
    evidence,
    state,
    ownerId,
    waiverReason: waiver?.reason ?? null,
    waivedUntil: waiver?.until ?? null,
    waivedBy: waiver?.by ?? null,
    plannedItem,
    firstSeenAt,
    lastSeenAt,
    resolvedAt,
  }
}

/** What a later look writes. */
export function sightOf({ severity, phase, evidence, state, lastSeenAt, resolvedAt }: GapChange['gap']) {
  return { severity, phase, evidence, state, lastSeenAt, resolvedAt }
}
