import type { RuleKey } from '@/server/domain/gaps/gap.schema'
import type { RuleContent, RuleView } from '@/server/domain/gaps/rule-setting.schema'
import { contentOf, isPreset } from '@/server/domain/gaps/rule-settings.rules'

/** Rules as somebody is about to set them; a rule that is not here stands as it is saved. */
export type RulesDraft = Readonly<Partial<Record<RuleKey, RuleContent>>>

export const savedContent = ({ enabled, severity, numbers }: RuleView): RuleContent => ({ enabled, severity, numbers })

const isSame = (a: RuleContent, b: RuleContent): boolean =>
  a.enabled === b.enabled && a.severity === b.severity && hasSameNumbers(a, b)

export const hasSameNumbers = (a: Pick<RuleContent, 'numbers'>, b: Pick<RuleContent, 'numbers'>): boolean =>
  Object.keys({ ...a.numbers, ...b.numbers }).every((key) => a.numbers[key] === b.numbers[key])

/** The draft with a rule set; one that is set back to what is saved leaves it. */
export function withRule(draft: RulesDraft, rule: RuleView, content: RuleContent): RulesDraft {
  const { [rule.key]: _before, ...others } = draft
  return isSame(content, savedContent(rule)) ? others : { ...others, [rule.key]: content }
}

export const presetContent = (key: RuleKey): RuleContent => contentOf(key, null)
export const isAtPreset = isPreset

/** What saving sends: the presets as "no setting". */
export function changesOf(draft: RulesDraft, rules: readonly RuleView[]) {
  return rules.flatMap(({ key, revision }) => {
    const content = draft[key]
    return content ? [{ key, revision, content: isPreset(key, content) ? null : content }] : []
  })
}
