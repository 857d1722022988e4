import { countTermUse } from '@/db/stores/vocabulary'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import type { TermUse } from '@/server/domain/vocabulary/term.schema'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'

/** By key, how many items hold each term of the dimension. Terms that nothing holds are absent. */
export async function countUse({ actor, db }: Context, dimension: Dimension): Promise<Record<string, TermUse>> {
  authorize(actor, 'item.read')
  return Object.fromEntries(await countTermUse(db.read, actor.workspaceId, dimension))
}
