import { type Actor, can } from '@/server/domain/access/access.rules'

export interface OwnedView {
  readonly ownerId: string | null
  readonly createdBy: string | null
  readonly isLocked: boolean
}

const isBy = (actor: Actor, userId: string | null): boolean => actor.kind === 'member' && userId === actor.userId

export const isMyView = (actor: Actor, view: OwnedView): boolean => isBy(actor, view.ownerId) || isBy(actor, view.createdBy)

/** Private views are for their owner; the team's for editors, locked ones for their maker and leads. */
export function mayEditView(actor: Actor, view: OwnedView): boolean {
  if (view.ownerId !== null) return isBy(actor, view.ownerId)
  if (!can(actor, 'view.team')) return false
  return !view.isLocked || isBy(actor, view.createdBy) || can(actor, 'journey.edit')
}
