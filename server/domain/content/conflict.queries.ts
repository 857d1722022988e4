import type { Reader } from '@/db/database'
import { listSubjectChanges } from '@/db/stores/changes'
import { listUserNames } from '@/db/stores/users'
import type { Item } from '@/server/domain/content/item.schema'
import { Problem } from '@/server/domain/errors'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'
import { fieldChangesOf } from '@/server/domain/history/field-changes.rules'
import type { ConflictData } from '@/server/domain/history/history.schema'

/** More changes than this between two revisions are not told one by one. */
const told = 50

/**
 * Why a save came too late: which fields others have changed since the revision it was made for, who did and when, and the
 * item as it is now, so that a person can keep theirs or take the others'.
 */
export async function conflictOf(read: Reader, workspaceId: string, current: Item, revision: number): Promise<Problem> {
  // Each entry of the log raised the revision by one.
  const limit = Math.max(1, Math.min(told, current.revision - revision))
  const rows = await listSubjectChanges(read, workspaceId, 'item', current.id, { limit })
  const names = await listUserNames(
    read,
    rows.flatMap(({ actor }) => userIdOf(actor) ?? []),
  )
  const changes: ConflictData['changes'] = []
  for (const row of rows.reverse()) {
    const by = actorIn(row.actor, names)
    for (const change of fieldChangesOf(row)) {
      const known = changes.find(({ field }) => field === change.field)
      if (known) Object.assign(known, { after: change.after, by, at: row.at })
      else changes.push({ ...change, by, at: row.at })
    }
  }
  const latest = rows.at(-1)
  const by = latest ? actorIn(latest.actor, names).name : null
  const data: ConflictData = { current, changes }
  const messageKey = by === null ? 'content.problem.changedByProgram' : 'content.problem.changedMeanwhile'
  return new Problem('conflict', messageKey, { by, fields: changes.length }, data)
}
