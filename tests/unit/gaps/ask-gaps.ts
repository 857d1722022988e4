import { expect } from 'vitest'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import { compileFilter } from '@/server/domain/filter/filter.rules'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Finding, RuleKey } from '@/server/domain/gaps/gap.schema'
import type { GapWorkspace } from '@/server/domain/gaps/gap-workspace.rules'
import { findGaps, type RuleUse } from '@/server/domain/gaps/gaps.rules'
import { channelPresets } from '@/server/presets/channels'
import { modelPreset } from '@/server/presets/models'
import { purposePresets } from '@/server/presets/purposes'
import { ruleDefinitions } from '@/server/presets/rules'
import { liveFact, type Made, now } from '@/tests/unit/facts/make-fact'

type Channel = GapWorkspace['channels'][number]

export const channel = (key: string, more: Partial<Channel> = {}): Channel => {
  const preset = channelPresets.find((candidate) => candidate.key === key)
  if (!preset) throw new Error(`no channel ${key}`)
  const { medium, ownership, isContact } = preset
  return { key, medium, ownership, isContact, inUse: 'automatic', responsible: 'Anna', responseHours: 24, ...more }
}

export const home: GapWorkspace = {
  phases: modelPreset('mckinsey5').phases,
  channels: channelPresets.map(({ key }) => channel(key)),
  topics: [],
  questions: [],
  servicePurposes: new Set(purposePresets.filter(({ isService }) => isService).map(({ key }) => key)),
  targets: [],
  presetTarget: () => null,
  locale: 'de',
  sellsGoods: true,
}

export const withChannel = (key: string, more: Partial<Channel>): Partial<GapWorkspace> => ({
  channels: home.channels.map((known) => (known.key === key ? channel(key, more) : known)),
})

export const shipped: readonly RuleUse[] = ruleDefinitions.map(({ key, severity, numbers }) => ({
  key,
  severity,
  enabled: true,
  numbers: Object.fromEntries(numbers.map((number) => [number.key, number.preset])),
}))

/** Live items, each with an id of its own. */
export const live = (...made: Made[]): Fact[] =>
  made.map((row, n) => liveFact({ id: `item-${String(n).padStart(3, '0')}`, ...row }))

/** What one rule finds. The list behind each finding has to show the number that it claims. */
export function found(
  key: RuleKey,
  facts: readonly Fact[],
  more: Partial<GapWorkspace> = {},
  numbers?: Record<string, number>,
  moment: Moment = now,
): Finding[] {
  const workspace = { ...home, ...more }
  const rules = shipped.filter((rule) => rule.key === key).map((rule) => (numbers ? { ...rule, numbers } : rule))
  const findings = findGaps(facts, workspace, rules, moment)
  for (const finding of findings) expectProof(finding, facts, workspace, moment)
  return findings
}

export const fires = (...asked: Parameters<typeof found>): boolean => found(...asked).length > 0

export function expectProof({ evidence, rule }: Finding, facts: readonly Fact[], workspace: GapWorkspace, moment: Moment): void {
  const { counts, items, filter } = evidence
  expect(items).toHaveLength(Math.min(counts.items, 50))
  if (filter === undefined) {
    expect([rule, counts.items > 50 || rule === 'stale']).toEqual([rule, true])
    return
  }
  const read = parseFilter(filter)
  expect(read.ignored).toEqual([])
  const lens = (model: Parameters<typeof modelPreset>[0]) => projectJourney(workspace.phases, model, modelPreset(model).phases)
  const matches = compileFilter(read.filter, {
    moment,
    viewerId: null,
    phases: workspace.phases,
    lens,
    familyOf: (key) => [key],
    longFields: new Set(),
  })
  const shown = facts.filter(matches).map(({ id }) => id)
  expect([rule, filter, shown.length]).toEqual([rule, filter, counts.items])
  expect(new Set(shown).isSupersetOf(new Set(items))).toBe(true)
}
