import { type BriefRecord, deleteBriefs, findBrief, insertBriefs, updateBrief } from '@/db/stores/briefs'
import { findItem } from '@/db/stores/items'
import type { UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { undoRecords } from '@/server/domain/history/undo-records.commands'

/** Part by part, as items are. A brief whose item is gone for good has nowhere to come back to. */
export const undoBriefs: UndoApplier = undoRecords<BriefRecord>({
  subject: 'brief',
  ability: () => 'item.editOwn',
  find: (tx, workspaceId, id) => findBrief(tx, workspaceId, id),
  plain: ({ content }) => ({ ...content }),
  nameOf: () => null,
  async revive(tx, stamp, id, record) {
    if (await findItem(tx, stamp.workspaceId, id)) await insertBriefs(tx, stamp, [{ itemId: id, content: record }], 'undo')
  },
  async remove(tx, stamp, { itemId }) {
    await deleteBriefs(tx, stamp, [itemId], 'undo')
    return true
  },
  update: (tx, stamp, row, change) => updateBrief(tx, stamp, row, change, 'undo'),
})
