import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import type { RuleKey } from '@/server/domain/gaps/gap.schema'
import { type GapState, loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { findInIndex } from '@/server/domain/gaps/gaps.rules'
import type { RuleContent, RuleCounts, RuleList } from '@/server/domain/gaps/rule-setting.schema'
import { contentOf, isPreset } from '@/server/domain/gaps/rule-settings.rules'

/** What rules that are switched off would find; worked out when somebody asks. */
const wouldFind = new WeakMap<GapState['index'], Map<string, number>>()

/** Every rule as it stands here, with how many gaps it flags or would flag if it were on. */
export async function listRules(context: Context): Promise<RuleList> {
  authorize(context.actor, 'item.read')
  const state = await loadGaps(context)
  const found = new Map<RuleKey, number>()
  for (const { rule } of state.findings) found.set(rule, (found.get(rule) ?? 0) + 1)
  const { vaguePhrases, revision } = state.held.workspace
  return {
    rules: state.settings.map(({ key, revision: ruleRevision, ...content }) => ({
      ...content,
      numbers: { ...content.numbers },
      key,
      revision: ruleRevision,
      isChanged: !isPreset(key, { ...content, numbers: { ...content.numbers } }),
      found: content.enabled ? (found.get(key) ?? 0) : countWith(state, key, { ...content, numbers: { ...content.numbers } }),
    })),
    phrases: { phrases: vaguePhrases, revision },
  }
}

/** How many gaps each of these rules would flag with other settings, switched off or not. Nothing is saved. */
export async function previewRules(
  context: Context,
  changes: readonly { key: RuleKey; content: RuleContent | null }[],
): Promise<RuleCounts> {
  authorize(context.actor, 'item.read')
  const state = await loadGaps(context)
  return Object.fromEntries(changes.map(({ key, content }) => [key, countWith(state, key, contentOf(key, content))]))
}

function countWith({ index, settings }: GapState, key: RuleKey, { severity, numbers }: RuleContent): number {
  const known = wouldFind.get(index) ?? new Map<string, number>()
  wouldFind.set(index, known)
  const name = `${key} ${JSON.stringify(Object.entries(numbers).sort())}`
  // What nobody answers is left to the gap that asks for the answer, so this one is counted among the others.
  const others = key === 'question_unanswered' ? settings.filter((other) => other.key !== key) : []
  const find = () => findInIndex(index, [...others, { key, enabled: true, severity, numbers }])
  const count = known.get(name) ?? find().filter(({ rule }) => rule === key).length
  known.set(name, count)
  return count
}
