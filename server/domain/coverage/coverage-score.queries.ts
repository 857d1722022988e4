import { matchingOf } from '@/server/domain/content/matching.queries'
import type { Context } from '@/server/domain/context'
import type { Mode } from '@/server/domain/coverage/coverage.schema'
import {
  columnsOf,
  holdsUntil,
  journeyOf,
  type PictureMoment,
  pictureMoment,
  targetOfDimension,
} from '@/server/domain/coverage/coverage-world.queries'
import { remembered } from '@/server/domain/coverage/remembered'
import { type JourneyScores, scoreJourney, scoreTally } from '@/server/domain/coverage/score.rules'
import { talliedNow } from '@/server/domain/coverage/tally.queries'
import { carriedTally } from '@/server/domain/coverage/tally.rules'
import { carried } from '@/server/domain/facts/carried.queries'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { localDayOf, type Moment } from '@/server/domain/facts/moment.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter } from '@/server/domain/filter/filter-text.rules'

type Asker = Pick<Context, 'db' | 'now' | 'actor'>

const scores = remembered<JourneyScores>('scores', 200)
const plans = remembered<Plan | null>('plans', 100)
const removals = remembered<readonly Fact[]>('removals', 20)

/**
 * The scores of a journey hold for every filter, dimension and lens, so they are kept apart from the pictures; only a forecast
 * without some campaigns (`off`, as `campaignsOffOf` has it) is another one.
 */
export async function scoresOf(
  asker: Asker,
  held: WorkspaceFacts,
  mode: Mode,
  asOf: string | null,
  off: Filter,
): Promise<JourneyScores> {
  const { db, now } = asker
  const name = [held.workspace.id, held.seq, mode, asOf, formatFilter(off)].join(' ')
  return scores(db, name, now().getTime(), async () => {
    const at = await pictureMoment(asker, held, asOf)
    const removed = await leftOut(asker, held, asOf, at, off)
    return { value: await countScores(asker, held, mode, at, removed), untilMs: holdsUntil(asker, at, held) }
  })
}

/** What a forecast is made without. */
function leftOut(
  asker: Asker,
  held: WorkspaceFacts,
  asOf: string | null,
  at: PictureMoment,
  off: Filter,
): Promise<readonly Fact[]> {
  if (off.length === 0) return Promise.resolve([])
  const { db, now } = asker
  return removals(db, [held.workspace.id, held.seq, asOf, formatFilter(off)].join(' '), now().getTime(), async () => {
    const { matches } = await matchingOf(asker, held, off)
    return { value: at.facts.filter((fact) => !matches(fact)), untilMs: holdsUntil(asker, at, held) }
  })
}

function without(facts: readonly Fact[], removed: readonly Fact[]): readonly Fact[] {
  if (removed.length === 0) return facts
  const gone = new Set(removed)
  return facts.filter((fact) => !gone.has(fact))
}

/** What is removed is taken out of counts that are there already: it costs what it is, not what there is. */
async function countScores(
  asker: Asker,
  held: WorkspaceFacts,
  mode: Mode,
  at: PictureMoment,
  removed: readonly Fact[],
): Promise<JourneyScores> {
  const { columns } = await columnsOf(asker, held, { by: 'channel' }, at.facts, 'en')
  const { moment, picked } = at
  const question = { mode, moment, picked, phases: journeyOf(held, 'en'), channels: columns.map(({ key }) => key) }
  const targetOf = await targetOfDimension(asker, held, 'channel')
  const wanted = scoreTally(question)
  const all = picked ? undefined : talliedNow(asker, held, at, wanted)
  const counts = all && removed.length > 0 ? carriedTally(all, { old: removed, fresh: [] }, wanted) : all
  return scoreJourney(counts ? [] : without(at.facts, removed), { ...question, targetOf, ...(counts ? { counts } : {}) })
}

export interface Plan {
  readonly percent: number
  /** The last day of what is scheduled and planned. */
  readonly until: string | null
  readonly items: number
}

/**
 * What readiness comes to when all that is scheduled and planned is live, up to the picked day if there is one. Null when
 * nothing is, when the day is past, and when no phase has a score. Without the campaigns that are `off`.
 */
export async function planOf(asker: Asker, held: WorkspaceFacts, asOf: string | null, off: Filter): Promise<Plan | null> {
  const { db, now } = asker
  return plans(db, [held.workspace.id, held.seq, asOf, formatFilter(off)].join(' '), now().getTime(), async () => {
    const at = await pictureMoment(asker, held, asOf)
    const untilMs = holdsUntil(asker, at, held)
    if (at.moment.nowMs < at.now.nowMs) return { value: null, untilMs }
    const removed = await leftOut(asker, held, asOf, at, off)
    const all = at.picked ? undefined : plannedNow(asker, held, at, untilMs)
    const planned = (all && plannedWithout(all, plannedAt(removed, at))) ?? plannedAt(without(at.facts, removed), at)
    const { items, until } = endOfPlan(planned, at.moment)
    const { readiness } = await scoresOf(asker, held, 'planned', asOf, off)
    return { value: items > 0 && readiness ? { percent: readiness.percent, until, items } : null, untilMs }
  })
}

interface Planned {
  readonly items: number
  /** The last of the planned days, else empty. */
  readonly day: string
  /** The last of the set times. */
  readonly publishAt: number
}

const plannedItems = carried<Planned & { readonly fromMs: number; readonly untilMs: number }>('planned', 50)

function plannedNow({ db }: Asker, held: WorkspaceFacts, at: PictureMoment, untilMs: number): Planned {
  const { nowMs } = at.now
  return plannedItems(db, held, '', {
    count: () => ({ ...plannedAt(held.facts, at), fromMs: nowMs, untilMs }),
    carry(older, { old, fresh }) {
      const left = plannedWithout(older, plannedAt(old, at))
      if (nowMs < older.fromMs || nowMs >= older.untilMs || !left) return undefined
      const into = plannedAt(fresh, at)
      const day = into.day > left.day ? into.day : left.day
      return { items: left.items + into.items, day, publishAt: Math.max(left.publishAt, into.publishAt), fromMs: nowMs, untilMs }
    },
  })
}

/** Undefined where the last day or time goes: which is the last then has to be looked for. */
function plannedWithout({ items, day, publishAt }: Planned, out: Planned): Planned | undefined {
  const isLastGone = out.items > 0 && (out.day === day || out.publishAt === publishAt)
  return isLastGone ? undefined : { items: items - out.items, day, publishAt }
}

function plannedAt(facts: readonly Fact[], { moment, picked }: PictureMoment): Planned {
  let items = 0
  let day = ''
  let last = Number.NEGATIVE_INFINITY
  for (const fact of facts) {
    const { plannedFor, publishAt } = fact
    if (plannedFor === null && publishAt === null) continue
    if (!countsAs(fact, 'planned', moment, picked) || countsAs(fact, 'published', moment, picked)) continue
    items += 1
    if (publishAt === null) day = plannedFor !== null && plannedFor > day ? plannedFor : day
    else if (publishAt > last) last = publishAt
  }
  return { items, day, publishAt: last }
}

/** Asking for the local day of each item would cost more than everything else here. */
function endOfPlan({ items, day, publishAt }: Planned, { zone }: Moment): { items: number; until: string | null } {
  const days = [day.slice(0, 10), Number.isFinite(publishAt) ? localDayOf(publishAt, zone) : '']
  return { items, until: days.sort().at(-1) || null }
}
