import type { Stamp, Writer } from '@/db/database'
import type { SearchIndex } from '@/db/search/search-index'
import { findBodies, insertItems, type NewItem, type StoredItem, saveItems } from '@/db/stores/items'
import { textsOfFields } from '@/server/domain/content/fields.rules'
import { newItemOf, type Outcome, type StateChange, searchDocumentOf } from '@/server/domain/content/item.rules'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { WritingWorld } from '@/server/domain/content/item-world.queries'
import { findVaguePhrases } from '@/server/domain/gaps/vague.rules'
import { giveApprovals, type LostApproval, loseApprovals } from '@/server/domain/workflow/approval.commands'
import { afterChange } from '@/server/domain/workflow/approval.rules'

/**
 * The only ways by which items are written: what follows from their text (vague phrases, full text) is kept in the same write.
 * For commands that have authorized and decided; imports, samples, bulk edits and undo use them too.
 */

export function vagueOf(
  item: Pick<StoredItem, 'title' | 'fields'>,
  body: string,
  { readable, phrases }: Pick<WritingWorld, 'readable' | 'phrases'>,
): string[] {
  return findVaguePhrases([item.title, body, ...textsOfFields(item.fields, readable)].join('\n'), phrases)
}

/** A new item ready for `addItems`. */
export function prepareItem(
  create: ItemCreate,
  made: { readonly id: string; readonly createdBy: string | null },
  world: Omit<WritingWorld, 'held'>,
): Outcome<NewItem> {
  const outcome = newItemOf(create, made, world)
  if (outcome.faults) return outcome
  const { columns, tags, body } = outcome.value
  return { value: { columns: { ...columns, vague: vagueOf(columns, body, world) }, tags, body } }
}

export async function addItems(
  tx: Writer,
  search: SearchIndex,
  stamp: Stamp,
  items: readonly NewItem[],
  world: Pick<WritingWorld, 'readable'>,
  operation?: string,
): Promise<void> {
  await insertItems(tx, stamp, items, operation)
  await search.put(
    tx,
    stamp.workspaceId,
    items.map(({ columns, body }) => searchDocumentOf(columns, body, world)),
  )
}

export interface PreparedChange {
  /** As read in this write. */
  readonly current: StoredItem
  readonly change: StateChange
  /** Who says yes to what the change leads to, by making it; see `stepDecision`. */
  readonly approvedBy?: string | undefined
}

/** Items that somebody else saved since they were read are left alone and named in `overtaken`. */
export async function changeItems(
  tx: Writer,
  search: SearchIndex,
  stamp: Stamp,
  prepared: readonly PreparedChange[],
  world: WritingWorld,
  operation?: string,
): Promise<{ saved: string[]; overtaken: string[]; voided: readonly LostApproval[] }> {
  const { changes, voided } = await loseApprovals(tx, stamp, prepared, world.held.vocabulary)
  const isReworded = ({ columns, body }: StateChange) =>
    body !== undefined || columns.title !== undefined || columns.fields !== undefined
  const reworded = changes.filter(({ change }) => isReworded(change)).map(({ current }) => current.id)
  const bodies = await findBodies(tx, stamp.workspaceId, reworded)
  const documents = new Map<string, ReturnType<typeof searchDocumentOf>>()
  const saves = changes.map(({ current, change }) => {
    const { columns, tags, body } = change
    if (!isReworded(change)) return { current, change: { columns, tags } }
    const currentBody = bodies.get(current.id) ?? ''
    const next = { ...current, ...columns }
    documents.set(current.id, searchDocumentOf(next, body ?? currentBody, world))
    const vague = vagueOf(next, body ?? currentBody, world)
    return { current, currentBody, change: { columns: { ...columns, vague }, tags, ...(body === undefined ? {} : { body }) } }
  })
  const result = await saveItems(tx, stamp, saves, operation)
  const put = result.saved.flatMap((id) => documents.get(id) ?? [])
  if (put.length > 0) await search.put(tx, stamp.workspaceId, put)
  const saved = new Set(result.saved)
  const approved = changes.flatMap(({ current, change, approvedBy }) =>
    approvedBy === undefined || !saved.has(current.id) ? [] : [{ item: afterChange(current, change), userId: approvedBy }],
  )
  await giveApprovals(tx, stamp, approved)
  return { ...result, voided }
}
