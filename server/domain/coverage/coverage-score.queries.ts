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
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { localDayOf } from '@/server/domain/facts/moment.rules'

type Asker = Pick<Context, 'db' | 'now'>

const scores = remembered<JourneyScores>('scores', 200)
const plans = remembered<Plan | null>('plans', 100)

/** The scores of a journey hold for every filter, dimension and lens, so they are kept apart from the pictures. */
export async function scoresOf(asker: Asker, held: WorkspaceFacts, mode: Mode, asOf: string | null): Promise<JourneyScores> {
  const { db, now } = asker
  const name = [held.workspace.id, held.seq, mode, asOf].join(' ')
  return scores(db, name, now().getTime(), async () => {
    const at = await pictureMoment(asker, held, asOf)
    return { value: await countScores(asker, held, mode, at), untilMs: holdsUntil(at, held) }
  })
}

async function countScores(asker: Asker, held: WorkspaceFacts, mode: Mode, at: PictureMoment): Promise<JourneyScores> {
  const { columns } = await columnsOf(asker, held, { by: 'channel' }, at.facts, 'en')
  const { moment, picked } = at
  const question = { mode, moment, picked, phases: journeyOf(held, 'en'), channels: columns.map(({ key }) => key) }
  return scoreJourney(at.facts, {
    ...question,
    targetOf: await targetOfDimension(asker, held, 'channel'),
    ...(picked ? {} : { counts: talliedNow(asker, held, at, scoreTally(question)) }),
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
 * nothing is, when the day is past, and when no phase has a score.
 */
export async function planOf(asker: Asker, held: WorkspaceFacts, asOf: string | null): Promise<Plan | null> {
  const { db, now } = asker
  return plans(db, [held.workspace.id, held.seq, asOf].join(' '), now().getTime(), async () => {
    const at = await pictureMoment(asker, held, asOf)
    const untilMs = holdsUntil(at, held)
    if (at.moment.nowMs < at.now.nowMs) return { value: null, untilMs }
    const { items, until } = plannedAt(at)
    const { readiness } = await scoresOf(asker, held, 'planned', asOf)
    return { value: items > 0 && readiness ? { percent: readiness.percent, until, items } : null, untilMs }
  })
}

function plannedAt({ facts, moment, picked }: PictureMoment): { items: number; until: string | null } {
  let items = 0
  let planned = ''
  let scheduled = Number.NEGATIVE_INFINITY
  for (const fact of facts) {
    const { plannedFor, publishAt } = fact
    if (plannedFor === null && publishAt === null) continue
    if (!countsAs(fact, 'planned', moment, picked) || countsAs(fact, 'published', moment, picked)) continue
    items += 1
    if (publishAt === null) planned = plannedFor !== null && plannedFor > planned ? plannedFor : planned
    else if (publishAt > scheduled) scheduled = publishAt
  }
  // Asking for the day of each would cost more than everything else here.
  const days = [planned.slice(0, 10), Number.isFinite(scheduled) ? localDayOf(scheduled, moment.zone) : '']
  return { items, until: days.sort().at(-1) || null }
}
