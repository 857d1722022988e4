import type { Reader } from '@/db/database'
import type { StoredItem } from '@/db/stores/items'
import type { Actor } from '@/server/domain/access/access.rules'
import type { ItemFault } from '@/server/domain/content/fields.rules'
import type { WritingWorld } from '@/server/domain/content/item-world.queries'
import type { PublicationWish } from '@/server/domain/publication/publication.schema'
import { lookAtSteps } from '@/server/domain/workflow/step-items.queries'
import { liveStepOf, publishRefusals } from '@/server/domain/workflow/workflow.rules'

/** Why the workflow does not let items go live, by item; asked only where the wish is that they do. Read in the write that decides. */
export async function publishRefusalsOf(
  tx: Reader,
  actor: Actor,
  { held }: Pick<WritingWorld, 'held'>,
  items: readonly StoredItem[],
  wish: PublicationWish,
): Promise<ReadonlyMap<string, readonly ItemFault[]>> {
  const isAsked = wish.act === 'publish' || (wish.act === 'schedule' && wish.publishAt instanceof Date)
  if (!isAsked) return new Map()
  const ids = items.map(({ id }) => id)
  const sight = await lookAtSteps(tx, actor.workspaceId, ids)
  return new Map(
    items.map((item) => {
      const step = liveStepOf(held.vocabulary, item.type)
      const refusals = publishRefusals(actor, step ? sight.of(item, step) : item, held.vocabulary)
      return [item.id, refusals.map(({ messageKey, details }) => ({ field: '', messageKey, details }))]
    }),
  )
}
