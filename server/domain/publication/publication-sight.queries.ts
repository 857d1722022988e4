import type { Reader } from '@/db/database'
import type { StoredItem } from '@/db/stores/items'
import type { Actor } from '@/server/domain/access/access.rules'
import type { WritingWorld } from '@/server/domain/content/item-world.queries'
import type { PublicationSight } from '@/server/domain/publication/publication.rules'
import type { PublicationWish } from '@/server/domain/publication/publication.schema'
import { lookAtSteps } from '@/server/domain/workflow/step-items.queries'
import { publishRefusals } from '@/server/domain/workflow/workflow.rules'

/** What the workflow says to a wish, by item; asked only where the wish leads live or offline. Read in the write that decides. */
export async function lookAtPublication(
  tx: Reader,
  actor: Actor,
  { held }: Pick<WritingWorld, 'held'>,
  items: readonly StoredItem[],
  wish: PublicationWish,
): Promise<ReadonlyMap<string, PublicationSight>> {
  const goesLive = wish.act === 'publish' || (wish.act === 'schedule' && wish.publishAt instanceof Date)
  if (!goesLive && wish.act !== 'unpublish') return new Map()
  const ids = items.map(({ id }) => id)
  const sight = await lookAtSteps(tx, actor, ids, held.vocabulary)
  // By itself: at a time that is set now, or because that time has come.
  const byItself = wish.act === 'schedule' || actor.kind === 'system'
  return new Map(
    items.map((item) => {
      const seen = sight.of(item)
      const refusals = goesLive ? publishRefusals(actor, seen, held.vocabulary, { byItself }) : []
      return [
        item.id,
        {
          refusals: refusals.map(({ messageKey, details }) => ({ field: '', messageKey, details })),
          approvedIn: seen.approval?.step ?? null,
        },
      ]
    }),
  )
}
