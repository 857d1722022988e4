import type { CampaignProgress, PlanLine } from '@/server/domain/campaigns/campaign.schema'
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
  type Term,
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

/**
 * A campaign and everything under it, itself first. What stands above is told by `details.parent`; a circle of parents, which
 * two people can make at once, is walked once.
 */
export function familyOf(key: string, campaigns: readonly Pick<Term<'campaign'>, 'key' | 'details'>[]): string[] {
  const found = [key]
  for (const one of found)
    for (const { key: child, details } of campaigns) if (details.parent === one && !found.includes(child)) found.push(child)
  return found
}

/** What belongs to a campaign or to one under it; an item that belongs to several of them counts once. */
export function factsOfFamily(family: readonly string[], byCampaign: ReadonlyMap<string, readonly Fact[]>): readonly Fact[] {
  const [only, ...others] = family
  if (only !== undefined && others.length === 0) return byCampaign.get(only) ?? []
  return [...new Set(family.flatMap((key) => byCampaign.get(key) ?? []))]
}

export function progressOf(facts: readonly Fact[], { plan }: Pick<Details, 'plan'>, moment: Moment): CampaignProgress {
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
  const wanted = plan.reduce((sum, { count }) => sum + count, 0) || facts.length
  return { items: facts.length, published, scheduled, overdue, byStatus, wanted }
}

const isLive = (fact: Fact, moment: Moment): boolean => countsAs(fact, 'published', moment, false) !== false

/** A day of it lies in the past, and it is not live. */
function isOverdue({ dueOn, plannedFor, publishAt }: Fact, { today, nowMs }: Moment): boolean {
  const isPast = (day: string | null) => day !== null && day.slice(0, 10) < today
  return isPast(dueOn) || isPast(plannedFor) || (publishAt !== null && publishAt < nowMs)
}

/**
 * What dates and progress say of a campaign. Complete: all that is wanted is live, or somebody ended it. Off track: its end is
 * past, or it is a quarter of its items behind the calendar. At risk: a tenth behind, or something is overdue.
 */
export function proposedHealth(
  { state, startsOn, endsOn }: Pick<Details, 'state' | 'startsOn' | 'endsOn'>,
  { published, overdue, wanted, byStatus }: CampaignProgress,
  today: string,
): CampaignHealth {
  if (state === 'done' || (wanted > 0 && published >= wanted)) return 'complete'
  if (endsOn !== null && today > endsOn) return 'off_track'
  const lag = wanted === 0 ? 0 : elapsed(startsOn, endsOn, today) - published / wanted
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

/** What is there of each planned phase and channel. An item counts in every line it fits. */
export function planLines(plan: readonly CampaignPlan[], facts: readonly Fact[], moment: Moment): PlanLine[] {
  return plan.map(({ phase, channel, count }) => {
    const fitting = facts.filter((fact) => fact.phase.includes(phase) && (channel === null || fact.channel.includes(channel)))
    return {
      phase,
      channel,
      wanted: count,
      made: fitting.length,
      published: fitting.filter((fact) => isLive(fact, moment)).length,
    }
  })
}

const beforePurchase: ReadonlySet<Stage> = new Set<Stage>(['pre_awareness', 'awareness', 'consideration', 'preference'])

/** Whether all phases served lie before the purchase: the support after it is what companies most often forget. */
export function servesOnlyBefore(phases: readonly { readonly stages: readonly Stage[] }[]): boolean {
  return (
    phases.length > 0 && phases.every(({ stages }) => stages.length > 0 && stages.every((stage) => beforePurchase.has(stage)))
  )
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
