import type { Actor } from '@/server/domain/access/access.rules'
import type { ItemFault } from '@/server/domain/content/fields.rules'
import type { ItemState, StateChange } from '@/server/domain/content/item.rules'
import { afterChange, changedParts, partsOf } from '@/server/domain/workflow/approval.rules'
import type { StepSight } from '@/server/domain/workflow/step-items.queries'
import { isForType, publishRefusals, type StepWorld, stepRefusals, typeRefusal } from '@/server/domain/workflow/workflow.rules'

export interface StepDecision {
  /** Why the change may not be; each is about the field `step`. */
  readonly faults: readonly ItemFault[]
  /** Set when the change is a yes to what it leads to. */
  readonly approvedBy?: string | undefined
}

/**
 * Whether somebody may make a change that moves an item into another step. `current` null: the item is made by it. Changes that
 * leave the step alone are decided elsewhere, but for a type whose items cannot stand there.
 */
export function decideStep(
  actor: Actor,
  current: ItemState | null,
  made: ItemState,
  change: Pick<StateChange, 'columns' | 'tags' | 'body'>,
  sight: StepSight,
  world: StepWorld,
): StepDecision {
  const next = afterChange(made, change)
  const step = world.step.find(({ key }) => key === next.step)
  if (!step) return { faults: [] }
  if (current?.step === next.step) {
    const isStuck = current.type !== next.type && !isForType(step, next.type)
    return { faults: isStuck ? [{ field: 'step', ...typeRefusal(step, next.type, world) }] : [] }
  }
  const seen = sight.of(next, { from: current?.step ?? null, body: change.body })
  const alsoBy = [...(seen.alsoBy ?? []), ...authorsOf(actor, current, next, change.body, sight)]
  const item = { ...seen, alsoBy }
  const refusals = stepRefusals(actor, item, step, world)
  if (refusals.length > 0) return { faults: refusals.map((refusal) => ({ field: 'step', ...refusal })) }
  const isYes = step.details.approval !== null && item.approval?.step !== step.key
  return { faults: [], approvedBy: isYes && actor.kind === 'member' ? actor.userId : undefined }
}

/** Whether a change moves an item into another step. */
export const isMove = (current: ItemState, { columns }: Pick<StateChange, 'columns'>): boolean =>
  columns.step !== undefined && columns.step !== current.step

/** The time at which a change would have the item go live by itself, where that is another than before. */
export function newTimeOf(current: ItemState | null, { columns }: Pick<StateChange, 'columns'>): Date | null {
  const { publishAt } = columns
  return publishAt instanceof Date && publishAt.getTime() !== current?.publishAt?.getTime() ? publishAt : null
}

/**
 * Why a change may not set a time at which the item goes live by itself: what going live by itself would be held against, asked
 * of the item as the change leaves it. `approvedBy`: the change says yes to it as well.
 */
export function scheduleFaults(
  actor: Actor,
  made: ItemState,
  change: Pick<StateChange, 'columns' | 'tags' | 'body'>,
  sight: StepSight,
  world: StepWorld,
  { nowMs, approvedBy }: { readonly nowMs: number; readonly approvedBy?: string | undefined },
): ItemFault[] {
  const next = afterChange(made, change)
  if (next.publishAt && next.publishAt.getTime() <= nowMs) {
    return [{ field: 'publishAt', messageKey: 'publication.problem.past', details: {} }]
  }
  const seen = sight.of(next, { body: change.body })
  const item = approvedBy === undefined ? seen : { ...seen, approval: { step: next.step }, hasLostApproval: false }
  const refusals = publishRefusals(actor, item, world, { byItself: true })
  return refusals.map((refusal) => ({ field: 'publishAt', ...refusal }))
}

/** Nobody gets round being the author by handing the item over, or by rewriting it, in the very save that approves it. */
function authorsOf(actor: Actor, current: ItemState | null, next: ItemState, body: string | undefined, sight: StepSight) {
  const authors = [current?.ownerId]
  if (current && actor.kind === 'member') {
    const before = sight.bodyOf(current.id)
    const changed = changedParts(partsOf(current, before), partsOf(next, body ?? before))
    if (changed.length > 0) authors.push(actor.userId)
  }
  return authors.flatMap((author) => author ?? [])
}
