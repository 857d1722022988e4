import type { Reader, Stamp, Writer } from '@/db/database'
import { listItemsById, listTaggedItems, saveItems } from '@/db/stores/items'
import { listTargets, putTarget, removeTarget, type TargetRecord } from '@/db/stores/targets'
import { listTerms, updateTerm } from '@/db/stores/vocabulary'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { moveClaims, retag } from '@/server/domain/vocabulary/term.rules'
import type { LooseDimension, MovePreview } from '@/server/domain/vocabulary/term.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { questionDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import { loseApprovals } from '@/server/domain/workflow/approval.commands'

/** From one term to another of its dimension; `into` null: the tag goes and nothing takes its place. */
export interface Move {
  readonly dimension: LooseDimension
  readonly from: string
  readonly into: string | null
}

/** What a move would do, without doing it. */
export async function previewMove(read: Reader, workspaceId: string, { dimension, from, into }: Move): Promise<MovePreview> {
  const carriers = await listTaggedItems(read, workspaceId, dimension, [from])
  const others = into === null ? new Set() : new Set(await listTaggedItems(read, workspaceId, dimension, [into]))
  const moves = targetMoves(await listTargets(read, workspaceId), { dimension, from, into })
  const questions = await listQuestionsOf(read, workspaceId, dimension, from)
  return {
    items: carriers.length,
    both: carriers.filter((id) => others.has(id)).length,
    targets: moves.length,
    targetsDropped: moves.filter(({ to }) => to === null).length,
    questions: questions.length,
  }
}

/**
 * Ids of the items that make a claim about a topic, whether or not they carry it. Read before the write: facts hold the
 * claims of every item, and a claim of a moment ago would only stay with the old topic.
 */
export async function listClaimants(ctx: Pick<Context, 'db'>, workspaceId: string, { dimension, from }: Move): Promise<string[]> {
  if (dimension !== 'topic') return []
  const { facts } = await loadFacts(ctx, workspaceId)
  return facts.filter(({ fields }) => fields.claims?.some(({ topic }) => topic === from)).map(({ id }) => id)
}

/**
 * Moves tags, targets and questions, inside a running write; `claimants` as `listClaimants` found them. The term itself
 * stays: the caller decides about it.
 */
export async function moveTerm(
  tx: Writer,
  stamp: Stamp,
  move: Move,
  operation: string,
  claimants: readonly string[] = [],
): Promise<void> {
  const carriers = await listTaggedItems(tx, stamp.workspaceId, move.dimension, [move.from])
  await moveTags(tx, stamp, move, [...new Set([...carriers, ...claimants])], operation)
  await moveReferences(tx, stamp, move)
}

/** Moves the tag of these items. Items of the trash move too, or they could not come back. */
export async function moveTags(
  tx: Writer,
  stamp: Stamp,
  { dimension, from, into }: Move,
  ids: readonly string[],
  operation: string,
): Promise<void> {
  const items = await listItemsById(tx, stamp.workspaceId, ids)
  const saves = items.map((current) => ({
    current,
    change: {
      columns: dimension === 'topic' ? { fields: moveClaims(current.fields, from, into) } : {},
      tags: { [dimension]: retag(current.tags[dimension], from, into) },
    },
  }))
  const { changes } = await loseApprovals(tx, stamp, saves, await loadVocabulary(tx, stamp.workspaceId))
  await saveItems(tx, stamp, changes, operation)
}

/** Targets and customer questions that name the term. */
export async function moveReferences(tx: Writer, stamp: Stamp, move: Move): Promise<void> {
  for (const { target, to } of targetMoves(await listTargets(tx, stamp.workspaceId), move)) {
    await removeTarget(tx, stamp, target, 'move')
    if (to) await putTarget(tx, stamp, to, target, 'move')
  }
  const { dimension, from, into } = move
  for (const question of await listQuestionsOf(tx, stamp.workspaceId, dimension, from)) {
    await updateTerm(tx, stamp, question, { details: { ...Object(question.details), [dimension]: into } }, 'move')
  }
}

/** Where each target of the term goes. `to` null: away, because the other term has its own target there or there is none. */
function targetMoves(targets: readonly TargetRecord[], { dimension, from, into }: Move) {
  const placeKey = (place: Pick<TargetRecord, 'dimension' | 'phase' | 'value'>) =>
    `${place.dimension}/${place.phase}/${place.value}`
  const taken = new Set(targets.map(placeKey))
  return targets
    .filter((target) => (dimension === 'phase' ? target.phase === from : target.dimension === dimension && target.value === from))
    .map((target) => {
      if (into === null) return { target, to: null }
      const to = dimension === 'phase' ? { ...target, phase: into } : { ...target, value: into }
      return { target, to: taken.has(placeKey(to)) ? null : to }
    })
}

async function listQuestionsOf(read: Reader, workspaceId: string, dimension: LooseDimension, key: string) {
  if (dimension !== 'phase' && dimension !== 'topic') return []
  const terms = await listTerms(read, workspaceId)
  return terms.filter((term) => term.dimension === 'question' && questionDetails.parse(term.details)[dimension] === key)
}
