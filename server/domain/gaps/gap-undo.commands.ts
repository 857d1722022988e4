import { z } from 'zod'
import { listChangesToSince } from '@/db/stores/changes'
import { decideFinding, decisionOf, type FindingRecord, findFinding } from '@/db/stores/findings'
import { findRuleSetting, putRuleSetting, removeRuleSetting, ruleContentOf } from '@/db/stores/rules'
import { sameValue } from '@/db/stores/same'
import { type Ability, can } from '@/server/domain/access/access.rules'
import { ruleContent } from '@/server/domain/gaps/rule-setting.schema'
import { ruleNameOf } from '@/server/domain/history/subject-names.rules'
import { combined } from '@/server/domain/history/undo.rules'
import type { Refusal, UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { type RecordKind, undoRecords } from '@/server/domain/history/undo-records.commands'

const decision = z
  .object({
    ownerId: z.string().nullable(),
    waiver: z.object({ reason: z.string(), until: z.string().nullable(), by: z.string().nullable() }).nullable(),
    plannedItem: z.string().nullable(),
  })
  .partial()

const decisionsFor = (ability: Ability): RecordKind<FindingRecord> => ({
  subject: 'finding',
  ability: () => ability,
  find: findFinding,
  plain: (row) => ({ ...decisionOf(row), rule: row.rule }),
  nameOf: ({ rule }, locale) => ruleNameOf(rule, locale),
  async update(tx, stamp, row, change) {
    const back = decision.parse(change)
    const next = { ...decisionOf(row), ...back }
    const held = next.waiver ? 'waived' : next.plannedItem === null ? 'open' : 'planned'
    return decideFinding(tx, stamp, row, { ...back, state: row.resolvedAt ? 'resolved' : held }, 'undo')
  },
})

const putWaiversBack = undoRecords(decisionsFor('gap.waive'))
const putDecisionsBack = undoRecords(decisionsFor('gap.assign'))

/** What was found, and what became of it by itself, carries its state; what people decided does not. */
export const isDecision = ({ before }: { before: Record<string, unknown> | null }): boolean =>
  before !== null && !('state' in before)

/** What people decided is put back; what was found is no decision, and stays. */
export const undoFindings: UndoApplier = async (tx, scope, rows) => {
  const decided = rows.filter(isDecision)
  const isWaiver = ({ before }: (typeof rows)[number]) => before !== null && 'waiver' in before
  const waivers = await putWaiversBack(tx, scope, decided.filter(isWaiver))
  const others = await putDecisionsBack(
    tx,
    scope,
    decided.filter((row) => !isWaiver(row)),
  )
  return { done: waivers.done + others.done, refused: [...waivers.refused, ...others.refused] }
}

/** A rule is one decision: it goes back to what it was if it still is what the change set made of it, else it is left. */
export const undoRules: UndoApplier = async (tx, { context, stamp, changeSet }, rows) => {
  const { workspaceId } = stamp
  const refused: Refusal[] = []
  let done = 0
  for (const { id, before, after, firstSeq } of combined(rows)) {
    const row = await findRuleSetting(tx, workspaceId, id)
    const current = row ? ruleContentOf(row) : null
    if (sameValue(current, before)) continue
    if (!can(context.actor, 'rule.set') || !sameValue(current, after)) {
      const [last] = await listChangesToSince(tx, workspaceId, 'rule', [id], firstSeq, [changeSet, stamp.changeSet])
      const messageKey = sameValue(current, after) ? 'history.problem.notYours' : 'history.problem.changedSince'
      const name = ruleNameOf(id, context.locale)
      refused.push({ subject: 'rule', id, name, field: null, messageKey, by: last?.actor ?? null, at: last?.at ?? null })
      continue
    }
    if (before === null) await removeRuleSetting(tx, stamp, id, 'undo')
    else await putRuleSetting(tx, stamp, id, ruleContent.parse(before), 'undo')
    done += 1
  }
  return { done, refused }
}
