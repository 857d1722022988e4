import { findItem } from '@/db/stores/items'
import { mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { findWholeItem } from '@/server/domain/content/item.queries'
import type { StateChange } from '@/server/domain/content/item.rules'
import type { Item } from '@/server/domain/content/item.schema'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { changeItems } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { normaliseAddress } from '@/server/domain/exchange/address.rules'
import { versionOf } from '@/server/domain/history/history.queries'
import { type TagDimension, tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

/**
 * Makes a new version of an item with the content of an old one: title, type, purpose, address, locale, note, fields, tags and
 * body. Status, dates and owner stay as they are, because an old text must not take a page offline. Terms that are gone since
 * are left out and named in `lost`.
 */
export async function restoreVersion(
  context: Context,
  input: { id: string; seq: number; revision: number },
): Promise<{ item: Item; changeSet: string | null; lost: string[] }> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const { id, seq, revision } = input
  const { workspaceId } = actor
  const world = await loadWritingWorld(context, workspaceId)
  const { item: old, body } = await versionOf(context, id, seq)
  const lost: string[] = []
  const live = (dimension: TagDimension | 'purpose' | 'type', keys: readonly string[]): string[] => {
    const kept = keys.filter((key) => world.terms[dimension].has(key))
    if (kept.length < keys.length) lost.push(dimension)
    return kept
  }
  const stamp = stampOf(context)
  return db.write(workspaceId, async (tx) => {
    const current = await findItem(tx, workspaceId, id)
    if (!current) throw new Problem('not_found', 'content.problem.noSuchItem')
    if (!mayEditItem(actor, current)) throw new Problem('forbidden', 'content.problem.notYours')
    if (current.deletedAt !== null) throw new Problem('conflict', 'content.problem.inTrash')
    if (current.revision !== revision) throw new Problem('conflict', 'history.problem.changedMeanwhile')
    const [type = current.type] = live('type', [old.type])
    const [purpose = null] = live('purpose', old.purpose === null ? [] : [old.purpose])
    const { title, url, locale, note, fields } = old
    const change: StateChange = {
      columns: { title, type, purpose, url, urlKey: url === null ? null : normaliseAddress(url), locale, note, fields },
      tags: Object.fromEntries(tagDimensions.map((dimension) => [dimension, live(dimension, old.tags[dimension])])),
      body,
    }
    const { saved } = await changeItems(tx, db.search, stamp, [{ current, change }], world, 'restore')
    const item = await findWholeItem(tx, workspaceId, id, world.held.world.stepKinds)
    if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
    return { item, changeSet: saved.length > 0 ? stamp.changeSet : null, lost }
  })
}
