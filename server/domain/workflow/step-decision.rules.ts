import type { Actor } from '@/server/domain/access/access.rules'
import type { ItemFault } from '@/server/domain/content/fields.rules'
import type { ItemState, StateChange } from '@/server/domain/content/item.rules'
import { afterChange, changedParts, partsOf } from '@/server/domain/workflow/approval.rules'
import type { StepSight } from '@/server/domain/workflow/step-items.queries'
import {
  isForType,
  liveStepOf,
  publishRefusals,
  type StepWorld,
  stepRefusals,
  typeRefusal,
} from '@/server/domain/workflow/workflow.rules'

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
  const seen = sight.of(next, step, { from: current?.step ?? null, body: change.body })
  const item = { ...seen, alsoBy: authorsOf(actor, current, next, change.body, sight) }
  const refusals = stepRefusals(actor, item, step, world)
  if (refusals.length > 0) return { faults: refusals.map((refusal) => ({ field: 'step', ...refusal })) }
  const isYes = step.details.approval !== null && item.approval?.step !== step.key
  return { faults: [], approvedBy: isYes && actor.kind === 'member' ? actor.userId : undefined }
}

/** Why a change may not set a time at which the item goes live by itself: what going live at once would be held against. */
export function scheduleFaults(
  actor: Actor,
  current: ItemState | null,
  made: ItemState,
  change: Pick<StateChange, 'columns' | 'tags' | 'body'>,
  sight: StepSight,
  world: StepWorld,
): ItemFault[] {
  const next = afterChange(made, change)
  const step = liveStepOf(world, next.type)
  const item = step
    ? sight.of(next, step, { from: current?.step ?? null, body: change.body })
    : { type: next.type, step: next.step }
  return publishRefusals(actor, item, world).map((refusal) => ({ field: 'publishAt', ...refusal }))
}

/** Nobody gets round being the author by handing the item over, or by rewriting it, in the very save that approves it. */
function authorsOf(actor: Actor, current: ItemState | null, next: ItemState, body: string | undefined, sight: StepSight) {
  const authors = current ? [current.ownerId ?? current.createdBy] : [next.createdBy]
  if (current && actor.kind === 'member') {
    const before = sight.bodyOf(current.id)
    const changed = changedParts(partsOf(current, before), partsOf(next, body ?? before))
    if (changed.length > 0) authors.push(actor.userId)
  }
  return authors.flatMap((author) => author ?? [])
}
