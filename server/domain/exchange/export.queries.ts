import { setImmediate } from 'node:timers/promises'
import { listBriefs } from '@/db/stores/briefs'
import { findBodies, listItemsById } from '@/db/stores/items'
import { listMembers } from '@/db/stores/members'
import { findSelection } from '@/db/stores/selections'
import { listTasksOf } from '@/db/stores/tasks'
import { authorize } from '@/server/domain/access/authorize'
import { rowOf } from '@/server/domain/content/item.queries'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { OwnerName } from '@/server/domain/exchange/exchange.schema'
import type { ExportItem, PlanNotes } from '@/server/domain/exchange/export.rules'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { type Filter, type Sort, sortFields } from '@/server/domain/filter/filter.schema'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

const itemsPerPage = 200

export interface Export {
  /** Read page by page while the file is written, in the order of the list; items deleted meanwhile are left out. */
  readonly items: AsyncIterable<ExportItem>
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
  wish: {
    readonly filter: string
    readonly sort?: string | undefined
    readonly selectionId?: string | undefined
    readonly isPlan?: boolean
  },
): Promise<Export> {
  const { actor, db, now } = context
  authorize(actor, 'item.export')
  const { filter, ignored } = parseFilter(wish.filter, otherNames)
  const held = await loadFacts({ db }, actor.workspaceId)
  const ids =
    wish.selectionId === undefined ? await idsOf(context, filter, sortOf(wish.sort)) : await frozenIds(context, wish.selectionId)
  const members = await listMembers(db.read, actor.workspaceId)
  return {
    items: readItems(context, held, ids, wish.isPlan ?? false),
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

async function* readItems(
  { db, actor }: Context,
  { world }: WorkspaceFacts,
  ids: readonly string[],
  isPlan: boolean,
): AsyncGenerator<ExportItem> {
  for (let at = 0; at < ids.length; at += itemsPerPage) {
    const page = ids.slice(at, at + itemsPerPage)
    const stored = new Map((await listItemsById(db.read, actor.workspaceId, page)).map((item) => [item.id, item]))
    // Plans are read for their dates; nobody looks for a whole text in one.
    const bodies = isPlan ? new Map<string, string>() : await findBodies(db.read, actor.workspaceId, page)
    const notes = isPlan ? await notesOf({ db, actor }, page) : undefined
    for (const id of page) {
      const item = stored.get(id)
      const plan = notes?.get(id)
      if (item) yield { ...rowOf(item, world.stepKinds), body: bodies.get(id) ?? '', ...(plan ? { plan } : {}) }
    }
    await setImmediate()
  }
}

async function notesOf({ db, actor }: Pick<Context, 'db' | 'actor'>, ids: readonly string[]): Promise<Map<string, PlanNotes>> {
  const open = new Map<string, number>()
  for (const { subjectId, doneAt } of await listTasksOf(db.read, actor.workspaceId, 'item', ids)) {
    if (doneAt === null) open.set(subjectId, (open.get(subjectId) ?? 0) + 1)
  }
  const briefed = new Set((await listBriefs(db.read, actor.workspaceId, ids)).map(({ itemId }) => itemId))
  return new Map(ids.map((id) => [id, { openTasks: open.get(id) ?? 0, hasBrief: briefed.has(id) }]))
}
