import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { models } from '@/server/domain/coverage/coverage.schema'
import { countsAs } from '@/server/domain/facts/counting.rules'
import { addDays } from '@/server/domain/facts/moment.rules'
import { mergeDecisions } from '@/server/domain/gaps/decisions.rules'
import type { StoredFinding } from '@/server/domain/gaps/gap.schema'
import { findGaps } from '@/server/domain/gaps/gaps.rules'
import { modelPreset } from '@/server/presets/models'
import { facts } from '@/tests/property/coverage-facts'
import { target } from '@/tests/unit/coverage/ask'
import { liveFact, now } from '@/tests/unit/facts/make-fact'
import { expectProof, home, shipped, withChannel } from '@/tests/unit/gaps/ask-gaps'

const workspace = {
  ...home,
  ...withChannel('email', { responsible: null }),
  topics: [
    { key: 'camera', kind: 'product' as const },
    { key: 'safety', kind: 'theme' as const },
  ],
  questions: [
    { key: 'why', phase: 'awareness', topic: null },
    { key: 'where', phase: 'retention', topic: null },
  ],
  targets: [target('retention', 'email', [1, 1, 1]), target('conversion', '', 'not applicable')],
}
const find = (all: Parameters<typeof findGaps>[0]) => findGaps(all, workspace, shipped, now)

describe('gaps', () => {
  test('every proof is a list that shows the same number', () => {
    fc.assert(
      fc.property(facts, (all) => {
        for (const finding of find(all)) expectProof(finding, all, workspace, now)
      }),
      { numRuns: 150 },
    )
  })

  test('the order of the items does not matter, and every finding has an id of its own', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const findings = find(all)
        expect(find(all.toReversed())).toEqual(findings)
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      }),
      { numRuns: 100 },
    )
  })

  test('are on phases of the journey, in whatever model, and stand only under gaps that are there', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...models), (all, model) => {
        const { phases } = modelPreset(model)
        const keys = new Set(phases.map(({ key }) => key))
        const findings = findGaps(all, { ...workspace, phases }, shipped, now)
        const ids = new Set(findings.map(({ id }) => id))
        for (const { phase, under } of findings) {
          expect(phase === null || keys.has(phase)).toBe(true)
          expect(under === null || ids.has(under)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a phase is empty exactly when nothing fresh of the main language is published in it', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const empty = new Set(find(all).flatMap(({ rule, phase }) => (rule === 'phase_empty' ? [phase] : [])))
        for (const { key } of home.phases.filter(({ key }) => key !== 'conversion')) {
          const isFilled = all.some(
            (fact) => fact.phase.includes(key) && fact.locale !== 'en' && countsAs(fact, 'published', now, false) === 'fresh',
          )
          expect(empty.has(key)).toBe(!isFilled)
        }
      }),
    )
  })

  test('publishing something in every phase leaves none empty', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const filled = [...all, ...home.phases.map(({ key }) => liveFact({ id: `filled ${key}`, phase: [key] }))]
        expect(find(filled).filter(({ rule }) => rule === 'phase_empty')).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

const dayMs = 86_400_000
/** What storing the changes leaves in the table. */
function store(rows: readonly StoredFinding[], changes: ReturnType<typeof mergeDecisions>['changes']): StoredFinding[] {
  const table = new Map(rows.map((row) => [row.id, row]))
  for (const { gap } of changes) table.set(gap.id, { ...gap, revision: gap.revision + 1 })
  return [...table.values()]
}

describe('what people decided', () => {
  const rules = new Set(shipped.map(({ key }) => key))
  const worldOn = (days: number) => ({
    now: new Date(now.nowMs + days * dayMs),
    today: addDays(now.today, days),
    rules,
    itemOf: () => undefined,
  })

  test('a waived gap is out of the way until its day and back after it', () => {
    fc.assert(
      fc.property(facts, fc.nat(100), fc.nat(200), (all, length, days) => {
        const findings = find(all)
        const until = addDays(now.today, length)
        const rows = store([], mergeDecisions(findings, [], worldOn(0)).changes).map(
          (row): StoredFinding => ({ ...row, state: 'waived', waiver: { reason: 'r', until, by: null } }),
        )
        const { gaps } = mergeDecisions(findings, rows, worldOn(days))
        expect(gaps.map(({ id }) => id)).toEqual(findings.map(({ id }) => id))
        for (const { state } of gaps) expect(state).toBe(days <= length ? 'waived' : 'open')
      }),
      { numRuns: 50 },
    )
  })

  test('merging again right away has nothing to store', () => {
    fc.assert(
      fc.property(facts, facts, fc.nat(400), (first, second, days) => {
        const seen = store([], mergeDecisions(find(first), [], worldOn(0)).changes)
        const findings = find(second)
        const later = store(seen, mergeDecisions(findings, seen, worldOn(days)).changes)
        expect(mergeDecisions(findings, later, worldOn(days)).changes).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('nothing that was ever found is lost, and what is found now is never resolved', () => {
    fc.assert(
      fc.property(facts, facts, (first, second) => {
        const seen = store([], mergeDecisions(find(first), [], worldOn(0)).changes)
        const findings = find(second)
        const { gaps } = mergeDecisions(findings, seen, worldOn(1))
        const current = new Set(findings.map(({ id }) => id))
        expect(new Set(gaps.map(({ id }) => id))).toEqual(new Set([...current, ...seen.map(({ id }) => id)]))
        for (const { id, state, resolvedAt } of gaps) {
          expect(state === 'resolved').toBe(!current.has(id))
          expect(resolvedAt !== null).toBe(!current.has(id))
        }
      }),
      { numRuns: 50 },
    )
  })
})
