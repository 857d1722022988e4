import { setImmediate } from 'node:timers/promises'
import { listImportedItems } from '@/db/stores/changes'
import { listFieldTextsAfter } from '@/db/stores/facts'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import type { Context } from '@/server/domain/context'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { foldText } from '@/server/domain/facts/fold.rules'
import { endOfDay, type Moment, momentOf } from '@/server/domain/facts/moment.rules'
import { factsAt } from '@/server/domain/facts/past.queries'
import {
  asOfDay,
  compileFilter,
  type FilterWorld,
  type Matches,
  searchTexts,
  textQuestions,
} from '@/server/domain/filter/filter.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { modelPreset } from '@/server/presets/models'

type Asker = Pick<Context, 'db' | 'now' | 'actor'>

/** A filter ready to be asked: the facts of its moment and the test that decides. */
export interface Matching {
  /** Those of the filter's day when it picks one in the past, else today's. */
  readonly facts: readonly Fact[]
  readonly matches: Matches
  /** The picked day's end, else now. */
  readonly moment: Moment
  readonly picked: boolean
  /** How well each found item answers the first search; absent when nothing is searched. */
  readonly relevance?: ReadonlyMap<string, number>
}

/**
 * Looks up what the filter asks of the database (full text, long fields, imports) and of the past, then compiles it. Every
 * list, count, export, bulk edit and drill-down goes through here, so all of them mean the same by the same filter.
 */
export async function matchingOf(asker: Asker, held: WorkspaceFacts, filter: Filter): Promise<Matching> {
  const { db, actor, now } = asker
  const { workspace, vocabulary, world } = held
  const moment = momentOf(now().getTime(), workspace.timeZone)
  const search = await searched(asker, filter)
  const journey = vocabulary.phase.map(({ key, details }) => ({ key, stages: details.stages }))
  const filterWorld: FilterWorld = {
    moment,
    viewerId: actor.kind === 'member' ? actor.userId : null,
    phases: journey,
    lens: (model) => projectJourney(journey, model, modelPreset(model).phases),
    familyOf: (campaign) => familyOf(campaign, vocabulary.campaign),
    longFields: world.longFields,
    textHits: await textHits(asker, held, filter),
    importHits: await importHits(asker, filter),
    ...(search ? { searchHits: new Set(search.keys()) } : {}),
  }
  const day = asOfDay(filter)
  const asOf = day === null ? moment : endOfDay(day, workspace.timeZone)
  return {
    facts: asOf.nowMs < moment.nowMs ? await factsAt({ db }, held, asOf.nowMs) : held.facts,
    matches: compileFilter(filter, filterWorld),
    moment: asOf,
    picked: day !== null,
    ...(search ? { relevance: search } : {}),
  }
}

/** Found by every search of the filter, with their rank in the first; more is better. */
async function searched({ db, actor }: Asker, filter: Filter): Promise<ReadonlyMap<string, number> | undefined> {
  const [first, ...others] = searchTexts(filter)
  if (first === undefined) return undefined
  const found = await db.search.find(db.read, actor.workspaceId, first)
  const ranks = new Map(found.map((id, at) => [id, -at]))
  for (const text of others) {
    const also = new Set(await db.search.find(db.read, actor.workspaceId, text))
    for (const id of ranks.keys()) if (!also.has(id)) ranks.delete(id)
  }
  return ranks
}

/** Texts are folded here as everywhere, which the databases cannot; so the field is read through, a piece at a time. */
async function textHits({ db, actor }: Asker, { world }: WorkspaceFacts, filter: Filter) {
  const hits = new Map<string, Set<string>>()
  for (const { key, field, text } of textQuestions(filter, world.longFields)) {
    if (hits.has(key)) continue
    const found = new Set<string>()
    hits.set(key, found)
    for (let after = ''; ; ) {
      const rows = await listFieldTextsAfter(db.read, actor.workspaceId, field, after, 500)
      for (const row of rows) if (text === null || foldText(row.text).includes(text)) found.add(row.id)
      const last = rows.at(-1)
      if (!last) break
      after = last.id
      await setImmediate()
    }
  }
  return hits
}

async function importHits({ db, actor }: Asker, filter: Filter) {
  const hits = new Map<string, Set<string>>()
  for (const { field, values } of filter) {
    if (field !== 'import') continue
    for (const id of values) hits.set(id, new Set(await listImportedItems(db.read, actor.workspaceId, id)))
  }
  return hits
}
