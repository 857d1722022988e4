import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import {
  factsByCampaign,
  factsOfFamily,
  outsideDaysOf,
  outsideOf,
  planLines,
  progressOf,
  proposedHealth,
  servesOnlyBefore,
  spanOf,
} from '@/server/domain/campaigns/campaign.rules'
import type { CampaignEffect, CampaignGaps, CampaignPage, CampaignRow } from '@/server/domain/campaigns/campaign.schema'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import type { Context } from '@/server/domain/context'
import type { CoverageCell, Mode } from '@/server/domain/coverage/coverage.schema'
import { coverageWithout } from '@/server/domain/coverage/coverage-without.queries'
import { Problem } from '@/server/domain/errors'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { type Moment, momentOf } from '@/server/domain/facts/moment.rules'
import type { Finding } from '@/server/domain/gaps/gap.schema'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { findGaps } from '@/server/domain/gaps/gaps.rules'
import { termByKey } from '@/server/domain/vocabulary/vocabulary.rules'
import type { CampaignPlan, Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** All campaigns, archived ones last, in their order. */
export async function listCampaigns(context: Context): Promise<CampaignRow[]> {
  authorize(context.actor, 'item.read')
  const held = await loadFacts(context, context.actor.workspaceId)
  const byCampaign = factsByCampaign(held.facts)
  const terms = held.vocabulary.campaign
  const names = await ownerNames(context, terms)
  const moment = momentOf(context.now().getTime(), held.workspace.timeZone)
  const rows = terms.map((term) => {
    const family = familyOf(term.key, terms)
    return rowOf(term, family, factsOfFamily(family, byCampaign), held, moment, names)
  })
  return [...rows.filter(({ isArchived }) => !isArchived), ...rows.filter(({ isArchived }) => isArchived)]
}

/** A campaign with what stands on its page at once; its effect and its gaps are asked for apart. */
export async function getCampaign(context: Context, key: string): Promise<CampaignPage> {
  authorize(context.actor, 'item.read')
  const { held, term, family, facts } = await findCampaign(context, key)
  const moment = momentOf(context.now().getTime(), held.workspace.timeZone)
  const row = rowOf(term, family, facts, held, moment, await ownerNames(context, [term]))
  const stages = new Map(held.vocabulary.phase.map((phase) => [phase.key, phase.details.stages]))
  const served = (phases: readonly string[]) => [...new Set(phases)].map((phase) => ({ stages: stages.get(phase) ?? [] }))
  const { plan } = term.details
  const whole = planOfFamily(family, held)
  return {
    ...row,
    lines: planLines(plan, facts, moment),
    outside: whole.length === 0 ? null : outsideOf(whole, facts, moment),
    wantedUnder: wantedOf(whole) - wantedOf(plan),
    outsideDays: outsideDaysOf(facts, term.details),
    servesOnlyBefore: servesOnlyBefore(served(facts.flatMap(({ phase }) => phase)), served(whole.map(({ phase }) => phase))),
    withoutPhase: facts.filter(({ phase }) => phase.length === 0).length,
    children: held.vocabulary.campaign.filter(({ details }) => details.parent === key).map((child) => child.key),
  }
}

/** What the campaign's items change in the heatmap and in readiness. */
export async function getCampaignEffect(context: Context, key: string, mode: Mode): Promise<CampaignEffect> {
  authorize(context.actor, 'item.read')
  const { held, facts } = await findCampaign(context, key)
  const { whole, without } = await coverageWithout(context, held, { by: 'channel', mode }, facts)
  const nameOf = ({ row, column }: { row: string; column: string }) => `${row} ${column}`
  const before = new Map(without.cells.map((cell) => [nameOf(cell), cell]))
  const side = ({ fresh, stale, state }: CoverageCell) => ({ fresh, stale, state })
  const cells = whole.cells.flatMap((cell) => {
    const old = before.get(nameOf(cell)) ?? { ...cell, fresh: 0, stale: 0 }
    if (old.fresh === cell.fresh && old.stale === cell.stale) return []
    return [{ row: cell.row, column: cell.column, ideal: cell.target?.ideal ?? null, without: side(old), with: side(cell) }]
  })
  const percentOf = ({ readiness }: typeof whole) => readiness?.percent ?? null
  const moment = momentOf(context.now().getTime(), held.workspace.timeZone)
  const counted = facts.filter((fact) => countsAs(fact, mode, moment, false))
  const isPresent = counted.length > 0 && counted.every((fact) => countsAs(fact, 'published', moment, false))
  return { mode, cells, readiness: { without: percentOf(without), with: percentOf(whole) }, isPresent }
}

/**
 * Gaps that what is live of the campaign keeps closed; open ones that would be closed if all its items were live today, those
 * that would stay, and those that would come.
 */
export async function getCampaignGaps(context: Context, key: string): Promise<CampaignGaps> {
  authorize(context.actor, 'item.read')
  const { facts } = await findCampaign(context, key)
  const state = await loadGaps(context)
  const mine = new Set(facts.map(({ id }) => id))
  const { nowMs } = state.moment
  const live = (fact: Fact): Fact =>
    mine.has(fact.id) ? { ...fact, status: 'published', publishedAt: Math.min(fact.publishedAt ?? nowMs, nowMs) } : fact
  const { workspace } = state.index
  const find = (facts: readonly Fact[]) => findGaps(facts, workspace, state.settings, state.moment)
  const found = find(state.held.facts.map(live))
  const after = new Set(found.map(({ id }) => id))
  const open = state.gaps.filter((gap) => gap.state === 'open' || gap.state === 'planned')
  const before = new Set(state.gaps.filter((gap) => gap.state !== 'resolved').map(({ id }) => id))
  const told = ({ id, rule, severity, phase, scope }: Finding) => ({
    id,
    rule,
    severity,
    phase,
    channel: scope.channel ?? null,
    topic: scope.topic ?? null,
    question: scope.question ?? null,
  })
  const itemOf = (id: string | undefined) => {
    const fact = id === undefined ? undefined : state.held.byId.get(id)
    return fact ? { id: fact.id, title: fact.title } : null
  }
  const isAnyLive = facts.some((fact) => countsAs(fact, 'published', state.moment, false))
  const without = isAnyLive ? find(state.held.facts.filter(({ id }) => !mine.has(id))) : []
  return {
    closed: without.filter(({ id }) => !before.has(id)).map(told),
    closes: open.filter(({ id }) => !after.has(id)).map(told),
    stays: open.filter(({ id }) => after.has(id)).map(told),
    opens: found.filter(({ id }) => !before.has(id)).map((finding) => ({ ...told(finding), item: itemOf(finding.scope.item) })),
  }
}

async function findCampaign(
  context: Context,
  key: string,
): Promise<{ held: WorkspaceFacts; term: Term<'campaign'>; family: readonly string[]; facts: readonly Fact[] }> {
  const held = await loadFacts(context, context.actor.workspaceId)
  const term = termByKey(held.vocabulary, 'campaign', key)
  if (!term) throw new Problem('not_found', 'campaigns.problem.noSuchCampaign')
  const family = familyOf(key, held.vocabulary.campaign)
  return { held, term, family, facts: factsOfFamily(family, factsByCampaign(held.facts)) }
}

const planOfFamily = (family: readonly string[], { vocabulary }: WorkspaceFacts): CampaignPlan[] =>
  vocabulary.campaign.flatMap(({ key, details }) => (family.includes(key) ? details.plan : []))

const wantedOf = (plan: readonly CampaignPlan[]): number => plan.reduce((sum, { count }) => sum + count, 0)

function rowOf(
  { key, name, details, archivedAt, revision }: Term<'campaign'>,
  family: readonly string[],
  facts: readonly Fact[],
  held: WorkspaceFacts,
  moment: Moment,
  names: ReadonlyMap<string, string>,
): CampaignRow {
  const { vocabulary, workspace } = held
  const plan = planOfFamily(family, held)
  const progress = progressOf(facts, { plan, endsOn: details.endsOn }, moment)
  const served = new Set([...plan.map(({ phase }) => phase), ...facts.flatMap(({ phase }) => phase)])
  return {
    key,
    name: name.en || name.de,
    isArchived: archivedAt !== null,
    revision,
    family: [...family],
    details,
    ownerName: details.ownerId === null ? null : (names.get(details.ownerId) ?? null),
    progress,
    proposed: proposedHealth(details, progress, moment.today),
    ...spanOf(facts, workspace.timeZone),
    phases: vocabulary.phase.map((phase) => phase.key).filter((phase) => served.has(phase)),
  }
}

const ownerNames = ({ db }: Context, terms: readonly Term<'campaign'>[]) =>
  listUserNames(
    db.read,
    terms.flatMap(({ details }) => details.ownerId ?? []),
  )
