import type { Reader } from '@/db/database'
import { findBodies, findItem, listIdsByUrlKey, listItemsById, type StoredItem } from '@/db/stores/items'
import { authorize } from '@/server/domain/access/authorize'
import { cursorOf, factOfCursor, positionBehind } from '@/server/domain/content/cursor.rules'
import type { Item, ItemRow } from '@/server/domain/content/item.schema'
import type { ItemHint, ItemList, ItemListInput } from '@/server/domain/content/item-list.schema'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { normaliseAddress } from '@/server/domain/exchange/address.rules'
import { statusOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { foldText } from '@/server/domain/facts/fold.rules'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { comparator } from '@/server/domain/filter/sort.rules'
import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'

type StepKinds = ReadonlyMap<string, Status>

/** A stored item as the outside sees it. */
export function rowOf(stored: StoredItem, stepKinds: StepKinds): ItemRow {
  const { workspaceId: _workspace, urlKey: _key, vague: _vague, statusSince: _since, rank: _rank, ...row } = stored
  return { ...row, status: statusOf(row.step, stepKinds) }
}

/** Undefined when there is none. Inside writes and for commands that have authorized. */
export async function findWholeItem(
  read: Reader,
  workspaceId: string,
  id: string,
  stepKinds: StepKinds,
): Promise<Item | undefined> {
  const stored = await findItem(read, workspaceId, id)
  if (!stored) return undefined
  const bodies = await findBodies(read, workspaceId, [id])
  return { ...rowOf(stored, stepKinds), body: bodies.get(id) ?? '' }
}

export async function getItem(context: Context, id: string): Promise<Item> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const { world } = await loadFacts({ db }, actor.workspaceId)
  const found = await findWholeItem(db.read, actor.workspaceId, id, world.stepKinds)
  if (!found) throw new Problem('not_found', 'content.problem.noSuchItem')
  return found
}

/** A page of what the filter means. `offset` is where the page begins in the whole, `total` how long that is. */
export async function listItems(context: Context, input: ItemListInput): Promise<ItemList> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const { filter, ignored } = parseFilter(input.filter)
  const { facts, sort, ranks, held } = await selectItems(context, { filter, sort: input.sort })
  const behind = input.cursor === undefined ? undefined : factOfCursor(input.cursor)
  const offset = behind ? positionBehind(facts, behind, comparator(sort, ranks)) : Math.min(input.offset, facts.length)
  const page = facts.slice(offset, offset + input.limit)
  const rows = await rowsOf(db.read, actor.workspaceId, page, held.world.stepKinds)
  const last = page.at(-1)
  const isEnd = offset + page.length >= facts.length
  return { rows, total: facts.length, offset, nextCursor: last && !isEnd ? cursorOf(last, sort) : null, ignored }
}

/** In the order asked for; an item deleted for good since its fact was read is left out. */
async function rowsOf(read: Reader, workspaceId: string, facts: readonly Fact[], stepKinds: StepKinds): Promise<ItemRow[]> {
  const stored = await listItemsById(
    read,
    workspaceId,
    facts.map(({ id }) => id),
  )
  const byId = new Map(stored.map((row) => [row.id, row]))
  return facts.flatMap(({ id }) => {
    const row = byId.get(id)
    return row ? [rowOf(row, stepKinds)] : []
  })
}

export async function countByFilter(context: Context, text: string): Promise<{ count: number; ignored: string[] }> {
  authorize(context.actor, 'item.read')
  const { filter, ignored } = parseFilter(text)
  return { count: (await selectItems(context, { filter })).facts.length, ignored }
}

const hintOf = ({ id, title, type, status, url, deletedAt }: Fact): ItemHint => ({
  id,
  title,
  type,
  status,
  url,
  isInTrash: deletedAt !== null,
})

/** For the palette: items whose title holds all words, those that begin with the text first, then the last touched. */
export async function suggestItems(context: Context, text: string, limit: number): Promise<ItemHint[]> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const wanted = foldText(text.trim())
  if (wanted.length < 2) return []
  const words = wanted.split(/\s+/)
  const { facts } = await loadFacts({ db }, actor.workspaceId)
  const found = facts.filter(({ deletedAt, titleFold }) => deletedAt === null && words.every((word) => titleFold.includes(word)))
  const rank = ({ titleFold }: Fact) => (titleFold.startsWith(wanted) ? 0 : titleFold.includes(` ${wanted}`) ? 1 : 2)
  return found
    .sort((a, b) => rank(a) - rank(b) || b.updatedAt - a.updatedAt)
    .slice(0, limit)
    .map(hintOf)
}

/** Other items with the same address, as imports would match them; those in the trash are told apart. */
export async function listSameAddress(context: Context, url: string, except: string | null): Promise<ItemHint[]> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const wanted = normaliseAddress(url)
  if (wanted === null) return []
  const found = await listIdsByUrlKey(db.read, actor.workspaceId, [wanted])
  const { byId } = await loadFacts({ db }, actor.workspaceId)
  return found
    .filter(({ id }) => id !== except)
    .slice(0, 10)
    .flatMap(({ id }) => {
      const fact = byId.get(id)
      return fact ? [hintOf(fact)] : []
    })
}
