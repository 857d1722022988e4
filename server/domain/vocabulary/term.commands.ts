import type { Reader, Stamp, Writer } from '@/db/database'
import { listSubjectChanges } from '@/db/stores/changes'
import { listMembers } from '@/db/stores/members'
import {
  countTermUse,
  deleteTerm as dropTerm,
  findTerm,
  insertTerms,
  type NewTerm,
  type TermRecord,
  updateTerm,
} from '@/db/stores/vocabulary'
import type { Ability } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { refuseUnknown } from '@/server/domain/campaigns/references.rules'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { listClaimants, moveTerm } from '@/server/domain/vocabulary/move.commands'
import { checkTerms, cleanSynonyms, inBothLanguages, newDetails, newKey } from '@/server/domain/vocabulary/term.rules'
import {
  maxTermsPerDimension,
  type TermArchive,
  type TermCreate,
  type TermDelete,
  type TermEdits,
} from '@/server/domain/vocabulary/term.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { detailsOf, liveTerms, termOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { placeForStep, refuseLastOfKind } from '@/server/domain/workflow/steps.rules'

const ownAbilities: { readonly [D in Dimension]?: Ability } = {
  phase: 'journey.edit',
  campaign: 'campaign.edit',
  step: 'workflow.set',
}
const creating = (dimension: Dimension): Ability => ownAbilities[dimension] ?? 'vocabulary.create'
const editing = (dimension: Dimension): Ability => ownAbilities[dimension] ?? 'vocabulary.edit'

/** Adds terms at the end of their lists, all or none. */
export async function createTerms(ctx: Context, creates: readonly TermCreate[]): Promise<{ changeSet: string; terms: Term[] }> {
  for (const { dimension } of creates) authorize(ctx.actor, creating(dimension))
  const stamp = stampOf(ctx)
  const terms = await ctx.db.write(ctx.actor.workspaceId, async (tx) => {
    const made: Term[] = []
    for (const create of creates) made.push(await addTerm(tx, stamp, create))
    for (const term of made) if (term.dimension === 'step') await putInOrder(tx, stamp, term as Term<'step'>)
    await checkCampaignPointers(
      tx,
      stamp.workspaceId,
      made.flatMap(({ dimension, details }) => (dimension === 'campaign' ? [{ before: null, after: details }] : [])),
    )
    return made
  })
  return { changeSet: stamp.changeSet, terms }
}

/** Steps stand in the order of work, so a new one does not come last. */
async function putInOrder(tx: Writer, stamp: Stamp, { key, details }: Term<'step'>): Promise<void> {
  const others = (await loadVocabulary(tx, stamp.workspaceId)).step.filter((step) => step.key !== key)
  const order = others.filter(({ archivedAt }) => archivedAt === null).map((step) => step.key)
  await reorder(tx, stamp, 'step', order.toSpliced(placeForStep(others, details.kind), 0, key))
}

/** One new term inside a running write; it comes last. */
export async function addTerm(tx: Writer, stamp: Stamp, create: TermCreate): Promise<Term> {
  const { dimension } = create
  const vocabulary = await loadVocabulary(tx, stamp.workspaceId)
  const existing: readonly Term[] = vocabulary[dimension]
  if (existing.length >= maxTermsPerDimension)
    throw new Problem('limit_reached', 'vocabulary.problem.tooMany', { limit: maxTermsPerDimension })
  const name = inBothLanguages(create.name)
  const term: NewTerm = {
    dimension,
    key: newKey(name, existing),
    nameEn: name.en,
    nameDe: name.de,
    position: Math.max(-1, ...existing.map((other) => other.position)) + 1,
    synonyms: cleanSynonyms(create.synonyms ?? [], name),
    details: detailsOf(dimension).parse(newDetails(dimension, create.details ?? {}, vocabulary)),
    origin: 'own',
    source: null,
  }
  const made = termOf(dimension, { ...term, archivedAt: null, revision: 1 })
  checkTerms(dimension, [...existing, made], new Set([made.key]), vocabulary)
  await insertTerms(tx, stamp, [term])
  return made
}

/** Saves several edits of one dimension and, where given, its order: all or none, one change set. */
export async function editTerms(ctx: Context, edits: TermEdits): Promise<{ changeSet: string }> {
  authorize(ctx.actor, editing(edits.dimension))
  const stamp = stampOf(ctx)
  await ctx.db.write(ctx.actor.workspaceId, async (tx) => changeTerms(tx, stamp, edits))
  return { changeSet: stamp.changeSet }
}

/** The same inside a running write, for commands that have authorized. */
export async function changeTerms(tx: Writer, stamp: Stamp, { dimension, edits, order }: TermEdits): Promise<void> {
  const changed: Changed[] = []
  for (const { key, revision, change } of edits) {
    const current = await currentTerm(tx, stamp.workspaceId, dimension, key, revision)
    const name = inBothLanguages(change.name ?? { en: current.nameEn, de: current.nameDe })
    const synonyms = cleanSynonyms(change.synonyms ?? current.synonyms, name)
    const details = detailsOf(dimension).parse({ ...Object(current.details), ...change.details })
    await saved(tx, await updateTerm(tx, stamp, current, { nameEn: name.en, nameDe: name.de, synonyms, details }), current)
    if (dimension === 'campaign') changed.push({ before: current.details, after: details })
  }
  if (order) await reorder(tx, stamp, dimension, order)
  const vocabulary = await loadVocabulary(tx, stamp.workspaceId)
  checkTerms(dimension, vocabulary[dimension], new Set(edits.map(({ key }) => key)), vocabulary)
  await checkCampaignPointers(tx, stamp.workspaceId, changed)
}

/** Details of a campaign as they stand in its row. */
interface Changed {
  readonly before: unknown
  readonly after: unknown
}

/** Unlike what a list of terms says of itself this needs to know who is a member. */
async function checkCampaignPointers(tx: Reader, workspaceId: string, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return
  const vocabulary = await loadVocabulary(tx, workspaceId)
  const memberIds = (await listMembers(tx, workspaceId)).map(({ userId }) => userId)
  const { parse } = detailsOf('campaign')
  for (const { before, after } of changed)
    refuseUnknown(before === null ? null : parse(before), parse(after), { vocabulary, memberIds })
}

/** Archived terms keep their places behind the others. A list that misses somebody's new term is out of date. */
export async function reorder(tx: Writer, stamp: Stamp, dimension: Dimension, order: readonly string[]): Promise<void> {
  const vocabulary = await loadVocabulary(tx, stamp.workspaceId)
  const live = liveTerms(vocabulary, dimension).map(({ key }) => key)
  if (live.length !== order.length || live.some((key) => !order.includes(key))) {
    throw new Problem('conflict', 'vocabulary.problem.listChanged')
  }
  const archived = vocabulary[dimension].filter((term: Term) => term.archivedAt !== null).map(({ key }) => key)
  for (const [position, key] of [...order, ...archived].entries()) {
    const current = await findTerm(tx, stamp.workspaceId, dimension, key)
    if (current && current.position !== position) await updateTerm(tx, stamp, current, { position }, 'reorder')
  }
}

/** An archived term stays on the items that carry it and is offered no more. */
export async function archiveTerm(
  ctx: Context,
  { dimension, key, revision, archived }: TermArchive,
): Promise<{ changeSet: string }> {
  authorize(ctx.actor, editing(dimension))
  if (dimension === 'phase') throw new Problem('invalid', 'vocabulary.problem.phaseNotArchived')
  const stamp = stampOf(ctx)
  await ctx.db.write(ctx.actor.workspaceId, async (tx) => {
    const current = await currentTerm(tx, ctx.actor.workspaceId, dimension, key, revision)
    if (dimension === 'step' && archived) refuseLastOfKind((await loadVocabulary(tx, ctx.actor.workspaceId)).step, key)
    const change = { archivedAt: archived ? (current.archivedAt ?? ctx.now()) : null }
    await saved(tx, await updateTerm(tx, stamp, current, change, archived ? 'archive' : 'restore'), current)
  })
  return { changeSet: stamp.changeSet }
}

/** Deletes a term that nothing carries, not even in the trash. */
export async function deleteTerm(ctx: Context, { dimension, key, revision }: TermDelete): Promise<{ changeSet: string }> {
  authorize(ctx.actor, editing(dimension))
  if (dimension === 'phase') throw new Problem('invalid', 'vocabulary.problem.phaseNotArchived')
  const stamp = stampOf(ctx)
  const move = { dimension, from: key, into: null }
  const claimants = await listClaimants(ctx, ctx.actor.workspaceId, move)
  await ctx.db.write(ctx.actor.workspaceId, async (tx) => {
    const current = await currentTerm(tx, ctx.actor.workspaceId, dimension, key, revision)
    const use = (await countTermUse(tx, ctx.actor.workspaceId, dimension)).get(key)
    if (use) throw new Problem('conflict', 'vocabulary.problem.inUse', { items: use.items + use.trashed })
    if (dimension === 'campaign') {
      const { campaign } = await loadVocabulary(tx, ctx.actor.workspaceId)
      const count = campaign.filter(({ details }) => details.parent === key).length
      if (count > 0) throw new Problem('conflict', 'campaigns.problem.hasChildren', { count })
    }
    await moveTerm(tx, stamp, move, 'delete', claimants)
    await dropTerm(tx, stamp, current)
  })
  return { changeSet: stamp.changeSet }
}

/** The term at the revision the caller saw. Throws `not_found`, or `conflict` with who changed it since. */
export async function currentTerm(
  read: Reader,
  workspaceId: string,
  dimension: Dimension,
  key: string,
  revision?: number,
): Promise<TermRecord> {
  const current = await findTerm(read, workspaceId, dimension, key)
  if (!current) throw new Problem('not_found', 'vocabulary.problem.noSuchTerm', { key })
  if (revision !== undefined && current.revision !== revision) throw await overtaken(read, current)
  return current
}

async function saved(tx: Reader, row: TermRecord | undefined, current: TermRecord): Promise<TermRecord> {
  if (!row) throw await overtaken(tx, current)
  return row
}

async function overtaken(read: Reader, current: TermRecord): Promise<Problem> {
  const [last] = await listSubjectChanges(read, current.workspaceId, 'term', `${current.dimension}/${current.key}`, { limit: 1 })
  const details = { name: current.nameEn, nameDe: current.nameDe }
  const since = last ? { actor: last.actor, at: last.at, fields: Object.keys(last.after ?? {}) } : null
  return new Problem('conflict', 'vocabulary.problem.overtaken', details, { term: current.key, since })
}
