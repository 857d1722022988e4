import type { Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { type FeedRecord, findOpenFeed, insertFeed, listOpenFeeds, revokeFeed as revokeStored } from '@/db/stores/feeds'
import { findView } from '@/db/stores/views'
import { type Actor, can } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { feedOf, isReadableView } from '@/server/domain/feeds/feed.queries'
import type { MadeFeed } from '@/server/domain/feeds/feed.schema'
import { newSecret } from '@/server/domain/members/link-secret'

const mostFeeds = 50

/** Turns the calendar of a saved view on. The answer is the only time its secret is seen. */
export async function makeFeed(context: Context, viewId: string): Promise<MadeFeed> {
  const { actor, db } = context
  authorize(actor, 'feed.own')
  const userId = personOf(actor)
  return db.write(actor.workspaceId, async (tx) => {
    const view = await findView(tx, actor.workspaceId, viewId)
    if (!view || !isReadableView(view, userId)) throw new Problem('not_found', 'outlets.problem.noSuchView')
    const known = await listOpenFeeds(tx, actor.workspaceId, userId)
    if (known.length >= mostFeeds) throw new Problem('limit_reached', 'outlets.problem.tooManyFeeds', { max: mostFeeds })
    return insert(tx, context, { viewId, userId })
  })
}

/** From here on its address leads nowhere, for good. */
export async function revokeFeed(context: Context, id: string): Promise<void> {
  const { actor, db } = context
  authorize(actor, 'feed.own')
  await db.write(actor.workspaceId, async (tx) => {
    await revokeStored(tx, stampOf(context), await ownFeed(tx, actor, id))
  })
}

/** A new address for the same calendar; the old one leads nowhere. Only for one's own: the new secret is nobody else's to see. */
export async function renewFeed(context: Context, id: string): Promise<MadeFeed> {
  const { actor, db } = context
  authorize(actor, 'feed.own')
  const userId = personOf(actor)
  return db.write(actor.workspaceId, async (tx) => {
    const current = await ownFeed(tx, actor, id)
    if (current.userId !== userId) throw new Problem('forbidden', 'outlets.problem.notYours')
    const stamp = stampOf(context)
    await revokeStored(tx, stamp, current)
    return insert(tx, context, { viewId: current.viewId, userId }, stamp.changeSet)
  })
}

async function insert(
  tx: Writer,
  context: Context,
  { viewId, userId }: { viewId: string; userId: string },
  changeSet?: string,
): Promise<MadeFeed> {
  const { token, secretHash } = newSecret()
  const row = { id: newId(), viewId, userId, secretHash, locale: context.locale }
  const saved = await insertFeed(tx, stampOf(context, changeSet), row)
  return { feed: await feedOf(tx, context.actor, saved), secret: token }
}

/** A feed reads with somebody's eyes; a job has none. */
function personOf(actor: Actor): string {
  if (actor.kind !== 'member') throw new Problem('forbidden', 'access.problem.forbidden')
  return actor.userId
}

/** Administrators may end any; somebody else's answers others as if it did not exist. */
async function ownFeed(tx: Writer, actor: Actor, id: string): Promise<FeedRecord> {
  const current = await findOpenFeed(tx, actor.workspaceId, id)
  const isMine = actor.kind === 'member' && current?.userId === actor.userId
  if (!current || (!isMine && !can(actor, 'workspace.manage'))) throw new Problem('not_found', 'outlets.problem.noSuchFeed')
  return current
}
