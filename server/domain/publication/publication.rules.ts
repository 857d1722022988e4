import type { ItemFault } from '@/server/domain/content/fields.rules'
import {
  type ItemState,
  type ItemWorld,
  itemChangeOf,
  kindOfStep,
  type Outcome,
  type StateChange,
} from '@/server/domain/content/item.rules'
import type { PublicationWish } from '@/server/domain/publication/publication.schema'
import { liveStepOf, type StepWorld, stepsOfType } from '@/server/domain/workflow/workflow.rules'

/** What deciding needs beside the item: the workspace, and why the workflow says no to going live. */
export interface PublicationWorld extends ItemWorld {
  readonly held: { readonly vocabulary: StepWorld }
}

const refused = (messageKey: string, field = ''): Outcome<never> => ({ faults: [{ field, messageKey, details: {} }] })
const nothing: Outcome<StateChange> = { value: { columns: {}, tags: {} } }

/** What the workflow knows of an item that a wish about its publication is held against. */
export interface PublicationSight {
  /** Why it may not go live. */
  readonly refusals: readonly ItemFault[]
  /** The step it is approved in, where that approval still holds. */
  readonly approvedIn: string | null
}

export const nothingSeen: PublicationSight = { refusals: [], approvedIn: null }

/**
 * Where an item stands after it was taken offline: the last step of its type before going live, for work goes on there. A step
 * that means approval is passed over unless the item's own still holds.
 */
export function earlierStepOf(type: string, vocabulary: StepWorld, approvedIn: string | null): string {
  const steps = stepsOfType(vocabulary, type).filter(({ key, details }) => details.approval === null || key === approvedIn)
  const liveAt = steps.findIndex(({ details }) => details.kind === 'published')
  return (steps.slice(0, Math.max(liveAt, 0)).at(-1) ?? steps.find(({ details }) => details.kind !== 'published'))?.key ?? 'idea'
}

/**
 * What publishing, taking offline or scheduling means for one item; without a change where it is so already, with the reason
 * where it may not be. The moment of publication is the one at which it happens, not the one it was scheduled for.
 */
export function publicationChangeOf(
  item: ItemState,
  wish: PublicationWish,
  { refusals, approvedIn }: PublicationSight,
  world: PublicationWorld,
): Outcome<StateChange> {
  if (item.deletedAt !== null) return refused('content.problem.inTrash')
  const isLive = kindOfStep(item.step, world) === 'published'
  switch (wish.act) {
    case 'publish': {
      if (isLive) return nothing
      if (refusals.length > 0) return { faults: refusals }
      const step = liveStepOf(world.held.vocabulary, item.type)
      return step ? itemChangeOf(item, { step: step.key }, world) : refused('publication.problem.noLiveStep')
    }
    case 'unpublish':
      return isLive
        ? itemChangeOf(item, { step: earlierStepOf(item.type, world.held.vocabulary, approvedIn), unpublishAt: null }, world)
        : nothing
    case 'clear':
      return itemChangeOf(item, { publishAt: null, unpublishAt: null }, world)
    case 'schedule':
      return scheduleOf(item, wish, isLive, refusals, world)
  }
}

function scheduleOf(
  item: ItemState,
  { publishAt, unpublishAt }: Extract<PublicationWish, { act: 'schedule' }>,
  isLive: boolean,
  refusals: readonly ItemFault[],
  world: ItemWorld,
): Outcome<StateChange> {
  const isPast = (moment: Date | null | undefined) => moment instanceof Date && moment.getTime() <= world.moment.nowMs
  if (isPast(publishAt)) return refused('publication.problem.past', 'publishAt')
  if (isPast(unpublishAt)) return refused('publication.problem.past', 'unpublishAt')
  if (publishAt && isLive) return refused('publication.problem.alreadyLive', 'publishAt')
  if (publishAt && kindOfStep(item.step, world) === 'archived') return refused('publication.problem.archived', 'publishAt')
  if (publishAt && refusals.length > 0) return { faults: refusals }
  const begins = publishAt === undefined ? item.publishAt : publishAt
  if (unpublishAt && !isLive && !begins) return refused('publication.problem.neverLive', 'unpublishAt')
  return itemChangeOf(
    item,
    { ...(publishAt === undefined ? {} : { publishAt }), ...(unpublishAt === undefined ? {} : { unpublishAt }) },
    world,
  )
}

/**
 * What is due of an item at this moment. A program that slept through the whole time in which an item was to be live does not
 * bring it up afterwards.
 */
export function dueActOf(item: ItemState, world: ItemWorld): 'publish' | 'unpublish' | 'missed' | null {
  const { nowMs } = world.moment
  const isPast = (moment: Date | null) => moment !== null && moment.getTime() <= nowMs
  const isLive = kindOfStep(item.step, world) === 'published'
  if (isLive) return isPast(item.unpublishAt) ? 'unpublish' : null
  if (!isPast(item.publishAt)) return null
  return isPast(item.unpublishAt) && item.unpublishAt !== null && item.publishAt !== null && item.unpublishAt > item.publishAt
    ? 'missed'
    : 'publish'
}
