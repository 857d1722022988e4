import { type Actor, can, type Role, roles } from '@/server/domain/access/access.rules'
import type { Item } from '@/server/domain/content/item.schema'
import type { ProblemDetails } from '@/server/domain/errors'
import { longFieldsOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { byPosition } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { ChecklistEntry, StepNeed } from '@/server/domain/workflow/step.schema'
import type { WorkflowState } from '@/server/domain/workflow/workflow.schema'
import { needNames } from '@/server/presets/step-needs'

/**
 * An item as the workflow sees it. What is left out is not known here, and nobody is refused for it: the browser decides by
 * what a row tells, the server by everything.
 */
export interface StepItem {
  readonly type: string
  /** Where it stands; null: it is not made yet. */
  readonly step: string | null
  readonly ownerId?: string | null
  readonly createdBy?: string | null
  /** Authors beside owner and maker. */
  readonly alsoBy?: readonly string[]
  readonly purpose?: string | null
  readonly locale?: string | null
  readonly url?: string | null
  readonly plannedFor?: string | null
  readonly dueOn?: string | null
  readonly tags?: {
    readonly phase: readonly string[]
    readonly channel: readonly string[]
    readonly persona: readonly string[]
    readonly topic: readonly string[]
  }
  readonly fields?: Readonly<Record<string, unknown>>
  /** Fields of types that `fields` would not tell. */
  readonly unknownFields?: ReadonlySet<string>
  readonly hasBody?: boolean
  readonly brief?: { readonly exists: boolean; readonly isChecked: boolean }
  /** Entries of checklists that are ticked, each with its step. */
  readonly ticks?: readonly { readonly step: string; readonly key: string }[]
  /** Of what it says now; null: there is none that still holds. */
  readonly approval?: { readonly step: string } | null
  /** It was approved once, and is no more. */
  readonly hasLostApproval?: boolean
}

/** Every step and type of the workspace, archived ones included: its vocabulary will do. */
export type StepWorld = Pick<Vocabulary, 'step' | 'type'>

/** Why an item may not go into a step. `details` names things in both languages (`step` and `stepDe`), each text takes its own. */
export interface StepRefusal {
  /** `workflow.refusal.<what>`. */
  readonly messageKey: string
  readonly details: ProblemDetails
}

const refusal = (what: string, { name }: Pick<Term<'step'>, 'name'>, details: ProblemDetails = {}): StepRefusal => ({
  messageKey: `workflow.refusal.${what}`,
  details: { step: name.en || name.de, stepDe: name.de || name.en, ...details },
})

const fieldNeed = 'fields.'

const listed = (names: readonly Localized[], what: string): ProblemDetails => ({
  [what]: names.map(({ en, de }) => en || de).join(', '),
  [`${what}De`]: names.map(({ en, de }) => de || en).join(', '),
})

const hasRole = (actor: Actor, least: Role): boolean =>
  actor.kind === 'system' || roles.indexOf(actor.role) >= roles.indexOf(least)

/** Whether somebody of this role moves items into the step at all, whatever the item. */
export const mayMoveInto = (actor: Actor, { details }: Term<'step'>): boolean => hasRole(actor, details.moveRole)

/**
 * Why this person may not move the item into the step; nothing: they may. Whoever sends an item back is asked only whether the
 * step is for its type and their role, so that nothing is stuck.
 */
export function stepRefusals(actor: Actor, item: StepItem, step: Term<'step'>, world: StepWorld): StepRefusal[] {
  if (item.step === step.key) return []
  const { moveRole, kind } = step.details
  const found: StepRefusal[] = []
  if (!isForType(step, item.type)) found.push(typeRefusal(step, item.type, world))
  if (!mayMoveInto(actor, step)) found.push(refusal('role', step, { role: moveRole }))
  found.push(...approvalRefusals(actor, item, step, stepBeforeApproval(item, step, world)?.key))
  if (!isForward(item.step, step, world)) return found
  for (const asked of stepsUpTo(item, step, world)) found.push(...openRefusals(item, asked, world))
  if (kind === 'published') found.push(...livingRefusals(actor, item, step, world))
  return found
}

/** What a step asks to be filled and ticked, and is not. */
function openRefusals(item: StepItem, step: Term<'step'>, world: StepWorld): StepRefusal[] {
  const found: StepRefusal[] = []
  const allMissing = missingFor(item, step)
  const missing = allMissing.filter((need) => need !== 'briefChecklist')
  if (missing.length > 0) {
    const names = missing.map((need) => needName(need, world))
    found.push(refusal('missing', step, { ...listed(names, 'needs'), count: missing.length }))
  }
  if (missing.length < allMissing.length) found.push(refusal('briefChecklist', step))
  const open = openEntries(item, step)
  if (open.length > 0) {
    const names = open.map(({ name }) => name)
    found.push(refusal('checklist', step, { ...listed(names, 'entries'), count: open.length }))
  }
  return found
}

export const typeRefusal = (step: Term<'step'>, type: string, world: StepWorld): StepRefusal =>
  refusal('type', step, listed([typeName(type, world)], 'type'))

const typeName = (key: string, { type }: StepWorld): Localized =>
  type.find((term) => term.key === key)?.name ?? { en: key, de: key }

function needName(need: StepNeed, { type }: StepWorld): Localized {
  const fixed = Object.hasOwn(needNames, need) ? needNames[need as keyof typeof needNames] : undefined
  if (fixed) return fixed
  const field = need.slice(fieldNeed.length)
  const known = type.flatMap(({ details }) => details.fields).find(({ key }) => key === field)
  return known?.name ?? { en: field, de: field }
}

/** Whether an item of the type can stand there at all. */
export const isForType = ({ details }: Pick<Term<'step'>, 'details'>, type: string): boolean =>
  details.types.length === 0 || details.types.includes(type)

/** The steps of a type that can still be chosen, in the order of work. */
export const stepsOfType = ({ step: steps }: StepWorld, type: string): Term<'step'>[] =>
  steps.filter((step) => step.archivedAt === null && isForType(step, type))

/** Archived kinds are an end of their own: nothing has to be complete to be put away. */
function isForward(from: string | null, to: Term<'step'>, { step: steps }: StepWorld): boolean {
  if (to.details.kind === 'archived') return false
  const current = steps.find(({ key }) => key === from)
  return !current || current.details.kind === 'archived' || byPosition(current, to) < 0
}

/** The steps of the item's type that it passes on its way forward, the one it goes to among them: none is skipped by jumping. */
function stepsUpTo({ type, step: from }: StepItem, to: Term<'step'>, world: StepWorld): Term<'step'>[] {
  const current = world.step.find(({ key }) => key === from)
  const isBehind = (step: Term<'step'>) => !current || current.details.kind === 'archived' || byPosition(current, step) < 0
  const passed = stepsOfType(world, type).filter(
    (step) => step.details.kind !== 'archived' && isBehind(step) && byPosition(step, to) < 0,
  )
  return [...passed, to]
}

/** What the step asks for and the item is known not to have. */
export function missingFor(item: StepItem, { details }: Pick<Term<'step'>, 'details'>): StepNeed[] {
  return details.requires.filter((need) => isMissing(item, need))
}

const blank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0) || value === undefined

function isMissing(item: StepItem, need: StepNeed): boolean {
  switch (need) {
    case 'ownerId':
    case 'purpose':
    case 'locale':
    case 'url':
    case 'plannedFor':
    case 'dueOn':
      return item[need] !== undefined && blank(item[need])
    case 'tags.phase':
    case 'tags.channel':
    case 'tags.persona':
    case 'tags.topic':
      return item.tags !== undefined && item.tags[need.slice(5) as keyof NonNullable<StepItem['tags']>].length === 0
    case 'body':
      return item.hasBody === false
    case 'brief':
      return item.brief?.exists === false
    case 'briefChecklist':
      return item.brief?.isChecked === false
    default: {
      const field = need.slice(fieldNeed.length)
      return item.fields !== undefined && !item.unknownFields?.has(field) && blank(item.fields[field])
    }
  }
}

/** Entries of the step's checklist that nobody has ticked. */
export function openEntries({ ticks }: StepItem, step: Pick<Term<'step'>, 'key' | 'details'>): ChecklistEntry[] {
  if (ticks === undefined) return []
  const ticked = new Set(ticks.filter((tick) => tick.step === step.key).map(({ key }) => key))
  return step.details.checklist.filter(({ key }) => !ticked.has(key))
}

/**
 * Who may say yes here. Authors of an item: who owns it, who made it, and who wrote what the yes would be about (`alsoBy`).
 * `waitsIn`: the step in which items wait for the yes.
 */
export function approvalRefusals(actor: Actor, item: StepItem, step: Term<'step'>, waitsIn?: string): StepRefusal[] {
  const { approval } = step.details
  if (!approval || item.approval?.step === step.key) return []
  if (!hasRole(actor, approval.role)) {
    return [refusal('approvalRole', step, { role: approval.role, waits: item.step === waitsIn ? 'yes' : 'no' })]
  }
  if (!approval.notAuthor || actor.kind !== 'member') return []
  return isAuthor(actor.userId, item) ? [refusal('notAuthor', step)] : []
}

const isAuthor = (userId: string, { ownerId, createdBy, alsoBy = [] }: StepItem): boolean =>
  [ownerId, createdBy, ...alsoBy].includes(userId)

/** Why an item may not go live through this step, beside what every step asks. */
function livingRefusals(actor: Actor, item: StepItem, step: Term<'step'>, world: StepWorld): StepRefusal[] {
  const found = can(actor, 'item.publish') ? [] : [refusal('publish', step)]
  const before = approvalStepBefore(item, step, world)
  if (step.details.needsApproval && before && item.approval === null)
    found.push(refusal('approval', step, listed([before.name], 'before')))
  return found
}

/** The step that an item of this type is approved in before it enters another. */
export function approvalStepBefore(
  { type }: Pick<StepItem, 'type'>,
  step: Term<'step'>,
  world: StepWorld,
): Term<'step'> | undefined {
  return stepsOfType(world, type).findLast((earlier) => earlier.details.approval !== null && byPosition(earlier, step) < 0)
}

/** The step by which somebody says yes to an item: where it stands, or the next one that asks for it. */
export function nextApprovalStep(
  { type, step }: Pick<StepItem, 'type'> & { readonly step: string },
  world: StepWorld,
): Term<'step'> | undefined {
  const current = world.step.find(({ key }) => key === step)
  if (!current || current.details.kind === 'archived' || current.details.kind === 'published') return undefined
  if (current.details.approval) return current
  return stepsOfType(world, type).find((later) => later.details.approval !== null && byPosition(current, later) < 0)
}

/** The step that an item of this type takes when it goes live. */
export const liveStepOf = (world: StepWorld, type: string): Term<'step'> | undefined =>
  stepsOfType(world, type).find(({ details }) => details.kind === 'published')

/**
 * Why this person may not publish the item: the same as moving it into the step where it is live. `byItself`: at a time, without
 * anybody looking at it then. What was approved and then changed waits for another yes before it goes live so.
 */
export function publishRefusals(
  actor: Actor,
  item: StepItem,
  world: StepWorld,
  { byItself }: { readonly byItself: boolean },
): StepRefusal[] {
  const step = liveStepOf(world, item.type)
  if (!step) {
    return [{ messageKey: 'workflow.refusal.noLiveStep', details: listed([typeName(item.type, world)], 'type') }]
  }
  const found = stepRefusals(actor, item, step, world)
  return found.length === 0 && byItself && item.hasLostApproval ? [refusal('approvalLost', step)] : found
}

/** Where work goes on, up to the last step before going live. */
export function stepForward({ type, step }: Pick<StepItem, 'type' | 'step'>, world: StepWorld): Term<'step'> | undefined {
  const current = world.step.find(({ key }) => key === step)
  if (!current || current.details.kind === 'published' || current.details.kind === 'archived') return undefined
  const next = stepsOfType(world, type).find((later) => byPosition(current, later) < 0)
  return next && next.details.kind !== 'published' && next.details.kind !== 'archived' ? next : undefined
}

/** Where an item goes that is sent back out of review: the last step before in which people work on it. */
export function stepBack({ type, step }: Pick<StepItem, 'type' | 'step'>, world: StepWorld): Term<'step'> | undefined {
  const current = world.step.find(({ key }) => key === step)
  if (current?.details.kind !== 'in_review') return undefined
  return stepsOfType(world, type).findLast(
    (earlier) => byPosition(earlier, current) < 0 && !['in_review', 'published', 'archived'].includes(earlier.details.kind),
  )
}

/** Where an item goes whose approval is void: the nearest step before, in review where there is one. */
export function stepBeforeApproval(
  item: Pick<StepItem, 'type'>,
  approved: Term<'step'>,
  world: StepWorld,
): Term<'step'> | undefined {
  const earlier = stepsOfType(world, item.type).filter(
    (step) => byPosition(step, approved) < 0 && step.details.approval === null && step.details.kind !== 'archived',
  )
  return (
    earlier.findLast(({ details }) => details.kind === 'in_review') ??
    earlier.findLast(({ details }) => details.kind !== 'published')
  )
}

/** What a fact tells of an item; body, brief and ticks it does not know. */
export function stepItemOfFact(fact: Fact, vocabulary: Pick<Vocabulary, 'type'>): StepItem {
  const { type, step, ownerId, createdBy, purpose, locale, url, plannedFor, dueOn, phase, channel, persona, topic, fields } = fact
  const tags = { phase, channel, persona, topic }
  const unknownFields = longFieldsOf(vocabulary.type)
  return { type, step, ownerId, createdBy, purpose, locale, url, plannedFor, dueOn, tags, fields, unknownFields }
}

/** What an open item tells, with what the workflow knows of it once that is there. */
export function stepItemOf(
  { body, ...row }: Omit<StepItem, 'step'> & Pick<Item, 'body'>,
  state: WorkflowState | undefined,
  from: string | null,
  actor: Actor,
): StepItem {
  const known = { ...row, step: from, hasBody: body.trim() !== '' }
  if (!state) return known
  const { approval, brief, ticks } = state
  const alsoBy = state.hasWritten && actor.kind === 'member' ? [actor.userId] : []
  const hasLostApproval = state.lost !== null
  return { ...known, alsoBy, ticks, approval, hasLostApproval, ...(brief ? { brief } : {}) }
}
