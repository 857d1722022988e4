import { describe, expect, test } from 'vitest'
import { ruleKeys } from '@/server/domain/gaps/gap.schema'
import { indexGaps } from '@/server/domain/gaps/gap-index.rules'
import { gapWorkspaceOf } from '@/server/domain/gaps/gap-workspace.rules'
import { findGaps, findInIndex, findingId } from '@/server/domain/gaps/gaps.rules'
import { ruleDefinitions } from '@/server/presets/rules'
import { presetVocabulary } from '@/server/presets/vocabulary'
import { makeFact, now } from '@/tests/unit/facts/make-fact'
import { expectProof, fires, home, live, shipped } from '@/tests/unit/gaps/ask-gaps'

const all = (facts: Parameters<typeof findGaps>[0], rules = shipped, workspace = home) => findGaps(facts, workspace, rules, now)

describe('all rules together', () => {
  test('specific musts stand under the empty phase, others beside it', () => {
    const findings = all([])
    const empty = findings.find(({ rule, phase }) => rule === 'phase_empty' && phase === 'advocacy')
    const prompt = findings.find(({ rule }) => rule === 'no_advocacy_prompt')
    expect(prompt?.under).toBe(empty?.id)
    expect(empty?.under).toBeNull()
    expect(
      all(
        [makeFact()],
        shipped.map((rule) => (rule.key === 'no_advocacy_prompt' ? { ...rule, severity: 'should' as const } : rule)),
      ).find(({ rule }) => rule === 'no_advocacy_prompt')?.under,
    ).toBeNull()
  })

  test('a must of a phase that has content stands by itself', () => {
    const findings = all(live({ phase: ['advocacy'] }))
    expect(findings.find(({ rule }) => rule === 'no_advocacy_prompt')?.under).toBeNull()
  })

  test('come by severity, then along the journey', () => {
    const findings = all(
      live({ phase: ['awareness'] }, { phase: ['retention'], reviewBy: '2026-03-01' }, { phase: ['retention'] }),
    )
    const severities = findings.map(({ severity }) => severity)
    expect(severities).toEqual(
      severities.toSorted((a, b) => ['must', 'should', 'info'].indexOf(a) - ['must', 'should', 'info'].indexOf(b)),
    )
    const musts = findings
      .filter(({ severity }) => severity === 'must')
      .map(({ phase }) => home.phases.findIndex(({ key }) => key === phase))
    expect(musts).toEqual(musts.toSorted((a, b) => a - b))
  })

  test('a rule that is off finds nothing, one with another severity says so', () => {
    const rules = shipped.map((rule) => ({ ...rule, enabled: rule.key === 'no_advocacy_prompt', severity: 'info' as const }))
    expect(all([], rules)).toMatchObject([{ rule: 'no_advocacy_prompt', severity: 'info' }])
  })

  test('several settings can be tried on one look at the facts', () => {
    const index = indexGaps(live({ phase: ['retention'] }), home, now)
    const tries = [1, 2, 9].map(
      (min) => findInIndex(index, [{ key: 'phase_thin', enabled: true, severity: 'should', numbers: { min } }]).length,
    )
    expect(tries).toEqual([0, 1, 1])
  })

  test('every finding has an id of its own and a proof that holds', () => {
    const facts = [
      ...live(
        { phase: ['awareness'] },
        { phase: ['retention'], type: 'faq', reviewBy: '2026-03-01' },
        { phase: ['conversion'], purpose: 'discount', type: 'email', channel: ['email'] },
      ),
      makeFact({ id: 'plan', step: 'planned', purpose: 'survey', phase: ['retention'] }),
    ]
    const findings = all(facts)
    expect(findings.length).toBeGreaterThan(10)
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
    for (const finding of findings) expectProof(finding, facts, home, now)
  })
})

describe('a rule and its description', () => {
  test('there is a predicate for every key, and it tells silence from absence', () => {
    for (const key of ruleKeys) expect(() => fires(key, live({ phase: ['awareness'] }))).not.toThrow()
    expect(shipped.map(({ key }) => key)).toEqual([...ruleKeys])
  })

  test('a finding on one phase stands on the first stage of the description', () => {
    const stagesOf = new Map(ruleDefinitions.map(({ key, stages }) => [key, stages]))
    for (const { rule, phase, scope } of all(live({ phase: home.phases.map(({ key }) => key) }))) {
      const first = stagesOf.get(rule)?.[0]
      if (first === undefined || phase === null || scope.phase === undefined) continue
      expect([rule, phase]).toEqual([rule, home.phases.find(({ stages }) => stages.includes(first))?.key])
    }
  })
})

test('an id names the rule and what it is about', () => {
  expect(findingId('surplus', { channel: 'email', phase: 'retention' })).toBe('surplus:phase=retention:channel=email')
  expect(findingId('top_heavy', {})).toBe('top_heavy')
})

test('what is archived is no part of a workspace', () => {
  const made = presetVocabulary({ model: 'mckinsey5', segment: 'both', sellsGoods: true, locale: 'de' })
  const stored = <T extends { key: string }>(terms: readonly T[]) =>
    terms.map((term) => ({ ...term, archivedAt: term.key === 'branch' ? new Date(0) : null, revision: 1 }))
  const vocabulary = {
    phase: stored(made.phase),
    channel: stored(made.channel),
    persona: stored(made.persona),
    topic: stored(made.topic),
    question: stored(made.question),
    campaign: stored(made.campaign),
    purpose: stored(made.purpose),
    type: stored(made.type),
    step: stored(made.step),
  }
  const workspace = gapWorkspaceOf(vocabulary, { locale: 'de', sellsGoods: false }, [], () => null)
  expect(workspace.channels.map(({ key }) => key)).not.toContain('branch')
  expect(workspace.channels.find(({ key }) => key === 'phone')).toMatchObject({ isContact: true, inUse: 'automatic' })
  expect(workspace.phases).toHaveLength(5)
  expect([...workspace.servicePurposes]).toContain('thank')
  expect([...workspace.servicePurposes]).not.toContain('newsletter')
  expect(workspace).toMatchObject({ locale: 'de', sellsGoods: false })
})
