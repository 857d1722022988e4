import { type RuleDefinition, type RuleKey, ruleKeys } from '@/server/domain/gaps/gap.schema'
import { afterPurchaseRules } from '@/server/presets/rules/after-purchase'
import { beforePurchaseRules } from '@/server/presets/rules/before-purchase'
import { purchaseRules } from '@/server/presets/rules/purchase'
import { wholeJourneyRules } from '@/server/presets/rules/whole-journey'

const all = new Map<RuleKey, RuleDefinition>(
  [...wholeJourneyRules, ...beforePurchaseRules, ...purchaseRules, ...afterPurchaseRules].map((rule) => [rule.key, rule]),
)

export function ruleDefinition(key: RuleKey): RuleDefinition {
  const found = all.get(key)
  if (!found) throw new Error(`no rule ${key}`)
  return found
}

/** Every built-in rule, in the order in which the journey meets them. */
export const ruleDefinitions: readonly RuleDefinition[] = ruleKeys.map(ruleDefinition)
