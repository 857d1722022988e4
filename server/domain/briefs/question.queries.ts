import { authorize } from '@/server/domain/access/authorize'
import { questionRows } from '@/server/domain/briefs/question.rules'
import type { QuestionRow } from '@/server/domain/briefs/question.schema'
import type { Context } from '@/server/domain/context'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'

/** The customer questions of the journey, and who answers which. What nobody answers is named by a gap, where a rule sees it. */
export async function listQuestions(context: Context): Promise<QuestionRow[]> {
  authorize(context.actor, 'item.read')
  const { byId, held, moment } = await loadGaps(context)
  const gaps = new Map<string, QuestionRow['gap']>()
  for (const { id, rule, state, evidence, revision } of byId.values()) {
    if (state === 'resolved') continue
    for (const key of evidence.questions ?? [])
      if (!gaps.has(key) || rule === 'question_unanswered') gaps.set(key, { id, rule, state, revision })
  }
  return questionRows(held.vocabulary, held.facts, moment, (key) => gaps.get(key) ?? null)
}
