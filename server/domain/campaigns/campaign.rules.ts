import type { CampaignProgress, OnlyBefore, Outside, PlanLine } from '@/server/domain/campaigns/campaign.schema'
import { fits, placesOf } from '@/server/domain/campaigns/plan-places.rules'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import {
  type CampaignHealth,
  type CampaignPlan,
  type Stage,
  type Status,
  statuses,
  type TermDetails,
} from '@/server/domain/vocabulary/vocabulary.schema'

type Details = TermDetails<'campaign'>

/** How far behind the calendar a campaign may be, as a share of what is wanted, before it is at risk and before it is off track. */
const behind = { atRisk: 0.1, offTrack: 0.25 }

/** The facts of each campaign that are neither in the trash nor archived, in one pass. */
export function factsByCampaign(facts: readonly Fact[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.campaign.length === 0 || fact.deletedAt !== null || fact.status === 'archived') continue
    for (const key of fact.campaign) {
      const list = found.get(key)
      if (list) list.push(fact)
      else found.set(key, [fact])
    }
  }
  return found
}

/** What belongs to a campaign or to one under it; an item that belongs to several of them counts once. */
export function factsOfFamily(family: readonly string[], byCampaign: ReadonlyMap<string, readonly Fact[]>): readonly Fact[] {
  const [only, ...others] = family
  if (only !== undefined && others.length === 0) return byCampaign.get(only) ?? []
  return [...new Set(family.flatMap((key) => byCampaign.get(key) ?? []))]
}

/**
 * How far it is. With a plan only what stands in one of its places counts: three posts about something else are no progress,
 * and nothing stands in two places. Without a plan all items are what is wanted.
 */
export function progressOf(
  facts: readonly Fact[],
  { plan, endsOn }: Pick<Details, 'plan' | 'endsOn'>,
  moment: Moment,
): CampaignProgress {
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>
  let published = 0
  let scheduled = 0
  let overdue = 0
  for (const fact of facts) {
    byStatus[fact.status] += 1
    if (isLive(fact, moment)) published += 1
    else {
      if (fact.publishAt !== null && fact.publishAt > moment.nowMs) scheduled += 1
      if (isOverdue(fact, moment)) overdue += 1
    }
  }
  const inPlan = plan.length === 0 ? facts : placesOf(plan, facts, rankIn(moment, endsOn)).flatMap(({ wanted }) => wanted)
  const reached = inPlan.filter((fact) => isLive(fact, moment)).length
  const ahead = inPlan.filter((fact) => isAhead(fact, moment, endsOn)).length
  const wanted = plan.length === 0 ? facts.length : plan.reduce((sum, { count }) => sum + count, 0)
  return { items: facts.length, published, reached, ahead, scheduled, overdue, byStatus, wanted }
}

const isLive = (fact: Fact, moment: Moment): boolean => countsAs(fact, 'published', moment, false) !== false

/** A day of it lies in the past, and it is not live. */
function isOverdue({ dueOn, plannedFor, publishAt }: Fact, { today, nowMs }: Moment): boolean {
  const isPast = (day: string | null) => day !== null && day.slice(0, 10) < today
  return isPast(dueOn) || isPast(plannedFor) || (publishAt !== null && publishAt < nowMs)
}

/** Its day is still to come, before the end if there is one: nobody can ask yet that it be live. */
function isAhead(fact: Fact, moment: Moment, endsOn: string | null): boolean {
  if (isLive(fact, moment) || isOverdue(fact, moment)) return false
  const day = fact.publishAt === null ? fact.plannedFor?.slice(0, 10) : localDayOf(fact.publishAt, moment.zone)
  return day !== undefined && (endsOn === null || day <= endsOn)
}

/** What is live takes the places of a plan first, then what has a day to come. */
const rankIn = (moment: Moment, endsOn: string | null) => (fact: Fact) =>
  isLive(fact, moment) ? 0 : isAhead(fact, moment, endsOn) ? 1 : 2

/**
 * What dates and progress say of a campaign; null when it was cancelled. Complete: all that is wanted is live, or somebody
 * ended it. Off track: its end is past, or a quarter of what is wanted is behind the calendar, neither live nor planned for a
 * day to come. At risk: a tenth is, or something is overdue.
 */
export function proposedHealth(
  { state, startsOn, endsOn }: Pick<Details, 'state' | 'startsOn' | 'endsOn'>,
  { published, reached, ahead, overdue, wanted, byStatus }: CampaignProgress,
  today: string,
): CampaignHealth | null {
  if (state === 'cancelled') return null
  if (state === 'done' || (wanted > 0 && reached >= wanted)) return 'complete'
  if (endsOn !== null && today > endsOn) return 'off_track'
  const lag = wanted === 0 ? 0 : elapsed(startsOn, endsOn, today) - (reached + ahead) / wanted
  if (lag >= behind.offTrack) return 'off_track'
  if (overdue > 0 || lag >= behind.atRisk) return 'at_risk'
  const isBegun = published > 0 || byStatus.in_progress > 0 || byStatus.in_review > 0
  return isBegun ? 'on_track' : 'not_started'
}

/** The share of its days that are over; nothing without a beginning and an end. */
function elapsed(startsOn: string | null, endsOn: string | null, today: string): number {
  if (startsOn === null || endsOn === null || today <= startsOn) return 0
  const length = Date.parse(endsOn) - Date.parse(startsOn) + 86_400_000
  return Math.min(1, (Date.parse(today) - Date.parse(startsOn)) / length)
}

/** What is there of each planned phase and channel. An item stands in one line, so that they add up. */
export function planLines(plan: readonly CampaignPlan[], facts: readonly Fact[], moment: Moment): PlanLine[] {
  const places = placesOf(plan, facts, rankIn(moment, null))
  return plan.map(({ phase, channel, count }, at) => {
    const { wanted = [], more = [] } = places[at] ?? {}
    return { phase, channel, wanted: count, ...thereOf([...wanted, ...more], moment) }
  })
}

/** What is there that no line of the plan asks for. */
export function outsideOf(plan: readonly CampaignPlan[], facts: readonly Fact[], moment: Moment): Outside {
  return thereOf(
    facts.filter((fact) => !plan.some((line) => fits(fact, line))),
    moment,
  )
}

const thereOf = (facts: readonly Fact[], moment: Moment): Outside => ({
  made: facts.length,
  published: facts.filter((fact) => isLive(fact, moment)).length,
})

const beforePurchase: ReadonlySet<Stage> = new Set<Stage>(['pre_awareness', 'awareness', 'consideration', 'preference'])

type Served = readonly { readonly stages: readonly Stage[] }[]

/**
 * Whether it forgets who has bought, as companies most often do. Once it has items it is them that serve; a plan that goes
 * further says that more is to come.
 */
export function servesOnlyBefore(items: Served, plan: Served): OnlyBefore {
  if (items.length > 0 && !items.every(isBefore)) return 'no'
  if (plan.length > 0 && !plan.every(isBefore)) return items.length > 0 ? 'so_far' : 'no'
  return items.length + plan.length > 0 ? 'yes' : 'no'
}

const isBefore = ({ stages }: Served[number]): boolean => stages.length > 0 && stages.every((stage) => beforePurchase.has(stage))

/** How many items that are not live are planned for days before its first and after its last. */
export function outsideDaysOf(
  facts: readonly Fact[],
  { startsOn, endsOn }: Pick<Details, 'startsOn' | 'endsOn'>,
): { before: number; after: number } {
  const days = facts.flatMap(({ status, plannedFor }) =>
    status === 'published' || plannedFor === null ? [] : [plannedFor.slice(0, 10)],
  )
  const count = (isOutside: (day: string) => boolean) => days.filter(isOutside).length
  return {
    before: startsOn === null ? 0 : count((day) => day < startsOn),
    after: endsOn === null ? 0 : count((day) => day > endsOn),
  }
}

/** The first and last day that items of a campaign are planned, due, scheduled or published for. */
export function spanOf(facts: readonly Fact[], zone: string): { from: string | null; until: string | null } {
  const days = new Range<string>()
  const instants = new Range<number>()
  for (const { plannedFor, dueOn, publishAt, publishedAt } of facts) {
    days.take(plannedFor?.slice(0, 10) ?? null)
    days.take(dueOn)
    instants.take(publishAt)
    instants.take(publishedAt)
  }
  // What day an instant is costs more than comparing it, so only the two that matter are asked.
  for (const instant of [instants.first, instants.last]) days.take(instant === null ? null : localDayOf(instant, zone))
  return { from: days.first, until: days.last }
}

class Range<T extends string | number> {
  first: T | null = null
  last: T | null = null
  take(value: T | null): void {
    if (value === null) return
    if (this.first === null || value < this.first) this.first = value
    if (this.last === null || value > this.last) this.last = value
  }
}
