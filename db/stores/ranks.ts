import { and, eq } from 'drizzle-orm'
import type { Stamp, Writer } from '../database'
import { items } from '../schema'
import { recordChanges } from './changes'

export interface RankChange {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * Puts items elsewhere on the board. No change of the items themselves: their revision stays, so nobody's edit is overtaken by
 * somebody who sorts cards; the log gets entries under `rank`.
 */
export async function saveRanks(tx: Writer, stamp: Stamp, list: readonly RankChange[], operation = 'move'): Promise<void> {
  if (list.length === 0) return
  for (const { id, after } of list) {
    await tx
      .update(items)
      .set({ rank: after })
      .where(and(eq(items.workspaceId, stamp.workspaceId), eq(items.id, id)))
  }
  await recordChanges(
    tx,
    stamp,
    list.map(({ id, before, after }) => ({
      subject: 'rank',
      subjectId: id,
      operation,
      before: { rank: before },
      after: { rank: after },
    })),
  )
}
