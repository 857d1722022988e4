import { z } from 'zod'
import { decideFinding, decisionOf, type FindingRecord, findFinding } from '@/db/stores/findings'
import { findRuleSetting, putRuleSetting, type RuleRecord, removeRuleSetting, ruleContentOf } from '@/db/stores/rules'
import type { Ability } from '@/server/domain/access/access.rules'
import { ruleKey } from '@/server/domain/gaps/gap.schema'
import { ruleContent } from '@/server/domain/gaps/rule-setting.schema'
import type { UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { type RecordKind, undoRecords } from '@/server/domain/history/undo-records.commands'
import { ruleDefinition } from '@/server/presets/rules'

const decision = z
  .object({
    ownerId: z.string().nullable(),
    waiver: z.object({ reason: z.string(), until: z.string().nullable(), by: z.string().nullable() }).nullable(),
    plannedItem: z.string().nullable(),
  })
  .partial()

function nameOfRule(key: unknown): string | null {
  const known = ruleKey.safeParse(key)
  return known.success ? ruleDefinition(known.data).name.en : null
}

const decisionsFor = (ability: Ability): RecordKind<FindingRecord> => ({
  subject: 'finding',
  ability: () => ability,
  find: findFinding,
  plain: (row) => ({ ...decisionOf(row), rule: row.rule }),
  nameOf: ({ rule }) => nameOfRule(rule),
  async update(tx, stamp, row, change) {
    const back = decision.parse(change)
    const next = { ...decisionOf(row), ...back }
    const held = next.waiver ? 'waived' : next.plannedItem === null ? 'open' : 'planned'
    return decideFinding(tx, stamp, row, { ...back, state: row.resolvedAt ? 'resolved' : held }, 'undo')
  },
})

const putWaiversBack = undoRecords(decisionsFor('gap.waive'))
const putDecisionsBack = undoRecords(decisionsFor('gap.assign'))

/** What people decided is put back; what was found is no decision, and stays. */
export const undoFindings: UndoApplier = async (tx, scope, rows) => {
  const decided = rows.filter(({ before }) => before !== null && !('state' in before))
  const isWaiver = ({ before }: (typeof rows)[number]) => before !== null && 'waiver' in before
  const waivers = await putWaiversBack(tx, scope, decided.filter(isWaiver))
  const others = await putDecisionsBack(
    tx,
    scope,
    decided.filter((row) => !isWaiver(row)),
  )
  return { done: waivers.done + others.done, refused: [...waivers.refused, ...others.refused] }
}

const ruleKind: RecordKind<RuleRecord> = {
  subject: 'rule',
  ability: () => 'rule.set',
  isWhole: true,
  find: findRuleSetting,
  plain: (row) => ({ ...ruleContentOf(row), key: row.key }),
  nameOf: ({ key }) => nameOfRule(key),
  async revive(tx, stamp, id, record) {
    await putRuleSetting(tx, stamp, id, ruleContent.parse(record), 'undo')
  },
  async remove(tx, stamp, { key }) {
    await removeRuleSetting(tx, stamp, key, 'undo')
    return true
  },
  update: (tx, stamp, row, change) =>
    putRuleSetting(tx, stamp, row.key, ruleContent.parse({ ...ruleContentOf(row), ...change }), 'undo'),
}

export const undoRules: UndoApplier = undoRecords(ruleKind)
