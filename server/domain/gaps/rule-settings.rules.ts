import { type RuleDefinition, type RuleKey, type RuleSetting, severity } from '@/server/domain/gaps/gap.schema'
import type { RuleContent } from '@/server/domain/gaps/rule-setting.schema'
import { ruleDefinition, ruleDefinitions } from '@/server/presets/rules'

/** A rule as it is stored where a workspace changed it. */
export interface StoredRule {
  readonly key: string
  readonly enabled: boolean
  readonly severity: string
  readonly numbers: Readonly<Record<string, number>>
  readonly revision: number
}

/** Every rule as it stands in a workspace, in the order of the presets. What an older or newer version stored is passed over. */
export function ruleSettingsOf(stored: readonly StoredRule[]): RuleSetting[] {
  const rows = new Map(stored.map((row) => [row.key, row]))
  return ruleDefinitions.map((definition) => {
    const row = rows.get(definition.key)
    if (!row) return { ...presetOf(definition), key: definition.key, revision: 0 }
    return {
      key: definition.key,
      enabled: row.enabled,
      severity: severity.catch(definition.severity).parse(row.severity),
      numbers: numbersWithin(definition, row.numbers),
      revision: row.revision,
    }
  })
}

const presetOf = ({ severity: weight, numbers }: RuleDefinition): RuleContent => ({
  enabled: true,
  severity: weight,
  numbers: Object.fromEntries(numbers.map(({ key, preset }) => [key, preset])),
})

function numbersWithin({ numbers }: RuleDefinition, given: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(numbers.map(({ key, preset, min, max }) => [key, Math.min(Math.max(given[key] ?? preset, min), max)]))
}

/** Whether the rule has such numbers and they are within its limits. */
export function fitsRule(key: RuleKey, { numbers }: RuleContent): boolean {
  const definitions = ruleDefinition(key).numbers
  return Object.entries(numbers).every(([name, value]) => {
    const limits = definitions.find((number) => number.key === name)
    return limits !== undefined && value >= limits.min && value <= limits.max
  })
}

/** The whole content of a rule: numbers left out at their preset. Null stands for the presets. */
export function contentOf(key: RuleKey, content: RuleContent | null): RuleContent {
  const preset = presetOf(ruleDefinition(key))
  return content ? { ...content, numbers: { ...preset.numbers, ...content.numbers } } : preset
}

export function isPreset(key: RuleKey, content: RuleContent): boolean {
  const preset = presetOf(ruleDefinition(key))
  return (
    content.enabled === preset.enabled &&
    content.severity === preset.severity &&
    Object.entries(preset.numbers).every(([name, value]) => content.numbers[name] === value)
  )
}
