import { z } from 'zod'
import { findingState, ruleKey, severity } from '@/server/domain/gaps/gap.schema'
import { actorName } from '@/server/domain/history/history.schema'
import { status } from '@/server/domain/vocabulary/vocabulary.schema'
import { day, instant, key, localized, whole } from '@/server/domain/wire.schema'

export const gapGroups = ['severity', 'phase', 'rule', 'owner'] as const
export const gapGroup = z.enum(gapGroups)
export type GapGroup = z.infer<typeof gapGroup>

const choice = z.string().min(1).max(80)

/** Nothing chosen narrows nothing. `-` is "none" (no phase, nobody); `me` is whoever asks. */
export const gapFilter = z.object({
  state: findingState.default('open'),
  severity: z.array(severity).max(10).default([]),
  phase: z.array(choice).max(200).default([]),
  owner: z.array(choice).max(200).default([]),
  rule: z.array(ruleKey).max(100).default([]),
  group: gapGroup.default('severity'),
})
export type GapFilter = z.infer<typeof gapFilter>

export const gapListInput = gapFilter.extend({ limit: whole(1, 500).default(100), offset: whole(0, 10_000_000).default(0) })
export type GapListInput = z.infer<typeof gapListInput>

/** An item in a few words. */
const namedItem = z.object({ id: z.string(), title: z.string(), type: z.string(), status, isInTrash: z.boolean() })
export type NamedItem = z.infer<typeof namedItem>

const plannedItem = namedItem.extend({ plannedFor: z.string().nullable() })
export type PlannedItem = z.infer<typeof plannedItem>

const person = z.object({ id: z.string(), name: z.string().nullable() })

export const gapEvidence = z.object({
  counts: z.record(z.string(), z.number()),
  /** The first few; `counts.items` says how many there are. */
  items: z.array(namedItem),
  /** The content list under this filter shows exactly `counts.items`. Null where no address can say it. */
  filter: z.string().nullable(),
  texts: z.record(z.string(), z.array(z.string())),
  questions: z.array(z.string()),
  topics: z.array(z.string()),
  /** When the first of the items that are on the way is planned for. */
  nextPlannedFor: z.string().nullable(),
})
export type GapEvidence = z.infer<typeof gapEvidence>

const gapPart = z.object({
  id: z.string(),
  rule: ruleKey,
  severity,
  /** Where it stands; null: on the journey as a whole, or on items without a phase. */
  phase: z.string().nullable(),
  /** All phases it is about. */
  phases: z.array(z.string()),
  scope: z.object({
    phase: z.string().optional(),
    channel: z.string().optional(),
    topic: z.string().optional(),
    item: z.string().optional(),
    question: z.string().optional(),
    locale: z.string().optional(),
  }),
  /** The item it is about, if it is about one. */
  subject: namedItem.nullable(),
  evidence: gapEvidence,
  state: findingState,
  owner: person.nullable(),
  /** Stays readable after it is over. */
  waiver: z.object({ reason: z.string(), until: z.string().nullable(), by: person.nullable() }).nullable(),
  plannedItem: plannedItem.nullable(),
  /** Why it is back: its cause came back, or its waiver was over. */
  cameBack: z.object({ why: z.enum(['reopened', 'returned']), at: instant }).nullable(),
  /** Whether a new item is what closes it. */
  canPlan: z.boolean(),
  /** How many items planning it would make; 0 also where all of them are on the way. */
  plans: z.number().int(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  resolvedAt: instant.nullable(),
  /** Of the decisions about it; goes along with every further one. */
  revision: z.number().int().min(0),
})

/** A row of the list; `under` are the more specific gaps of an empty phase. */
export const gapRow = gapPart.extend({ under: z.array(gapPart) })
export type GapPart = z.infer<typeof gapPart>
export type GapRow = z.infer<typeof gapRow>

export const gapCounts = z.object({
  state: z.record(findingState, z.number().int()),
  /** Of the open ones. */
  open: z.record(severity, z.number().int()),
  /** The phase on which most of the open ones stand that must be closed; null where no phase stands out. */
  mostMusts: z.string().nullable(),
})
export type GapCounts = z.infer<typeof gapCounts>

const facet = z.record(z.string(), z.number().int())
export const gapList = z.object({
  rows: z.array(gapRow),
  total: z.number().int(),
  /** How many there are by each value when the other filters hold. */
  counts: z.object({ state: z.record(findingState, z.number().int()), severity: facet, phase: facet, owner: facet, rule: facet }),
  owners: z.array(person),
})
export type GapList = z.infer<typeof gapList>

export const gapEvent = z.object({
  seq: z.number().int(),
  at: instant,
  actor: actorName,
  /** found, reopened, returned, resolved, changed; plan, link, unlink, assign, waive, unwaive, undo. */
  operation: z.string(),
  owner: person.nullable(),
  waiver: z.object({ reason: z.string(), until: z.string().nullable() }).nullable(),
  item: namedItem.nullable(),
})
export type GapEvent = z.infer<typeof gapEvent>

export const gapAbout = z.object({
  name: localized,
  explanation: localized,
  remedy: localized,
  origin: z.enum(['source', 'derived']),
  source: z.string(),
  why: z.object({ text: localized, source: z.string() }).nullable(),
})

/** `plannedItems`: everything that was planned together with `plannedItem`, which is the first of them. */
export const gapDetail = gapRow.extend({
  plannedItems: z.array(plannedItem),
  about: gapAbout,
  history: z.array(gapEvent),
})
export type GapDetail = z.infer<typeof gapDetail>

/** A gap as the person saw it. */
const gapRef = z.object({ id: z.string().min(1).max(500), revision: z.number().int().min(0) })
export type GapRef = z.infer<typeof gapRef>
const chosen = z.object({ gaps: z.array(gapRef).min(1).max(500) })

export const gapAssign = chosen.extend({ ownerId: z.string().max(80).nullable() })
export const gapWaive = chosen.extend({
  reason: z.string().trim().min(1, { error: 'gaps.problem.reasonMissing' }).max(1000),
  /** The last day on which it holds, in the workspace's zone; null: for good. */
  until: day.nullable(),
})
export type GapWaive = z.infer<typeof gapWaive>
export const gapUnwaive = chosen
/** `channel`: the cell of the heatmap that the gap was seen in. */
export const gapPlan = chosen.extend({ channel: key.optional() })
export type GapPlan = z.infer<typeof gapPlan>
export const gapLink = gapRef.extend({ itemId: z.string().max(80).nullable() })
export type GapLink = z.infer<typeof gapLink>

export const gapsChanged = z.object({
  changeSet: z.string(),
  done: z.array(z.string()),
  failed: z.array(z.object({ id: z.string(), messageKey: z.string() })),
  /** The items that were made. */
  items: z.array(z.object({ gap: z.string(), id: z.string(), title: z.string(), plannedFor: z.string().nullable() })),
})
export type GapsChanged = z.infer<typeof gapsChanged>
