import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { ruleSettings } from '../schema'
import { recordChanges } from './changes'
import { sameValue } from './same'

export type RuleRecord = typeof ruleSettings.$inferSelect
export type RuleContent = Pick<RuleRecord, 'enabled' | 'severity' | 'numbers'>

export const ruleContentOf = ({ enabled, severity, numbers }: RuleContent): RuleContent => ({ enabled, severity, numbers })

const at = (workspaceId: string, key: string) => and(eq(ruleSettings.workspaceId, workspaceId), eq(ruleSettings.key, key))

/** Only the rules that the workspace changed. */
export async function listRuleSettings(read: Reader, workspaceId: string): Promise<RuleRecord[]> {
  return read.select().from(ruleSettings).where(eq(ruleSettings.workspaceId, workspaceId)).orderBy(asc(ruleSettings.key))
}

export async function findRuleSetting(read: Reader, workspaceId: string, key: string): Promise<RuleRecord | undefined> {
  const [row] = await read.select().from(ruleSettings).where(at(workspaceId, key))
  return row
}

/** Sets a rule whatever stood there: the caller has compared revisions in the same write. */
export async function putRuleSetting(
  tx: Writer,
  stamp: Stamp,
  key: string,
  content: RuleContent,
  operation = 'set',
): Promise<RuleRecord> {
  const current = await findRuleSetting(tx, stamp.workspaceId, key)
  const next = ruleContentOf(content)
  if (current && sameValue(ruleContentOf(current), next)) return current
  const [saved] = current
    ? await tx
        .update(ruleSettings)
        .set({ ...next, revision: sql`${ruleSettings.revision} + 1` })
        .where(at(stamp.workspaceId, key))
        .returning()
    : await tx
        .insert(ruleSettings)
        .values({ workspaceId: stamp.workspaceId, key, ...next })
        .returning()
  if (!saved) throw new Error('the rule was not saved')
  const before = current ? { ...ruleContentOf(current) } : null
  await recordChanges(tx, stamp, [{ subject: 'rule', subjectId: key, operation, before, after: { ...next } }])
  return saved
}

/** The presets hold again. Nothing happens where nothing was changed. */
export async function removeRuleSetting(tx: Writer, stamp: Stamp, key: string, operation = 'reset'): Promise<void> {
  const [gone] = await tx.delete(ruleSettings).where(at(stamp.workspaceId, key)).returning()
  if (!gone) return
  const before = { ...ruleContentOf(gone) }
  await recordChanges(tx, stamp, [{ subject: 'rule', subjectId: key, operation, before, after: null }])
}
