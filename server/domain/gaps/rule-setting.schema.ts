import { z } from 'zod'
import { ruleKey, severity } from '@/server/domain/gaps/gap.schema'
import { vaguePhraseList } from '@/server/domain/workspaces/workspace.schema'

export const ruleContent = z.object({
  enabled: z.boolean(),
  severity,
  /** Only the numbers that the rule has, within its limits; those left out are at their preset. */
  numbers: z.record(z.string().max(40), z.number().int()),
})
export type RuleContent = z.infer<typeof ruleContent>

/** Null: back to the presets. */
const change = z.object({ key: ruleKey, content: ruleContent.nullable() })
export const ruleTrial = z.object({ changes: z.array(change).max(100) })

/** `revision` is the one that the person saw; 0: nobody had changed the rule. */
export const ruleSave = z.object({
  changes: z
    .array(change.extend({ revision: z.number().int().min(0) }))
    .min(1)
    .max(100),
})
export type RuleSave = z.infer<typeof ruleSave>

export const ruleView = ruleContent.extend({
  key: ruleKey,
  revision: z.number().int(),
  isChanged: z.boolean(),
  /** How many gaps it flags now, or would if it were on. */
  found: z.number().int(),
})
export type RuleView = z.infer<typeof ruleView>

export const phraseSettings = z.object({
  /** Null: the presets of both languages. */
  phrases: vaguePhraseList.nullable(),
  /** The workspace's. */
  revision: z.number().int().positive(),
})
export const ruleList = z.object({ rules: z.array(ruleView), phrases: phraseSettings })
export type RuleList = z.infer<typeof ruleList>

/** By rule: how many gaps it would flag. */
export const ruleCounts = z.partialRecord(ruleKey, z.number().int())
export type RuleCounts = z.infer<typeof ruleCounts>
