import { z } from 'zod'
import { cellStates, mode } from '@/server/domain/coverage/coverage.schema'
import { ruleKey, severity } from '@/server/domain/gaps/gap.schema'
import { campaignDetails, campaignHealths, statuses } from '@/server/domain/vocabulary/vocabulary.schema'
import { day, key } from '@/server/domain/wire.schema'
import { campaignTemplates } from '@/server/presets/campaigns'

const count = z.number().int()
export const health = z.enum(campaignHealths)

/** How far a campaign is. Items in the trash do not count, archived ones neither. */
export const campaignProgress = z.object({
  items: count,
  /** Live now. */
  published: count,
  /** Live where the plan wants it, each for one place; without a plan all that is live. */
  reached: count,
  /** Not live, with a day to come, where the plan wants it. */
  ahead: count,
  /** With a set time, not live yet. */
  scheduled: count,
  /** Not live, and due, planned or set for a day that is past. */
  overdue: count,
  byStatus: z.record(z.enum(statuses), count),
  /** Wanted by the plan, else as many as there are. */
  wanted: count,
})
export type CampaignProgress = z.infer<typeof campaignProgress>

export const campaignRow = z.object({
  key,
  name: z.string(),
  /** Itself and all under it: what is counted here counts theirs too. */
  family: z.array(key),
  isArchived: z.boolean(),
  revision: count,
  details: campaignDetails,
  ownerName: z.string().nullable(),
  progress: campaignProgress,
  /** From dates and progress; `details.health` overrules it. Null: cancelled, so nothing is expected of it. */
  proposed: health.nullable(),
  /** Days of its first and last dated item, for a campaign without days of its own. */
  from: day.nullable(),
  until: day.nullable(),
  /** Phases it serves: those of the plan and those of its items, in the journey's order. */
  phases: z.array(key),
})
export type CampaignRow = z.infer<typeof campaignRow>

/** How many items of a phase and channel are wanted, there, and live. */
export const planLine = z.object({ phase: key, channel: key.nullable(), wanted: count, made: count, published: count })
export type PlanLine = z.infer<typeof planLine>
/** What is there beside the plan. */
const outside = z.object({ made: count, published: count })
export type Outside = z.infer<typeof outside>

/** Whether every phase it serves lies before the purchase; `so_far`: its items do, and its plan goes further. */
const onlyBefore = z.enum(['no', 'so_far', 'yes'])
export type OnlyBefore = z.infer<typeof onlyBefore>

const side = z.object({ fresh: count, stale: count, state: z.enum(cellStates) })
/** A cell that the campaign changes. */
export const changedCell = z.object({
  row: key,
  column: key,
  /** How many are wanted there; null: no target. */
  ideal: count.nullable(),
  without: side,
  with: side,
})
export type ChangedCell = z.infer<typeof changedCell>

export const campaignEffect = z.object({
  mode,
  cells: z.array(changedCell),
  /** Per cent of the journey; null where nothing is targeted. */
  readiness: z.object({ without: z.number().nullable(), with: z.number().nullable() }),
  /** True when all that counts is live already: the forecast has become the present. */
  isPresent: z.boolean(),
})
export type CampaignEffect = z.infer<typeof campaignEffect>

export const campaignPage = campaignRow.extend({
  lines: z.array(planLine),
  /** Null where neither it nor what is under it has a plan. */
  outside: outside.nullable(),
  /** How many items the campaigns under it want. */
  wantedUnder: count,
  /** Items that are not live and planned for a day before its first or after its last. */
  outsideDays: z.object({ before: count, after: count }),
  servesOnlyBefore: onlyBefore,
  /** Items in no phase: they count for none and in no line of any plan. */
  withoutPhase: count,
  children: z.array(key),
})
export type CampaignPage = z.infer<typeof campaignPage>

const touchedGap = z.object({
  id: z.string(),
  rule: ruleKey,
  severity,
  phase: z.string().nullable(),
  channel: z.string().nullable(),
  topic: z.string().nullable(),
  question: z.string().nullable(),
})
export type TouchedGap = z.infer<typeof touchedGap>
/** A gap that is not there yet; `item` is the one that it would be about. */
const openedGap = touchedGap.extend({ item: z.object({ id: z.string(), title: z.string() }).nullable() })
export type OpenedGap = z.infer<typeof openedGap>
export const campaignGaps = z.object({
  /** Not there, and would be without what is live of it. */
  closed: z.array(touchedGap),
  closes: z.array(touchedGap),
  stays: z.array(touchedGap),
  opens: z.array(openedGap),
})
export type CampaignGaps = z.infer<typeof campaignGaps>

const campaignName = z.string().trim().min(1).max(200)
/** What is left out of a template's details keeps the template's words. */
export const campaignCreate = z
  .object({
    template: z.enum(campaignTemplates).nullable().default(null),
    name: campaignName,
    startsOn: day.nullable().default(null),
    endsOn: day.optional(),
    goal: z.string().max(2000).optional(),
  })
  .strict()
export type CampaignCreate = z.infer<typeof campaignCreate>

/** `startsOn`: the first day of the copy; null: all days stay. */
export const campaignCopy = z.object({ key, name: campaignName, startsOn: day.nullable().default(null) }).strict()
export type CampaignCopy = z.infer<typeof campaignCopy>

export const campaignMade = z.object({ key, changeSet: z.string(), items: count })
export type CampaignMade = z.infer<typeof campaignMade>
