import type { Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { deleteView as dropView, findView, insertView, listViews, updateView, type ViewRecord } from '@/db/stores/views'
import type { Actor } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { viewOf } from '@/server/domain/views/view.queries'
import { mayEditView } from '@/server/domain/views/view.rules'
import type { SavedView, ViewCreate, ViewEdit } from '@/server/domain/views/view.schema'

const mostViews = 500

export async function createView(context: Context, { screen, name, definition, isTeam }: ViewCreate): Promise<SavedView> {
  const { actor, db } = context
  authorize(actor, isTeam ? 'view.team' : 'view.own')
  const userId = actor.kind === 'member' ? actor.userId : null
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const known = await listViews(tx, actor.workspaceId, userId)
    if (known.length >= mostViews) throw new Problem('limit_reached', 'views.problem.tooMany', { max: mostViews })
    const position = Math.max(-1, ...known.filter((other) => other.screen === screen).map((other) => other.position)) + 1
    const ownerId = isTeam ? null : userId
    const row = { id: newId(), screen, name, definition, ownerId, createdBy: userId, isDefault: false, isLocked: false, position }
    return { ...viewOf(actor, await insertView(tx, stamp, row)), changeSet: stamp.changeSet }
  })
}

/** Refused with `conflict` when somebody saved since. One view per screen is the default of a person, and one that of the team. */
export async function editView(context: Context, { id, revision, change }: ViewEdit): Promise<SavedView> {
  const { actor, db } = context
  authorize(actor, 'view.own')
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const current = await editableView(tx, actor, id)
    if (current.revision !== revision) throw changedMeanwhile(actor, current)
    if (change.isDefault) await dropOtherDefault(tx, stamp, current)
    const saved = await updateView(tx, stamp, current, change)
    if (!saved) throw changedMeanwhile(actor, current)
    return { ...viewOf(actor, saved), changeSet: stamp.changeSet }
  })
}

export async function deleteView(context: Context, id: string): Promise<{ changeSet: string }> {
  const { actor, db } = context
  authorize(actor, 'view.own')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => dropView(tx, stamp, await editableView(tx, actor, id)))
  return { changeSet: stamp.changeSet }
}

const changedMeanwhile = (actor: Actor, current: ViewRecord) =>
  new Problem('conflict', 'views.problem.changedMeanwhile', {}, { current: viewOf(actor, current) })

/** Somebody else's private view answers as if it did not exist. */
async function editableView(tx: Writer, actor: Actor, id: string): Promise<ViewRecord> {
  const current = await findView(tx, actor.workspaceId, id)
  const isHidden = current && current.ownerId !== null && !(actor.kind === 'member' && current.ownerId === actor.userId)
  if (!current || isHidden) throw new Problem('not_found', 'views.problem.noSuchView')
  if (!mayEditView(actor, current))
    throw new Problem('forbidden', current.isLocked ? 'views.problem.locked' : 'views.problem.teamOnly')
  return current
}

async function dropOtherDefault(tx: Writer, stamp: Stamp, { id, screen, ownerId }: ViewRecord): Promise<void> {
  const others = (await listViews(tx, stamp.workspaceId, ownerId)).filter(
    (other) => other.id !== id && other.screen === screen && other.ownerId === ownerId && other.isDefault,
  )
  for (const other of others) await updateView(tx, stamp, other, { isDefault: false })
}
