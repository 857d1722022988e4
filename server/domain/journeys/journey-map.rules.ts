import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import type { RuleKey, Severity } from '@/server/domain/gaps/gap.schema'
import type { AskedQuestion } from '@/server/domain/journeys/journey-map.schema'

/** How many of the items that answer a question are named. */
export const namedAnswers = 2

/** For each question the items that answer it now: live, and not overdue for review. In the order of the questions. */
export function answersTo(questions: readonly string[], facts: readonly Fact[], moment: Moment): AskedQuestion[] {
  const found = new Map<string, Fact[]>(questions.map((key) => [key, []]))
  for (const fact of facts) {
    if (fact.question.length === 0 || countsAs(fact, 'published', moment, false) !== 'fresh') continue
    for (const key of fact.question) found.get(key)?.push(fact)
  }
  return questions.map((key) => {
    const answers = found.get(key) ?? []
    return { key, answers: answers.length, items: answers.slice(0, namedAnswers).map(({ id, title }) => ({ id, title })) }
  })
}

const weights: Record<Severity, number> = { must: 0, should: 1, info: 2 }

interface OpenGap {
  readonly rule: RuleKey
  readonly severity: Severity
}

/** The rules behind a phase's gaps, each once: the weightiest first, then those that fire most often. */
export function rulesBehind(gaps: readonly OpenGap[]): { rule: RuleKey; severity: Severity; count: number }[] {
  const found = new Map<RuleKey, { rule: RuleKey; severity: Severity; count: number }>()
  for (const { rule, severity } of gaps) {
    const known = found.get(rule)
    if (known) known.count += 1
    else found.set(rule, { rule, severity, count: 1 })
  }
  return [...found.values()].sort((a, b) => weights[a.severity] - weights[b.severity] || b.count - a.count)
}
