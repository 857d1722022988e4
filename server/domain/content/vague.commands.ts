import { setImmediate } from 'node:timers/promises'
import type { Writer } from '@/db/database'
import { findBodies, listItemsAfter, saveVague } from '@/db/stores/items'
import { enqueueJob } from '@/db/stores/jobs'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { vagueOf } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'

const itemsPerWrite = 300

/** Queues the search for vague phrases anew, in the write that changes their list. */
export async function enqueueFindVague(tx: Writer, workspaceId: string, runAt: Date): Promise<void> {
  await enqueueJob(tx, { name: 'content.findVague', workspaceId, payload: {}, runAt })
}

/** Works out for every item which vague phrases its text holds. False when it was told to stop before the end. */
export async function refreshVague(context: Context, isStopping: () => boolean): Promise<boolean> {
  const { db, actor } = context
  const { workspaceId } = actor
  const world = await loadWritingWorld(context, workspaceId)
  const stamp = stampOf(context)
  for (let after = ''; ; ) {
    if (isStopping()) return false
    const from = after
    const last = await db.write(workspaceId, async (tx) => {
      const items = await listItemsAfter(tx, workspaceId, from, itemsPerWrite)
      const bodies = await findBodies(
        tx,
        workspaceId,
        items.map(({ id }) => id),
      )
      const found = items.map((item) => ({
        id: item.id,
        before: item.vague,
        after: vagueOf(item, bodies.get(item.id) ?? '', world),
      }))
      await saveVague(
        tx,
        stamp,
        found.filter((entry) => entry.before.join('\n') !== entry.after.join('\n')),
      )
      return items.at(-1)?.id
    })
    if (last === undefined) return true
    after = last
    await setImmediate()
  }
}
