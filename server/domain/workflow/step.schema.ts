import { z } from 'zod'
import { roles } from '@/server/domain/access/access.rules'
import { key, localized } from '@/server/domain/wire.schema'

/** What a step can ask to be filled before an item may enter it; fields of types come as `fields.<key>`. */
export const stepNeeds = [
  'ownerId',
  'purpose',
  'locale',
  'url',
  'body',
  'plannedFor',
  'dueOn',
  'tags.phase',
  'tags.channel',
  'tags.persona',
  'tags.topic',
  'brief',
  'briefChecklist',
] as const
export type StepNeed = (typeof stepNeeds)[number] | `fields.${string}`

const stepNeed = z.union([z.enum(stepNeeds), z.templateLiteral(['fields.', z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)])])

export const checklistEntry = z.object({ key, name: localized })
export type ChecklistEntry = z.infer<typeof checklistEntry>

/** What a workspace can say of a step beside its kind. */
export const stepSettings = z.object({
  /** Keys of the types that use the step; none: all do. */
  types: z.array(key).max(200),
  /** The least role that may move an item into it. */
  moveRole: z.enum(roles),
  requires: z.array(stepNeed).max(60),
  checklist: z.array(checklistEntry).max(30),
  /** Entering means approving: who may, and whether it must be somebody other than the author. */
  approval: z.object({ role: z.enum(roles), notAuthor: z.boolean() }).nullable(),
  /** Of steps where items are live: only what is approved may enter. */
  needsApproval: z.boolean(),
  /** More items than this in a column of the board are too many. */
  wipLimit: z.number().int().min(1).max(999).nullable(),
})
export type StepSettings = z.infer<typeof stepSettings>

/** What holds for a step of which nothing else is said, as in workspaces older than these settings. */
export const plainStep: StepSettings = {
  types: [],
  moveRole: 'author',
  requires: [],
  checklist: [],
  approval: null,
  needsApproval: false,
  wipLimit: null,
}

const { types, moveRole, requires, checklist, approval, needsApproval, wipLimit } = stepSettings.shape

/** The same where rows may be older than a setting. */
export const stepSettingsOrPlain = {
  types: types.default([]),
  moveRole: moveRole.default(plainStep.moveRole),
  requires: requires.default([]),
  checklist: checklist.default([]),
  approval: approval.default(null),
  needsApproval: needsApproval.default(false),
  wipLimit: wipLimit.default(null),
}
