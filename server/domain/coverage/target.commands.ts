import type { Reader } from '@/db/database'
import { listSubjectChanges } from '@/db/stores/changes'
import { findTarget, putTarget, removeTarget } from '@/db/stores/targets'
import { findTerm } from '@/db/stores/vocabulary'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import type { Target } from '@/server/domain/coverage/coverage.schema'
import { targetOf } from '@/server/domain/coverage/target.queries'
import type { TargetClear, TargetPlaceInput, TargetSet } from '@/server/domain/coverage/target.schema'
import { Problem } from '@/server/domain/errors'
import { isDimension } from '@/server/domain/vocabulary/vocabulary.rules'

/** Sets what a cell, row or column has to reach, or that it does not apply. */
export async function setTarget(
  ctx: Context,
  { revision, content, ...place }: TargetSet,
): Promise<{ changeSet: string; target: Target }> {
  authorize(ctx.actor, 'target.set')
  const stamp = stampOf(ctx)
  const saved = await ctx.db.write(ctx.actor.workspaceId, async (tx) => {
    await checkPlace(tx, ctx.actor.workspaceId, place)
    await checkRevision(tx, ctx.actor.workspaceId, place, revision)
    const { numbers, reason } = content
    return putTarget(tx, stamp, place, {
      min: numbers?.min ?? null,
      ideal: numbers?.ideal ?? null,
      max: numbers?.max ?? null,
      reason,
    })
  })
  return { changeSet: stamp.changeSet, target: targetOf(saved) }
}

/** Takes the workspace's own target away: the default of row, column or preset holds again. */
export async function clearTarget(ctx: Context, { revision, ...place }: TargetClear): Promise<{ changeSet: string }> {
  authorize(ctx.actor, 'target.set')
  const stamp = stampOf(ctx)
  await ctx.db.write(ctx.actor.workspaceId, async (tx) => {
    await checkRevision(tx, ctx.actor.workspaceId, place, revision)
    await removeTarget(tx, stamp, place)
  })
  return { changeSet: stamp.changeSet }
}

async function checkPlace(read: Reader, workspaceId: string, { dimension, phase, value }: TargetPlaceInput): Promise<void> {
  if (phase === '' && value === '') throw new Problem('invalid', 'targets.problem.noPlace')
  const isKnown = async (of: string, key: string) =>
    key === '' || !isDimension(of) || (await findTerm(read, workspaceId, of, key)) !== undefined
  if (!((await isKnown('phase', phase)) && (await isKnown(dimension, value))))
    throw new Problem('not_found', 'targets.problem.noPlace')
}

async function checkRevision(read: Reader, workspaceId: string, place: TargetPlaceInput, revision: number | null): Promise<void> {
  const current = await findTarget(read, workspaceId, place)
  if ((current?.revision ?? null) === revision) return
  const [last] = await listSubjectChanges(read, workspaceId, 'target', `${place.dimension}/${place.phase}/${place.value}`, {
    limit: 1,
  })
  const since = last ? { actor: last.actor, at: last.at } : null
  throw new Problem('conflict', 'targets.problem.overtaken', {}, { since, target: current ? targetOf(current) : null })
}
