import type { Reader } from '@/db/database'
import { listItemsById, listTaggedItems, type StoredItem, saveItems } from '@/db/stores/items'
import { deleteTerm, updateTerm } from '@/db/stores/vocabulary'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { PhaseRemoval, PhaseSplit, SplitPreview } from '@/server/domain/journeys/phase.schema'
import { type Side, sideOf, splitTag } from '@/server/domain/journeys/split.rules'
import { moveTerm, previewMove } from '@/server/domain/vocabulary/move.commands'
import { addTerm, currentTerm, reorder } from '@/server/domain/vocabulary/term.commands'
import type { MovePreview } from '@/server/domain/vocabulary/term.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { phaseDetails, questionDetails, type Stage, stages } from '@/server/domain/vocabulary/vocabulary.schema'
import { loseApprovals } from '@/server/domain/workflow/approval.commands'
import { purposePresets } from '@/server/presets/purposes'

/** What removing a phase would change; `into` null: its items go to no other phase. */
export async function previewRemoval({ actor, db }: Context, key: string, into: string | null): Promise<MovePreview> {
  authorize(actor, 'journey.edit')
  await currentTerm(db.read, actor.workspaceId, 'phase', key)
  return previewMove(db.read, actor.workspaceId, { dimension: 'phase', from: key, into })
}

/** Removes a phase and says where its items, targets, questions and stages go. Refuses when the number of items is not the one seen. */
export async function removePhase(
  ctx: Context,
  { key, revision, into, stagesInto = into, expectedItems }: PhaseRemoval,
): Promise<{ changeSet: string; moved: MovePreview }> {
  authorize(ctx.actor, 'journey.edit')
  const { workspaceId } = ctx.actor
  if (into === key || stagesInto === key) throw new Problem('invalid', 'vocabulary.problem.mergeIntoItself')
  const stamp = stampOf(ctx)
  const moved = await ctx.db.write(workspaceId, async (tx) => {
    const current = await currentTerm(tx, workspaceId, 'phase', key, revision)
    if (into !== null) await currentTerm(tx, workspaceId, 'phase', into)
    const { phase } = await loadVocabulary(tx, workspaceId)
    if (phase.length === 1) throw new Problem('invalid', 'vocabulary.problem.lastPhase')
    const move = { dimension: 'phase', from: key, into } as const
    const preview = await previewMove(tx, workspaceId, move)
    if (preview.items !== expectedItems)
      throw new Problem('conflict', 'vocabulary.problem.countChanged', { items: preview.items })
    await moveTerm(tx, stamp, move, 'removePhase')
    if (stagesInto !== null) {
      const taking = await currentTerm(tx, workspaceId, 'phase', stagesInto)
      const details = phaseDetails.parse(taking.details)
      const both = new Set([...details.stages, ...phaseDetails.parse(current.details).stages])
      const joined = stages.filter((stage) => both.has(stage))
      if (joined.length > details.stages.length)
        await updateTerm(tx, stamp, taking, { details: { ...details, stages: joined } }, 'removePhase')
    }
    await deleteTerm(tx, stamp, current)
    return preview
  })
  return { changeSet: stamp.changeSet, moved }
}

/** How many items a split would take along. */
export async function previewSplit(
  { actor, db }: Context,
  { key, stages, items }: Pick<PhaseSplit, 'key' | 'stages' | 'items'>,
): Promise<SplitPreview> {
  authorize(actor, 'journey.edit')
  const phase = await currentTerm(db.read, actor.workspaceId, 'phase', key)
  const carriers = await listCarriers(db.read, actor.workspaceId, key)
  const sides = carriers.map((item) => sideFor(item, items, phaseDetails.parse(phase.details).stages, stages))
  const count = (side: Side) => sides.filter((one) => one === side).length
  return { items: carriers.length, moving: count('new'), both: count('both') }
}

/** Makes a new phase beside an old one, which gives it stages, items and questions. */
export async function splitPhase(ctx: Context, split: PhaseSplit): Promise<{ changeSet: string; key: string }> {
  authorize(ctx.actor, 'journey.edit')
  const { workspaceId } = ctx.actor
  const stamp = stampOf(ctx)
  const key = await ctx.db.write(workspaceId, async (tx) => {
    const old = await currentTerm(tx, workspaceId, 'phase', split.key, split.revision)
    const details = phaseDetails.parse(old.details)
    const moving = details.stages.filter((stage) => split.stages.includes(stage))
    const { letter, hue, name } = split
    const fresh = await addTerm(tx, stamp, {
      dimension: 'phase',
      name,
      details: { letter, hue, stages: moving, weight: details.weight },
    })
    const staying = details.stages.filter((stage) => !moving.includes(stage))
    await updateTerm(tx, stamp, old, { details: { ...details, stages: staying } }, 'split')

    const vocabulary = await loadVocabulary(tx, workspaceId)
    const others = vocabulary.phase.map((phase) => phase.key).filter((phase) => phase !== fresh.key)
    await reorder(
      tx,
      stamp,
      'phase',
      others.flatMap((phase) => (phase === old.key ? [phase, fresh.key] : [phase])),
    )

    const carriers = await listCarriers(tx, workspaceId, old.key)
    const saves = carriers.map((current) => {
      const side = sideFor(current, split.items, details.stages, moving)
      return { current, change: { columns: {}, tags: { phase: splitTag(current.tags.phase, old.key, fresh.key, side) } } }
    })
    const { changes } = await loseApprovals(tx, stamp, saves, vocabulary)
    await saveItems(tx, stamp, changes, 'split')

    for (const question of split.questions) {
      const term = await currentTerm(tx, workspaceId, 'question', question)
      const current = questionDetails.parse(term.details)
      if (current.phase === old.key) await updateTerm(tx, stamp, term, { details: { ...current, phase: fresh.key } }, 'split')
    }
    return fresh.key
  })
  return { changeSet: stamp.changeSet, key }
}

async function listCarriers(read: Reader, workspaceId: string, phase: string): Promise<StoredItem[]> {
  return listItemsById(read, workspaceId, await listTaggedItems(read, workspaceId, 'phase', [phase]))
}

const stagesOfPurpose = new Map(purposePresets.map(({ key, stages }) => [key, stages]))

function sideFor(item: StoredItem, items: PhaseSplit['items'], all: readonly Stage[], moving: readonly Stage[]): Side {
  if (items !== 'byPurpose') return items === 'both' ? 'both' : 'old'
  const served = item.purpose === null ? [] : (stagesOfPurpose.get(item.purpose) ?? [])
  return sideOf(
    served,
    all.filter((stage) => !moving.includes(stage)),
    moving,
  )
}
