import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { gridOf } from '@/server/domain/coverage/coverage.queries'
import { coverageQuestion, untagged } from '@/server/domain/coverage/coverage.schema'
import type { ItemCells } from '@/server/domain/coverage/coverage-picture.schema'
import { Problem } from '@/server/domain/errors'
import { countsAs } from '@/server/domain/facts/counting.rules'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'

/** Where an item stands in the channel grid of now, counted or not, with the state of each cell. */
export async function listItemCells(context: Context, id: string): Promise<ItemCells> {
  const { actor, now } = context
  authorize(actor, 'item.read')
  const held = await loadFacts(context, actor.workspaceId)
  const fact = held.byId.get(id)
  if (!fact) throw new Problem('not_found', 'content.problem.noSuchItem')
  const moment = momentOf(now().getTime(), held.workspace.timeZone)
  const { cells } = await gridOf(context, held, coverageQuestion.parse({}))
  const orUntagged = (keys: readonly string[]) => new Set(keys.length === 0 ? [untagged] : keys)
  const [rows, columns] = [orUntagged(fact.phase), orUntagged(fact.channel)]
  return {
    counts: countsAs(fact, 'published', moment, false) || 'no',
    isPlanned: countsAs(fact, 'planned', moment, false) !== false,
    cells: cells.filter(({ row, column }) => rows.has(row) && columns.has(column)),
  }
}
