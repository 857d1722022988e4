import type { Context } from '@/server/domain/context'
import type { Model } from '@/server/domain/coverage/coverage.schema'
import { holdsUntil, type PictureMoment } from '@/server/domain/coverage/coverage-world.queries'
import { carriedTally, type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import { carried } from '@/server/domain/facts/carried.queries'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

interface Counted {
  readonly tally: Tally
  readonly vocabulary: Vocabulary
  readonly fromMs: number
  readonly untilMs: number
}

const tallies = carried<Counted>('tallies', 40)

/** Counts of everything as it is now, without a filter and without a picked day. */
export function talliedNow(
  { db }: Pick<Context, 'db'>,
  held: WorkspaceFacts,
  at: PictureMoment,
  question: TallyQuestion,
  lens: Model | null = null,
): Tally {
  const { by, mode, rows, columns } = question
  const { nowMs } = at.now
  const counted = (made: Tally): Counted => ({
    tally: made,
    vocabulary: held.vocabulary,
    fromMs: nowMs,
    untilMs: holdsUntil({ db }, at, held),
  })
  return tallies(db, held, JSON.stringify([by, mode, lens, rows, columns]), {
    count: () => counted(tally(held.facts, question)),
    carry: (older, changed) => {
      if (older.vocabulary !== held.vocabulary || nowMs < older.fromMs || nowMs >= older.untilMs) return undefined
      const made = carriedTally(older.tally, changed, question)
      return made && counted(made)
    },
  }).tally
}
