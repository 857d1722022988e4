import type { Stamp, Writer } from '@/db/database'
import { moveLeftovers } from '@/db/stores/leftovers'
import { deleteTerm, updateTerm } from '@/db/stores/vocabulary'
import { authorize } from '@/server/domain/access/authorize'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { listClaimants, moveTerm, previewMove } from '@/server/domain/vocabulary/move.commands'
import { currentTerm } from '@/server/domain/vocabulary/term.commands'
import { cleanSynonyms } from '@/server/domain/vocabulary/term.rules'
import type { MovePreview, TermMerge } from '@/server/domain/vocabulary/term.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { phaseDetails, stages } from '@/server/domain/vocabulary/vocabulary.schema'

/** What merging one term into another would change. */
export async function previewMerge({ actor, db }: Context, merge: TermMerge): Promise<MovePreview> {
  authorize(actor, merge.dimension === 'phase' ? 'journey.edit' : 'vocabulary.edit')
  await currentTerm(db.read, actor.workspaceId, merge.dimension, merge.from)
  await currentTerm(db.read, actor.workspaceId, merge.dimension, merge.into)
  return previewMove(db.read, actor.workspaceId, merge)
}

/**
 * Merges one term into another in one change set: items, targets and questions move, the old names become synonyms, the
 * old term goes. Refuses when another number of items carries the term than `expectedItems`, the one the person saw.
 */
export async function mergeTerms(
  ctx: Context,
  merge: TermMerge,
  expectedItems: number,
): Promise<{ changeSet: string; moved: MovePreview }> {
  const { dimension, from, into } = merge
  const { workspaceId } = ctx.actor
  authorize(ctx.actor, dimension === 'phase' ? 'journey.edit' : 'vocabulary.edit')
  if (from === into) throw new Problem('invalid', 'vocabulary.problem.mergeIntoItself')
  const stamp = stampOf(ctx)
  const claimants = await listClaimants(ctx, workspaceId, merge)
  const moved = await ctx.db.write(workspaceId, async (tx) => {
    const old = await currentTerm(tx, workspaceId, dimension, from)
    const preview = await previewMove(tx, workspaceId, merge)
    if (preview.items !== expectedItems)
      throw new Problem('conflict', 'vocabulary.problem.countChanged', { items: preview.items })
    await moveTerm(tx, stamp, merge, 'merge', claimants)
    const target = await currentTerm(tx, workspaceId, dimension, into)
    const name = { en: target.nameEn, de: target.nameDe }
    const synonyms = cleanSynonyms([...target.synonyms, old.nameDe, old.nameEn, ...old.synonyms], name).slice(0, 100)
    const details = dimension === 'phase' ? joinStages(target.details, old.details) : target.details
    await updateTerm(tx, stamp, target, { synonyms, details }, 'merge')
    if (dimension === 'campaign') {
      await moveLeftovers(tx, stamp, from, into)
      await moveChildren(tx, stamp, from, into)
    }
    await deleteTerm(tx, stamp, old)
    return preview
  })
  return { changeSet: stamp.changeSet, moved }
}

/** What stood under the old campaign stands under the other; if that was among them, it takes the place of the old one. */
async function moveChildren(tx: Writer, stamp: Stamp, from: string, into: string): Promise<void> {
  const { campaign } = await loadVocabulary(tx, stamp.workspaceId)
  const above = campaign.find(({ key }) => key === from)?.details.parent ?? null
  const isUnder = familyOf(from, campaign).includes(into)
  for (const { key, details } of campaign) {
    const parent = key === into && isUnder ? above : details.parent === from ? into : details.parent
    if (parent === details.parent) continue
    const current = await currentTerm(tx, stamp.workspaceId, 'campaign', key)
    await updateTerm(tx, stamp, current, { details: { ...details, parent } }, 'merge')
  }
}

/** A phase that takes another in stands for the stages of both. */
function joinStages(target: unknown, old: unknown): unknown {
  const kept = phaseDetails.parse(target)
  const added = phaseDetails.parse(old).stages
  return { ...kept, stages: stages.filter((stage) => kept.stages.includes(stage) || added.includes(stage)) }
}
