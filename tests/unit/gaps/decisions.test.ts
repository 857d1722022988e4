import { describe, expect, test } from 'vitest'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { type DecisionWorld, mergeDecisions } from '@/server/domain/gaps/decisions.rules'
import type { Finding, StoredFinding } from '@/server/domain/gaps/gap.schema'
import { makeFact } from '@/tests/unit/facts/make-fact'

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const world = (day: string, items: readonly Fact[] = []): DecisionWorld => ({
  now: at(day),
  today: day,
  rules: new Set(['phase_thin', 'surplus']),
  itemOf: (id) => items.find((item) => item.id === id),
})
const finding: Finding = {
  id: 'phase_thin:phase=a',
  rule: 'phase_thin',
  severity: 'should',
  phase: 'a',
  scope: { phase: 'a' },
  evidence: { counts: { items: 1 }, items: ['x'] },
  under: null,
}
const stored = (more: Partial<StoredFinding> = {}): StoredFinding => {
  const { under: _, ...row } = finding
  return {
    ...row,
    state: 'open',
    ownerId: null,
    waiver: null,
    plannedItem: null,
    firstSeenAt: at('2026-01-01'),
    lastSeenAt: at('2026-03-09'),
    resolvedAt: null,
    revision: 4,
    ...more,
  }
}
const waiver = (until: string | null) => ({ reason: 'not now', until, by: 'anna' })
const merged = (findings: readonly Finding[], rows: readonly StoredFinding[], day = '2026-03-09', items: readonly Fact[] = []) =>
  mergeDecisions(findings, rows, world(day, items))

describe('a finding', () => {
  test('that nobody has seen is open from now on', () => {
    const { gaps, changes } = merged([finding], [])
    expect(gaps).toMatchObject([
      { ...finding, state: 'open', firstSeenAt: at('2026-03-09'), lastSeenAt: at('2026-03-09'), revision: 0 },
    ])
    expect(changes).toMatchObject([{ kind: 'found', gap: { id: finding.id } }])
  })

  test('keeps its owner and when it was first seen, with the evidence of today', () => {
    const row = stored({ ownerId: 'anna', evidence: { counts: { items: 9 }, items: [] } })
    const { gaps, changes } = merged([finding], [row])
    expect(gaps).toMatchObject([
      { ownerId: 'anna', firstSeenAt: at('2026-01-01'), lastSeenAt: at('2026-03-09'), evidence: finding.evidence, revision: 4 },
    ])
    expect(changes).toEqual([])
  })

  test('that is seen again is written down twice a day at most', () => {
    expect(merged([finding], [stored({ lastSeenAt: new Date('2026-03-09T00:01:00Z') })]).changes).toEqual([])
    expect(merged([finding], [stored({ lastSeenAt: at('2026-03-08') })]).changes).toMatchObject([
      { kind: 'seen', gap: { lastSeenAt: at('2026-03-09') } },
    ])
  })

  test('with another severity is written down', () => {
    expect(merged([{ ...finding, severity: 'must' }], [stored()]).changes).toMatchObject([
      { kind: 'changed', gap: { severity: 'must' } },
    ])
  })
})

describe('a cause that is gone', () => {
  test('resolves the gap, and keeps it', () => {
    const { gaps, changes } = merged([], [stored({ ownerId: 'anna' })])
    expect(gaps).toMatchObject([
      { state: 'resolved', resolvedAt: at('2026-03-09'), ownerId: 'anna', lastSeenAt: at('2026-03-09') },
    ])
    expect(changes).toMatchObject([{ kind: 'resolved' }])
  })

  test('is written down once', () => {
    const { gaps, changes } = merged([], [stored({ state: 'resolved', resolvedAt: at('2026-02-01') })])
    expect(gaps).toMatchObject([{ state: 'resolved', resolvedAt: at('2026-02-01') }])
    expect(changes).toEqual([])
  })

  test('that comes back reopens it', () => {
    const { gaps, changes } = merged([finding], [stored({ state: 'resolved', resolvedAt: at('2026-02-01') })])
    expect(gaps).toMatchObject([{ state: 'open', resolvedAt: null, firstSeenAt: at('2026-01-01') }])
    expect(changes).toMatchObject([{ kind: 'reopened', gap: { resolvedAt: null } }])
  })

  test('is not gone because its rule was switched off', () => {
    expect(merged([], [stored({ rule: 'stale' })])).toEqual({ gaps: [], changes: [] })
  })

  test('resolved gaps come last, the latest first', () => {
    const old = stored({ id: 'a', state: 'resolved', resolvedAt: at('2026-01-05') })
    const late = stored({ id: 'b', state: 'resolved', resolvedAt: at('2026-02-05') })
    expect(merged([finding], [old, late]).gaps.map(({ id }) => id)).toEqual([finding.id, 'b', 'a'])
  })
})

describe('a waiver', () => {
  test('holds up to and including its last day, then the gap returns by itself', () => {
    const row = stored({ state: 'waived', waiver: waiver('2026-03-09') })
    expect(merged([finding], [row]).gaps[0]?.state).toBe('waived')
    const later = merged([finding], [row], '2026-03-10')
    expect(later.gaps[0]).toMatchObject({ state: 'open', waiver: waiver('2026-03-09') })
    expect(later.changes).toMatchObject([{ kind: 'returned', gap: { state: 'open' } }])
  })

  test('without a last day holds for good', () => {
    expect(merged([finding], [stored({ state: 'waived', waiver: waiver(null) })], '2036-01-01').gaps[0]?.state).toBe('waived')
  })

  test('weighs more than a plan', () => {
    const items = [makeFact({ id: 'plan', step: 'planned' })]
    expect(merged([finding], [stored({ waiver: waiver(null), plannedItem: 'plan' })], '2026-03-09', items).gaps[0]?.state).toBe(
      'waived',
    )
  })

  test('survives that the cause was away for a while', () => {
    const row = stored({ state: 'resolved', resolvedAt: at('2026-02-01'), waiver: waiver('2026-12-31') })
    expect(merged([finding], [row])).toMatchObject({ gaps: [{ state: 'waived' }], changes: [{ kind: 'reopened' }] })
  })
})

describe('a plan', () => {
  const row = stored({ plannedItem: 'plan' })
  const state = (item?: Fact) => merged([finding], [row], '2026-03-09', item ? [item] : []).gaps[0]?.state
  test.each(['idea', 'planned', 'in_progress', 'in_review'])('is on its way as %s', (step) => {
    expect(state(makeFact({ id: 'plan', step }))).toBe('planned')
  })

  test.each([
    ['archived', makeFact({ id: 'plan', step: 'archived' })],
    ['in the trash', makeFact({ id: 'plan', step: 'planned', deletedAt: 1 })],
    ['published, and still there is a gap', makeFact({ id: 'plan', step: 'published' })],
    ['gone', undefined],
  ])('is none when the item is %s', (_, item) => {
    expect(state(item)).toBe('open')
  })
})
