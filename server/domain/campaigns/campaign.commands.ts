import type { Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { findBodies, listItemsById, listTaggedItems, type NewItem } from '@/db/stores/items'
import { authorize } from '@/server/domain/access/authorize'
import { copyBriefs } from '@/server/domain/briefs/copy.commands'
import { factsByCampaign, factsOfFamily, spanOf } from '@/server/domain/campaigns/campaign.rules'
import type { CampaignCopy, CampaignCreate, CampaignMade } from '@/server/domain/campaigns/campaign.schema'
import { templateItems, templatePlan } from '@/server/domain/campaigns/template.rules'
import { copyOf } from '@/server/domain/content/copy.rules'
import { faultProblem } from '@/server/domain/content/item.commands'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import { loadWritingWorld, type WritingWorld } from '@/server/domain/content/item-world.queries'
import { addItems, prepareItem } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { addDays, daysBetween, momentOf } from '@/server/domain/facts/moment.rules'
import { usualPersonas } from '@/server/domain/gaps/brief.rules'
import { answersOf } from '@/server/domain/gaps/planned-content.rules'
import { copyTasks } from '@/server/domain/tasks/copy.commands'
import { addTerm } from '@/server/domain/vocabulary/term.commands'
import type { Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import { stepsOfType } from '@/server/domain/workflow/workflow.rules'
import { writtenLocale } from '@/server/domain/workspaces/workspace.rules'
import { campaignTemplate } from '@/server/presets/campaigns'

type Details = TermDetails<'campaign'>
/** Beyond this a copy would be felt by everybody else; such a campaign is better copied in parts. */
const mostCopied = 2_000

/**
 * A new campaign, empty or from a template: then with its goal, its plan, and its planned items from the first day on. Without
 * that day they would be ideas that nobody dates any more, so a template needs it.
 */
export async function createCampaign(
  context: Context,
  { template, name, startsOn, ...given }: CampaignCreate,
): Promise<CampaignMade> {
  const { actor, db } = context
  authorize(actor, 'campaign.edit')
  authorize(actor, 'item.create')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const { vocabulary, workspace, facts } = world.held
  const language = writtenLocale(workspace.locale)
  const preset = template === null ? null : campaignTemplate(template)
  const place = startsOn === null ? null : { vocabulary, language, startsOn }
  if (preset && !place) throw new Problem('invalid', 'campaigns.problem.startMissing')
  const ownerId = actor.kind === 'member' ? actor.userId : null
  const details: Partial<Details> = {
    ownerId,
    startsOn,
    ...(preset && place ? templatePlan(preset, place) : {}),
    ...given,
  }
  const { answered } = answersOf(facts, momentOf(context.now().getTime(), workspace.timeZone))
  const known = {
    locale: workspace.locale,
    personaOf: usualPersonas(facts, vocabulary),
    isAnswered: (question: string) => answered.has(question),
  }
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const term = await addCampaign(tx, stamp, name, details)
    const creates = preset && place ? templateItems(preset, { ...known, ...place, ownerId }) : []
    const items = creates.map((create) => ({ ...create, tags: { ...create.tags, campaign: [term.key] } }))
    await addAll(tx, context, stamp, items, withCampaigns(world, [term]))
    return { key: term.key, changeSet: stamp.changeSet, items: items.length }
  })
}

/**
 * A copy of a campaign, of the campaigns under it, and of their items as ideas or, where they have a day, as planned. All days
 * move by as much as the first day does (its own, else that of its items), those of the tasks too; briefs come along with
 * nothing ticked. What is already over or said of the old one (health, results) stays behind.
 */
export async function copyCampaign(context: Context, { key, name, startsOn }: CampaignCopy): Promise<CampaignMade> {
  const { actor, db } = context
  authorize(actor, 'campaign.edit')
  authorize(actor, 'item.create')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const all = world.held.vocabulary.campaign
  const root = all.find((term) => term.key === key)
  if (!root) throw new Problem('not_found', 'campaigns.problem.noSuchCampaign')
  const family = familyOf(root, all)
  const first = root.details.startsOn ?? firstDayOf(family, world)
  const days = startsOn !== null && first !== null ? daysBetween(first, startsOn) : 0
  const moved = (day: string | null) => (day === null ? null : addDays(day.slice(0, 10), days) + day.slice(10))
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const made = new Map<string, Term<'campaign'>>()
    for (const { key: old, name: oldName, details } of family) {
      const parent = details.parent === null || old === key ? details.parent : (made.get(details.parent)?.key ?? details.parent)
      const span = {
        startsOn: old === key && startsOn !== null ? startsOn : moved(details.startsOn),
        endsOn: moved(details.endsOn),
      }
      const copied: Details = { ...details, ...span, parent, state: 'draft', health: null }
      const title = old === key ? name : freeName(oldName.en || oldName.de, [...all, ...made.values()])
      made.set(old, await addCampaign(tx, stamp, title, copied))
    }
    const ids = await listTaggedItems(tx, actor.workspaceId, 'campaign', [...made.keys()])
    const sources = (await listItemsById(tx, actor.workspaceId, ids)).filter(({ deletedAt }) => deletedAt === null)
    if (sources.length > mostCopied) throw new Problem('limit_reached', 'campaigns.problem.tooManyItems', { limit: mostCopied })
    const bodies = await findBodies(tx, actor.workspaceId, ids)
    const grown = withCampaigns(world, [...made.values()])
    const items = sources.map((source): ItemCreate => {
      const copy = copyOf(source, bodies.get(source.id) ?? '', world)
      const plannedFor = moved(source.plannedFor)
      const planned = stepsOfType(world.held.vocabulary, source.type).find(({ details }) => details.kind === 'planned')
      return {
        ...copy,
        ownerId: source.ownerId,
        plannedFor,
        dueOn: moved(source.dueOn),
        tags: { ...copy.tags, campaign: source.tags.campaign.flatMap((old) => made.get(old)?.key ?? []) },
        ...(plannedFor !== null && planned ? { step: planned.key } : {}),
      }
    })
    const copied = await addAll(tx, context, stamp, items, grown)
    const keys = new Map([...made].map(([old, term]) => [old, term.key]))
    await copyTasks(tx, stamp, 'campaign', keys, moved)
    const copies = new Map(sources.map((source, n) => [source.id, copied[n] ?? '']))
    await copyTasks(tx, stamp, 'item', copies, moved)
    await copyBriefs(tx, stamp, copies)
    return { key: made.get(key)?.key ?? '', changeSet: stamp.changeSet, items: items.length }
  })
}

/** The campaign and all under it, each after the one above. A circle ends where it closes. */
function familyOf(root: Term<'campaign'>, all: readonly Term<'campaign'>[]): Term<'campaign'>[] {
  const family = [root]
  for (const term of family) {
    for (const child of all) if (child.details.parent === term.key && !family.includes(child)) family.push(child)
  }
  return family
}

/** The first day of anything in it, for a campaign that has none of its own. */
function firstDayOf(family: readonly Term<'campaign'>[], { held }: WritingWorld): string | null {
  const keys = family.map(({ key }) => key)
  const { from } = spanOf(factsOfFamily(keys, factsByCampaign(held.facts)), held.workspace.timeZone)
  const days = [from, ...family.flatMap(({ details }) => [details.startsOn, details.endsOn])]
  return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)
}

function freeName(name: string, taken: readonly Term<'campaign'>[]): string {
  const names = new Set(taken.map((term) => term.name.en))
  for (let n = 2; ; n += 1) if (!names.has(`${name} ${n}`)) return `${name} ${n}`
}

async function addCampaign(tx: Writer, stamp: Stamp, name: string, details: Partial<Details>): Promise<Term<'campaign'>> {
  const term = await addTerm(tx, stamp, { dimension: 'campaign', name: { en: name, de: name }, details })
  return term as Term<'campaign'>
}

/** Items may name campaigns that came to be in the same write. */
function withCampaigns(world: WritingWorld, made: readonly Term<'campaign'>[]): WritingWorld {
  const campaign = new Map([...world.terms.campaign, ...made.map((term) => [term.key, term] as const)])
  return { ...world, terms: { ...world.terms, campaign } }
}

async function addAll(tx: Writer, { actor, db }: Context, stamp: Stamp, creates: readonly ItemCreate[], world: WritingWorld) {
  const createdBy = actor.kind === 'member' ? actor.userId : null
  const items = creates.map((create): NewItem => {
    const prepared = prepareItem(create, { id: newId(), createdBy }, world)
    if (prepared.faults) throw faultProblem(prepared.faults)
    return prepared.value
  })
  await addItems(tx, db.search, stamp, items, world)
  return items.map(({ columns }) => columns.id)
}
