import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { getBrief } from '@/server/domain/briefs/brief.queries'
import { briefPaper, type PaperWorld } from '@/server/domain/briefs/brief-paper.rules'
import { getItem } from '@/server/domain/content/item.queries'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { Paper } from '@/server/domain/exchange/paper.schema'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import type { Locale } from '@/server/domain/wire.schema'

/** The brief of an item as a document with labels in this language. */
export async function loadBriefPaper(
  context: Context,
  itemId: string,
  language: Locale,
  word: PaperWorld['word'],
): Promise<Paper> {
  const { actor, db, now } = context
  authorize(actor, 'item.export')
  const brief = await getBrief(context, itemId)
  if (!brief) throw new Problem('not_found', 'briefs.problem.none')
  const item = await getItem(context, itemId)
  const { vocabulary, workspace, byId } = await loadFacts({ db }, actor.workspaceId)
  const names = await listUserNames(db.read, item.ownerId === null ? [] : [item.ownerId])
  return briefPaper(item, brief.content, {
    vocabulary,
    workspace: workspace.name,
    language,
    word,
    ownerName: item.ownerId === null ? null : (names.get(item.ownerId) ?? null),
    titleOf: (id) => byId.get(id)?.title,
    madeAt: now(),
    timeZone: workspace.timeZone,
  })
}
