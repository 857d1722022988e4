import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import { type Finding, type RuleKey, type RuleSetting, ruleKeys, type Scope, severities } from '@/server/domain/gaps/gap.schema'
import { type GapIndex, indexGaps } from '@/server/domain/gaps/gap-index.rules'
import type { GapWorkspace } from '@/server/domain/gaps/gap-workspace.rules'
import type { GapRule } from '@/server/domain/gaps/rule.rules'
import { afterPurchaseRules } from '@/server/domain/gaps/rules/after-purchase.rules'
import { beforePurchaseRules } from '@/server/domain/gaps/rules/before-purchase.rules'
import { purchaseRules } from '@/server/domain/gaps/rules/purchase.rules'
import { wholeJourneyRules } from '@/server/domain/gaps/rules/whole-journey.rules'

const predicates = new Map<RuleKey, GapRule>(
  [...wholeJourneyRules, ...beforePurchaseRules, ...purchaseRules, ...afterPurchaseRules].map((rule) => [rule.key, rule]),
)

export type RuleUse = Omit<RuleSetting, 'revision'>

/** What the rules that are switched on find now: by severity, then along the journey. Equal input gives equal output, whatever the order of the facts. */
export function findGaps(facts: readonly Fact[], workspace: GapWorkspace, rules: readonly RuleUse[], moment: Moment): Finding[] {
  return findInIndex(indexGaps(facts, workspace, moment), rules)
}

/** For trying out several settings on the same facts ("would flag n"). */
export function findInIndex(index: GapIndex, rules: readonly RuleUse[]): Finding[] {
  const all = rules.filter(({ enabled }) => enabled).flatMap((rule) => findByRule(index, rule))
  const spoken = new Set(all.flatMap(({ rule, evidence }) => (namesOpenQuestions(rule) ? (evidence.questions ?? []) : [])))
  // A question is one gap: where another one asks for the content that answers it, it does not stand beside it.
  const found = all.filter(({ rule, scope }) => rule !== 'question_unanswered' || !spoken.has(scope.question ?? ''))
  const empty = new Map(found.filter(({ rule }) => rule === 'phase_empty').map(({ phase, id }) => [phase, id]))
  const placed = found.map((finding): Finding => {
    const isSpecific = finding.severity === 'must' && finding.rule !== 'phase_empty' && finding.phase !== null
    return isSpecific ? { ...finding, under: empty.get(finding.phase) ?? null } : finding
  })
  return inReadingOrder(placed, index.workspace)
}

/** The questions of need_mismatch are those to choose from, answered or not. */
const namesOpenQuestions = (rule: RuleKey): boolean => rule !== 'question_unanswered' && rule !== 'need_mismatch'

function findByRule(index: GapIndex, { key, severity, numbers }: RuleUse): Finding[] {
  const drafts = predicates.get(key)?.find(index, (name, preset) => numbers[name] ?? preset) ?? []
  return drafts.map(({ phase, scope, evidence }) => ({
    id: findingId(key, scope),
    rule: key,
    severity,
    phase,
    scope,
    evidence,
    under: null,
  }))
}

const scopeParts = ['phase', 'channel', 'topic', 'item', 'question', 'locale'] as const satisfies readonly (keyof Scope)[]

/** The same finding has the same id for as long as its cause lasts: `no_advocacy_prompt:phase=advocacy`. */
export function findingId(rule: RuleKey, scope: Scope): string {
  return [rule, ...scopeParts.flatMap((part) => (scope[part] === undefined ? [] : [`${part}=${scope[part]}`]))].join(':')
}

function inReadingOrder(findings: readonly Finding[], { phases }: GapWorkspace): Finding[] {
  const place = new Map<string | null, number>(phases.map(({ key }, at) => [key, at]))
  const rule = new Map(ruleKeys.map((key, at) => [key, at]))
  const rank = ({ severity, phase, rule: key }: Finding) =>
    (severities.indexOf(severity) * 1000 + Math.min(place.get(phase) ?? 999, 999)) * 100 + (rule.get(key) ?? 99)
  return findings
    .map((finding) => ({ finding, order: rank(finding) }))
    .sort((a, b) => a.order - b.order || (a.finding.id < b.finding.id ? -1 : 1))
    .map(({ finding }) => finding)
}
