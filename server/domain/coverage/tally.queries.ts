import type { Database } from '@/db/database'
import type { Context } from '@/server/domain/context'
import type { Model } from '@/server/domain/coverage/coverage.schema'
import { holdsUntil, type PictureMoment } from '@/server/domain/coverage/coverage-world.queries'
import { carriedTally, type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import { changedFacts } from '@/server/domain/facts/changed-facts.rules'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'

interface Kept {
  readonly held: WorkspaceFacts
  readonly tally: Tally
  readonly fromMs: number
  readonly untilMs: number
}

/** Each may hold on to an older list of facts, so only what screens ask again and again is kept. */
const kept = 16
const slot = Symbol.for('etappe.tallies')
const holder = globalThis as typeof globalThis & { [slot]?: WeakMap<Database, Map<string, Kept>> }

/**
 * Counts of everything as it is now, without a filter and without a picked day. They are carried on from change to change:
 * counting a workspace anew for each save of each person is what would be felt first when it grows.
 */
export function talliedNow(
  { db }: Pick<Context, 'db'>,
  held: WorkspaceFacts,
  at: PictureMoment,
  question: TallyQuestion,
  lens: Model | null = null,
): Tally {
  holder[slot] ??= new WeakMap()
  const shelf = holder[slot].get(db) ?? new Map<string, Kept>()
  holder[slot].set(db, shelf)
  const { by, mode, rows, columns } = question
  const name = JSON.stringify([held.workspace.id, by, mode, lens, rows, columns])
  const known = shelf.get(name)
  const { nowMs } = at.now
  const isGood = known && known.held.vocabulary === held.vocabulary && nowMs >= known.fromMs && nowMs < known.untilMs
  if (isGood && known.held.facts === held.facts) return known.tally
  // Whoever still holds older facts counts for themselves.
  if (known && known.held.seq > held.seq) return tally(held.facts, question)
  const counted =
    (isGood ? carriedTally(known.tally, changedFacts(known.held.facts, held.facts), question) : undefined) ??
    tally(held.facts, question)
  shelf.delete(name)
  shelf.set(name, { held, tally: counted, fromMs: nowMs, untilMs: holdsUntil(at, held) })
  for (const oldest of shelf.keys()) {
    if (shelf.size <= kept) break
    shelf.delete(oldest)
  }
  return counted
}
