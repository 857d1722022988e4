import type { Actor } from '@/server/domain/access/access.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { byPosition } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { approvalRefusals, stepItemOfFact, stepsOfType } from '@/server/domain/workflow/workflow.rules'

/** Items in review whose next step is a yes that this person may say. `written`: those that they are an author of by what they wrote. */
export function waitingForYes(
  actor: Actor,
  facts: readonly Fact[],
  vocabulary: Vocabulary,
  written: ReadonlySet<string> = new Set(),
): Fact[] {
  if (!vocabulary.step.some(({ details }) => details.approval !== null)) return []
  return facts.filter((fact) => {
    if (fact.status !== 'in_review' || fact.deletedAt !== null) return false
    const current = vocabulary.step.find(({ key }) => key === fact.step)
    if (!current || current.details.approval !== null) return false
    const next = stepsOfType(vocabulary, fact.type).find((step) => byPosition(current, step) < 0)
    if (!next || next.details.approval === null) return false
    const alsoBy = actor.kind === 'member' && written.has(fact.id) ? [actor.userId] : []
    return approvalRefusals(actor, { ...stepItemOfFact(fact, vocabulary), alsoBy }, next).length === 0
  })
}
