import type { Fact } from '@/server/domain/facts/fact.schema'
import type { CampaignPlan } from '@/server/domain/vocabulary/vocabulary.schema'

export const fits = (fact: Fact, { phase, channel }: Pick<CampaignPlan, 'phase' | 'channel'>): boolean =>
  fact.phase.includes(phase) && (channel === null || fact.channel.includes(channel))

/** The items of one line of a plan: as many as it wants, and those for which no line has a place left. */
interface Places {
  readonly wanted: Fact[]
  readonly more: Fact[]
}

/**
 * Gives each item that fits the plan one place of it, so that as many places as possible are taken, by those of the lowest
 * rank first. Where the places of its lines are taken, somebody there goes on to another line that has one (augmenting paths).
 */
export function placesOf(plan: readonly CampaignPlan[], facts: readonly Fact[], rankOf: (fact: Fact) => number): Places[] {
  const places = plan.map((): Places => ({ wanted: [], more: [] }))
  // The narrower line first: what asks for any channel can take anybody.
  const order = [...plan.keys()].sort((a, b) => Number(plan[a]?.channel === null) - Number(plan[b]?.channel === null))
  const linesOf = new Map<Fact, number[]>()
  let free = plan.reduce((sum, { count }) => sum + count, 0)
  for (const fact of facts) {
    const lines = order.filter((at) => plan[at] !== undefined && fits(fact, plan[at]))
    if (lines.length > 0) linesOf.set(fact, lines)
  }
  function isPlaced(fact: Fact, asked: Set<number>): boolean {
    for (const at of linesOf.get(fact) ?? []) {
      const taken = places[at]?.wanted
      if (asked.has(at) || !taken) continue
      asked.add(at)
      if (taken.length < (plan[at]?.count ?? 0)) {
        taken.push(fact)
        return true
      }
      const moved = taken.findIndex((other) => isPlaced(other, asked))
      if (moved >= 0) {
        taken[moved] = fact
        return true
      }
    }
    return false
  }
  const ranked = [...linesOf.keys()].map((fact) => ({ fact, rank: rankOf(fact) })).sort((a, b) => a.rank - b.rank)
  for (const { fact } of ranked) {
    if (free > 0 && isPlaced(fact, new Set())) free -= 1
    else places[linesOf.get(fact)?.[0] ?? 0]?.more.push(fact)
  }
  return places
}
