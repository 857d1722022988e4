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
    const left = off.length === 0 ? null : await factsWithout(asker, held, at, off)
    return { value: await countScores(asker, held, mode, at, left), untilMs: holdsUntil(asker, at, held) }
  })
}

async function factsWithout(asker: Asker, held: WorkspaceFacts, { facts }: PictureMoment, off: Filter): Promise<readonly Fact[]> {
  const { matches } = await matchingOf(asker, held, off)
  return facts.filter(matches)
}

/** Of what is `left`; null: of everything. */
async function countScores(
  asker: Asker,
  held: WorkspaceFacts,
  mode: Mode,
  at: PictureMoment,
  left: readonly Fact[] | null,
): Promise<JourneyScores> {
  const { columns } = await columnsOf(asker, held, { by: 'channel' }, at.facts, 'en')
  const { moment, picked } = at
  const question = { mode, moment, picked, phases: journeyOf(held, 'en'), channels: columns.map(({ key }) => key) }
  return scoreJourney(left ?? at.facts, {
    ...question,
    targetOf: await targetOfDimension(asker, held, 'channel'),
    ...(picked || left ? {} : { counts: talliedNow(asker, held, at, scoreTally(question)) }),
  })
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
    const left = off.length === 0 ? at.facts : await factsWithout(asker, held, at, off)
    const isKept = !at.picked && off.length === 0
    const { items, until } = endOfPlan(isKept ? plannedNow(asker, held, at, untilMs) : plannedAt(left, at), at.moment)
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
      const out = plannedAt(old, at)
      const into = plannedAt(fresh, at)
      const isLastGone = out.items > 0 && (out.day === older.day || out.publishAt === older.publishAt)
      if (nowMs < older.fromMs || nowMs >= older.untilMs || isLastGone) return undefined
      const day = into.day > older.day ? into.day : older.day
      const publishAt = Math.max(older.publishAt, into.publishAt)
      return { items: older.items - out.items + into.items, day, publishAt, fromMs: nowMs, untilMs }
    },
  })
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
