import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { withThoseAbove } from '@/server/domain/campaigns/family.rules'
import { matchingOf } from '@/server/domain/content/matching.queries'
import type { Context } from '@/server/domain/context'
import { countCoverage, gridTally } from '@/server/domain/coverage/coverage.rules'
import type { CoverageGrid, CoverageQuestion } from '@/server/domain/coverage/coverage.schema'
import { packCells } from '@/server/domain/coverage/coverage-picture.rules'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { planOf, scoresOf } from '@/server/domain/coverage/coverage-score.queries'
import {
  columnsOf,
  holdsUntil,
  journeyOf,
  lensOf,
  pictureMoment,
  targetOfDimension,
  valuesFound,
} from '@/server/domain/coverage/coverage-world.queries'
import { campaignsOffOf, gridFilter, isPartOfAll, narrowingOf } from '@/server/domain/coverage/drill-down.rules'
import { remembered } from '@/server/domain/coverage/remembered'
import { talliedNow } from '@/server/domain/coverage/tally.queries'
import { carried } from '@/server/domain/facts/carried.queries'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter, parseFilter } from '@/server/domain/filter/filter-text.rules'

const grids = remembered<CoverageGrid>('grids', 200)
/** Names of people are not in the workspace's change log. */
const namesHoldMs = 60_000

/** The heatmap: counted once for each question, until something changes or time changes something. */
export async function getCoverage(context: Context, question: CoverageQuestion): Promise<CoverageGrid> {
  authorize(context.actor, 'item.read')
  const held = await loadFacts(context, context.actor.workspaceId)
  return gridOf(context, held, question)
}

/** The same for queries that have authorized and hold the facts. */
export async function gridOf(context: Context, held: WorkspaceFacts, question: CoverageQuestion): Promise<CoverageGrid> {
  const { db, now, actor, locale } = context
  const { by, mode, asOf, lens } = question
  const filter = narrowingOf(parseFilter(question.filter).filter)
  const viewer = actor.kind === 'member' && filter.some(({ values }) => values.includes('me')) ? actor.userId : ''
  const name = [held.workspace.id, held.seq, locale, by, mode, asOf, lens, viewer, formatFilter(filter)].join(' ')
  return grids(db, name, now().getTime(), async () => {
    const at = await pictureMoment(context, held, asOf)
    const value = await countGrid(context, held, { by, mode, asOf, lens }, filter)
    const untilMs = holdsUntil(context, at, held)
    return { value, untilMs: by === 'owner' ? Math.min(untilMs, at.now.nowMs + namesHoldMs) : untilMs }
  })
}

async function countGrid(
  context: Context,
  held: WorkspaceFacts,
  question: Omit<CoverageQuestion, 'filter'>,
  filter: Filter,
): Promise<CoverageGrid> {
  const { by, mode, asOf, lens } = question
  const at = await pictureMoment(context, held, asOf)
  const { moment, picked, facts } = at
  const asked = gridFilter({ ...question, filter }).filter(({ field }) => field !== 'counts')
  const matching = filter.length === 0 ? undefined : await matchingOf(context, held, asked)
  const campaigns = new Map(held.vocabulary.campaign.map((campaign) => [campaign.key, campaign]))
  const { columns, nameOf } = await columnsOf(context, held, question, facts, context.locale)
  const counted = {
    by,
    mode,
    moment,
    picked,
    phases: journeyOf(held, context.locale),
    columns,
    ...(by === 'campaign' ? { columnsOf: (keys: readonly string[]) => withThoseAbove(keys, campaigns) } : {}),
    lens: lens === null ? null : lensOf(held, lens, context.locale),
    ...(matching ? { matches: matching.matches, isPart: isPartOfAll(filter) } : {}),
  }
  return countCoverage(facts, {
    ...counted,
    targetOf: await targetOfDimension(context, held, by),
    scores: await scoresOf(context, held, mode, asOf, campaignsOffOf(filter)),
    nameOf,
    ...(matching || picked ? {} : { counts: talliedNow(context, held, at, gridTally(counted), lens) }),
  })
}

/** The heatmap with what the sentences above it say. */
export async function getPicture(context: Context, question: CoverageQuestion): Promise<CoveragePicture> {
  const { actor, now } = context
  authorize(actor, 'item.read')
  const held = await loadFacts(context, actor.workspaceId)
  const { filter, ignored } = parseFilter(question.filter)
  const { cells, fresh: totalFresh, ...grid } = await gridOf(context, held, question)
  return {
    ...grid,
    rows: [...grid.rows],
    columns: [...grid.columns],
    readiness: grid.readiness ? { ...grid.readiness, parts: [...grid.readiness.parts] } : null,
    ...packCells(cells),
    totalFresh,
    plan: await planOf(context, held, question.asOf, campaignsOffOf(filter)),
    stock: stockOf(context, held),
    today: momentOf(now().getTime(), held.workspace.timeZone).today,
    ignored,
  }
}

const stocks = carried<number>('stock', 200)

function stockOf({ db }: Context, held: WorkspaceFacts): number {
  const kept = (facts: readonly Fact[]) => facts.reduce((sum, { deletedAt }) => (deletedAt === null ? sum + 1 : sum), 0)
  return stocks(db, held, '', {
    count: () => kept(held.facts),
    carry: (older, { old, fresh }) => older - kept(old) + kept(fresh),
  })
}

/** Locales and owners found among the items, most used first. */
export async function listFoundValues(context: Context) {
  authorize(context.actor, 'item.read')
  const { facts } = await loadFacts(context, context.actor.workspaceId)
  const { locales, owners } = valuesFound(facts)
  const names = await listUserNames(context.db.read, owners)
  return { locales, owners: owners.map((id) => ({ id, name: names.get(id) ?? id })) }
}
