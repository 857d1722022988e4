import { authorize } from '@/server/domain/access/authorize'
import { movePiece } from '@/server/domain/calendar/calendar.commands'
import { valueOn } from '@/server/domain/calendar/calendar.rules'
import { type Axis, type CampaignMove, mostMoved } from '@/server/domain/calendar/calendar.schema'
import { noResult } from '@/server/domain/content/bulk.rules'
import type { BulkResult } from '@/server/domain/content/bulk.schema'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { daysBetween } from '@/server/domain/facts/moment.rules'
import { changeTerms } from '@/server/domain/vocabulary/term.commands'

/** What goes along with a campaign: its items with a date on the axis that are neither live nor put away. */
const goesAlong = (fact: Fact, key: string, axis: Axis): boolean =>
  fact.deletedAt === null &&
  fact.status !== 'published' &&
  fact.status !== 'archived' &&
  fact.campaign.includes(key) &&
  valueOn(fact, axis) !== null

/** How many items would move with the campaign. */
export async function countAlong(context: Context, key: string, axis: Axis): Promise<number> {
  authorize(context.actor, 'item.read')
  const { facts } = await loadFacts(context, context.actor.workspaceId)
  return axis === 'published' ? 0 : facts.filter((fact) => goesAlong(fact, key, axis)).length
}

/** Gives a campaign other days and, where wished, moves its items by as much as its first day moves: one change set. */
export async function moveCampaign(context: Context, input: CampaignMove): Promise<BulkResult> {
  const { actor, db } = context
  const { key, revision, startsOn, endsOn, withItems } = input
  authorize(actor, 'campaign.edit')
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new Problem('invalid', 'calendar.problem.endsBeforeStart')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const before = world.held.vocabulary.campaign.find((term) => term.key === key)
  if (!before) throw new Problem('not_found', 'campaigns.problem.noSuchCampaign')
  const [first, next] = [before.details.startsOn ?? before.details.endsOn, startsOn ?? endsOn]
  const days = first !== null && next !== null ? daysBetween(first, next) : 0
  const along = withItems !== null && withItems !== 'published' && days !== 0 ? withItems : null
  const items = along === null ? [] : world.held.facts.filter((fact) => goesAlong(fact, key, along))
  if (items.length > mostMoved) throw new Problem('limit_reached', 'content.problem.tooManyItems', { max: mostMoved })
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    await changeTerms(tx, stamp, { dimension: 'campaign', edits: [{ key, revision, change: { details: { startsOn, endsOn } } }] })
    const move = { axis: along ?? 'planned', to: { kind: 'byDays', days }, includePublished: false } as const
    const result =
      items.length === 0
        ? noResult
        : await movePiece(
            tx,
            context,
            stamp,
            world,
            items.map(({ id }) => ({ id })),
            move,
          )
    return { ...result, changeSet: stamp.changeSet }
  })
}
