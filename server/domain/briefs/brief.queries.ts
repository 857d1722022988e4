import type { Reader } from '@/db/database'
import { type BriefRecord, findBrief, listBriefs } from '@/db/stores/briefs'
import { listSubjectChanges } from '@/db/stores/changes'
import { findItem } from '@/db/stores/items'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { type Brief, type BriefConflict, briefContent } from '@/server/domain/briefs/brief.schema'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'

/** Throws when the content does not fit: such a row can only come from a damaged database. */
export const briefOf = ({ itemId, content, revision, updatedAt }: BriefRecord): Brief => ({
  itemId,
  content: briefContent.parse(content),
  revision,
  updatedAt,
})

/** The brief of an item; null when it has none. Items in the trash keep theirs. */
export async function getBrief({ actor, db }: Context, itemId: string): Promise<Brief | null> {
  authorize(actor, 'item.read')
  const item = await findItem(db.read, actor.workspaceId, itemId)
  if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
  const row = await findBrief(db.read, actor.workspaceId, itemId)
  return row ? briefOf(row) : null
}

/** For commands that decide about many items: the briefs of those that have one, by item. */
export async function briefsByItem(
  read: Reader,
  workspaceId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Brief>> {
  const rows = await listBriefs(read, workspaceId, itemIds)
  return new Map(rows.map((row) => [row.itemId, briefOf(row)]))
}

/** More changes than this between two revisions are not told one by one. */
const told = 50

/** Why a save came too late: which parts others changed since, and the brief as it is now. */
export async function briefConflict(read: Reader, workspaceId: string, current: Brief, revision: number): Promise<Problem> {
  const limit = Math.max(1, Math.min(told, current.revision - revision))
  const rows = await listSubjectChanges(read, workspaceId, 'brief', current.itemId, { limit })
  const names = await listUserNames(
    read,
    rows.flatMap(({ actor }) => userIdOf(actor) ?? []),
  )
  const changes: BriefConflict['changes'] = []
  for (const { actor, at, before, after } of rows) {
    const by = actorIn(actor, names)
    for (const field of Object.keys({ ...before, ...after })) {
      if (!changes.some((change) => change.field === field)) changes.push({ field, by, at })
    }
  }
  const data: BriefConflict = { current, changes }
  const by = rows[0] ? actorIn(rows[0].actor, names).name : null
  const messageKey = by === null ? 'briefs.problem.changedByProgram' : 'briefs.problem.changedMeanwhile'
  return new Problem('conflict', messageKey, { by }, data)
}
