import { setImmediate } from 'node:timers/promises'
import type { Stamp, Writer } from '@/db/database'
import { queuePublication } from '@/db/stores/follow-ups'
import { findItem, type StoredItem } from '@/db/stores/items'
import {
  forgetFailure,
  forgetSettled,
  listDue,
  listScheduling,
  noteFailure,
  type PublicationAct,
  releaseQueued,
} from '@/db/stores/publication'
import type { ItemFault } from '@/server/domain/content/fields.rules'
import { loadWritingWorld, type WritingWorld } from '@/server/domain/content/item-world.queries'
import { changeItems } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { dueActOf, nothingSeen, publicationChangeOf } from '@/server/domain/publication/publication.rules'
import { lookAtPublication } from '@/server/domain/publication/publication-sight.queries'

export interface DueReport {
  readonly published: number
  readonly unpublished: number
  /** Could not, for a reason that is noted. */
  readonly refused: number
}

const acts = ['publish', 'unpublish'] as const
/** The world is read again for each page. */
const perPage = 100

/**
 * Publishes what is due in the workspace, and takes offline what is to leave. Each item is decided anew in a write of its own, so
 * whatever number of processes look at the same time, it goes live once. An item that may not is noted with the reason and held
 * back until something about it changes. A fault of one stops no other: the look fails at its end, to be tried again.
 * Null when it was told to stop before the end.
 */
export async function publishDue(context: Context, isStopping: () => boolean = () => false): Promise<DueReport | null> {
  const { actor, db, now } = context
  const { workspaceId } = actor
  await db.write(workspaceId, async (tx) => releaseQueued(tx, workspaceId, now()))
  const count = { published: 0, unpublished: 0, refused: 0 }
  const broken = new Map<string, unknown>()
  for (const act of acts) {
    for (;;) {
      const world = await loadWritingWorld(context, workspaceId)
      const liveSteps = world.held.vocabulary.step.filter(({ details }) => details.kind === 'published').map(({ key }) => key)
      const wish = { act, liveSteps, except: [...broken.keys()], limit: perPage }
      const ids = await listDue(db.read, workspaceId, new Date(world.moment.nowMs), wish)
      if (ids.length === 0) break
      for (const id of ids) {
        if (isStopping()) return null
        try {
          const outcome = await db.write(workspaceId, async (tx) => settle(tx, context, world, id, act))
          if (outcome) count[outcome] += 1
          else broken.set(id, undefined)
        } catch (error) {
          broken.set(id, error)
        }
        await setImmediate()
      }
    }
  }
  await db.write(workspaceId, async (tx) => forgetSettled(tx, workspaceId, now()))
  const faults = [...broken].filter(([, error]) => error !== undefined)
  const [first] = faults
  if (first) throw new Error(`${faults.length} due items could not be looked at, first ${first[0]}`, { cause: first[1] })
  return count
}

/** One item, in its write: what was listed as due may have been published, changed or deleted meanwhile. */
async function settle(
  tx: Writer,
  context: Context,
  world: WritingWorld,
  id: string,
  listed: PublicationAct,
): Promise<keyof DueReport | null> {
  const { actor } = context
  const item = await findItem(tx, actor.workspaceId, id)
  const due = item ? dueActOf(item, world) : null
  const act = due === 'missed' ? 'publish' : due
  if (!item || act !== listed) return null
  const stamp = stampOf(context)
  const faults = due === 'missed' ? [missed] : await carryOut(tx, context, stamp, world, item, act)
  const [fault] = faults
  if (!fault) {
    await forgetFailure(tx, actor.workspaceId, id, act)
    return act === 'publish' ? 'published' : 'unpublished'
  }
  const dueAt = (act === 'publish' ? item.publishAt : item.unpublishAt) ?? stamp.at
  await noteFailure(tx, stamp, { itemId: id, act, dueAt, messageKey: fault.messageKey, details: { ...fault.details } })
  return 'refused'
}

/** Why it could not be done; nothing: it is done. */
async function carryOut(
  tx: Writer,
  { actor, db }: Context,
  stamp: Stamp,
  world: WritingWorld,
  item: StoredItem,
  act: PublicationAct,
): Promise<readonly ItemFault[]> {
  const seen = await lookAtPublication(tx, actor, world, [item], { act })
  const outcome = publicationChangeOf(item, { act }, seen.get(item.id) ?? nothingSeen, world)
  if (outcome.faults) return outcome.faults
  const { overtaken } = await changeItems(tx, db.search, stamp, [{ current: item, change: outcome.value }], world, act)
  if (overtaken.length > 0) throw new Error('the item was saved between reading and writing in one write')
  return []
}

const missed: ItemFault = { field: '', messageKey: 'publication.problem.missed', details: {} }

/** For the start of the program: a look at every workspace in which something is scheduled, whatever the queue says. */
export async function queueCatchUp({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  const at = now()
  for (const workspaceId of await listScheduling(db.read)) {
    await db.write(workspaceId, async (tx) => queuePublication(tx, workspaceId, [at.getTime()], at))
  }
}
