import { listItemsById } from '@/db/stores/items'
import { type RankChange, saveRanks } from '@/db/stores/ranks'
import { mayEditItem } from '@/server/domain/access/access.rules'
import { combined } from '@/server/domain/history/undo.rules'
import type { Refusal, UndoApplier } from '@/server/domain/history/undo-applier.commands'

/** Puts items back where they stood on the board, unless somebody has put them elsewhere since. */
export const undoRanks: UndoApplier = async (tx, { stamp, context }, rows) => {
  const entries = combined(rows)
  const found = await listItemsById(
    tx,
    stamp.workspaceId,
    entries.map(({ id }) => id),
  )
  const current = new Map(found.map((item) => [item.id, item]))
  const refused: Refusal[] = []
  const back: RankChange[] = []
  for (const { id, before, after } of entries) {
    const item = current.get(id)
    // Deleted for good: it stands nowhere.
    if (!item) continue
    const [was, became] = [rankIn(before), rankIn(after)]
    if (item.rank === was) continue
    const messageKey =
      item.rank !== became ? 'history.problem.changedSince' : mayEditItem(context.actor, item) ? null : 'history.problem.notYours'
    if (messageKey === null) back.push({ id, before: item.rank, after: was })
    else refused.push({ subject: 'item', id, name: item.title, field: 'rank', messageKey, by: null, at: null })
  }
  await saveRanks(tx, stamp, back, 'undo')
  return { done: back.length, refused }
}

const rankIn = (record: Record<string, unknown> | null): string | null => (typeof record?.rank === 'string' ? record.rank : null)
