import { listSubjectChanges } from '@/db/stores/changes'
import { findRuleSetting, putRuleSetting, removeRuleSetting } from '@/db/stores/rules'
import { listUserNames } from '@/db/stores/users'
import { findWorkspace, updateWorkspace } from '@/db/stores/workspaces'
import { authorize } from '@/server/domain/access/authorize'
import { enqueueFindVague } from '@/server/domain/content/vague.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { RuleSave } from '@/server/domain/gaps/rule-setting.schema'
import { contentOf, fitsRule, isPreset } from '@/server/domain/gaps/rule-settings.rules'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'

/** Switches rules on and off, weighs them anew, changes their numbers, or puts them back to the presets: all or nothing. */
export async function saveRules(context: Context, { changes }: RuleSave): Promise<{ changeSet: string }> {
  const { actor, db } = context
  authorize(actor, 'rule.set')
  for (const { key, content } of changes) {
    if (content && !fitsRule(key, content)) throw new Problem('invalid', 'rules.problem.outOfLimits', { rule: key })
  }
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    for (const { key, content, revision } of changes) {
      const current = await findRuleSetting(tx, actor.workspaceId, key)
      if ((current?.revision ?? 0) !== revision) {
        const [last] = await listSubjectChanges(tx, actor.workspaceId, 'rule', key, { limit: 1 })
        const names = await listUserNames(tx, last ? [userIdOf(last.actor) ?? ''] : [])
        const since = last ? { actor: actorIn(last.actor, names), at: last.at } : null
        throw new Problem('conflict', 'rules.problem.overtaken', { rule: key, by: since?.actor.name ?? '' }, { key, since })
      }
      const next = contentOf(key, content)
      if (isPreset(key, next)) await removeRuleSetting(tx, stamp, key)
      else await putRuleSetting(tx, stamp, key, next)
    }
  })
  return { changeSet: stamp.changeSet }
}

/** The words that promise nothing. Null: the presets of both languages. What each text holds of them is worked out anew behind it. */
export async function savePhrases(
  context: Context,
  { phrases, revision }: { phrases: string[] | null; revision: number },
): Promise<{ changeSet: string }> {
  const { actor, db, now } = context
  authorize(actor, 'rule.set')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    const current = await findWorkspace(tx, actor.workspaceId)
    const saved =
      current?.revision === revision ? await updateWorkspace(tx, stamp, current, { vaguePhrases: phrases }) : undefined
    if (!saved) throw new Problem('conflict', 'rules.problem.phrasesOvertaken')
    await enqueueFindVague(tx, actor.workspaceId, now())
  })
  return { changeSet: stamp.changeSet }
}
