import { setImmediate } from 'node:timers/promises'
import { findBodies, listItemsById } from '@/db/stores/items'
import { listMembers } from '@/db/stores/members'
import { findSelection } from '@/db/stores/selections'
import { authorize } from '@/server/domain/access/authorize'
import { rowOf } from '@/server/domain/content/item.queries'
import type { Item } from '@/server/domain/content/item.schema'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { OwnerName } from '@/server/domain/exchange/exchange.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { type Filter, type Sort, sortFields } from '@/server/domain/filter/filter.schema'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

const itemsPerPage = 200

export interface Export {
  /** Read page by page while the file is written, in the order of the list; items deleted meanwhile are left out. */
  readonly items: AsyncIterable<Item>
  readonly count: number
  readonly vocabulary: Vocabulary
  readonly owners: readonly OwnerName[]
  readonly exportedAt: Date
  /** Parts of the filter that could not be read; they narrow nothing. */
  readonly ignored: readonly string[]
}

/** What the content screen's address means, or a selection frozen by the one who asks, as items with everything on them. */
export async function exportContent(
  context: Context,
  wish: { readonly filter: string; readonly sort?: string | undefined; readonly selectionId?: string | undefined },
): Promise<Export> {
  const { actor, db, now } = context
  authorize(actor, 'item.export')
  const { filter, ignored } = parseFilter(wish.filter, otherNames)
  const held = await loadFacts({ db }, actor.workspaceId)
  const ids =
    wish.selectionId === undefined ? await idsOf(context, filter, sortOf(wish.sort)) : await frozenIds(context, wish.selectionId)
  const members = await listMembers(db.read, actor.workspaceId)
  return {
    items: readItems(context, held, ids),
    count: ids.length,
    vocabulary: held.vocabulary,
    owners: members.map(({ userId, name, email }) => ({ id: userId, name, email })),
    exportedAt: now(),
    ignored,
  }
}

/** They stand in the same address without being part of the filter. */
const otherNames: ReadonlySet<string> = new Set(['sort', 'view', 'peek', 'format', 'columns', 'selection'])

async function idsOf(context: Context, filter: Filter, sort: Sort): Promise<readonly string[]> {
  const { facts } = await selectItems(context, { filter, sort })
  return facts.map(({ id }) => id)
}

async function frozenIds({ actor, db }: Context, selectionId: string): Promise<readonly string[]> {
  const selection = await findSelection(db.read, actor.workspaceId, selectionId)
  if (!selection || (actor.kind === 'member' && selection.userId !== actor.userId)) {
    throw new Problem('not_found', 'content.problem.selectionGone')
  }
  return selection.itemIds
}

/** `sort=-publishedAt,title` as the content screen writes it; names nobody knows are passed over. */
function sortOf(text = ''): Sort {
  const read = text.split(',').flatMap((part) => {
    const field = sortFields.find((name) => name === part.replace(/^-/, ''))
    return field ? [{ field, descending: part.startsWith('-') }] : []
  })
  return read.slice(0, 5)
}

async function* readItems({ db, actor }: Context, { world }: WorkspaceFacts, ids: readonly string[]): AsyncGenerator<Item> {
  for (let at = 0; at < ids.length; at += itemsPerPage) {
    const page = ids.slice(at, at + itemsPerPage)
    const stored = new Map((await listItemsById(db.read, actor.workspaceId, page)).map((item) => [item.id, item]))
    const bodies = await findBodies(db.read, actor.workspaceId, page)
    for (const id of page) {
      const item = stored.get(id)
      if (item) yield { ...rowOf(item, world.stepKinds), body: bodies.get(id) ?? '' }
    }
    await setImmediate()
  }
}
