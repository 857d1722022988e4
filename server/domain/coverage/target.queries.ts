import type { Reader } from '@/db/database'
import { listTargets as listRecords, type TargetRecord } from '@/db/stores/targets'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { coverageDimension, type Target } from '@/server/domain/coverage/coverage.schema'

/** Every target that the workspace set itself; presets are not among them. */
export async function listTargets({ actor, db }: Pick<Context, 'actor' | 'db'>): Promise<Target[]> {
  authorize(actor, 'item.read')
  return loadTargets(db.read, actor.workspaceId)
}

/** The same for whoever is already allowed. */
export async function loadTargets(read: Reader, workspaceId: string): Promise<Target[]> {
  return (await listRecords(read, workspaceId)).map(targetOf)
}

export function targetOf({ dimension, phase, value, min, ideal, max, reason, revision }: TargetRecord): Target {
  const numbers = min === null || ideal === null ? null : { min, ideal, max }
  return { dimension: coverageDimension.parse(dimension), phase, value, numbers, reason, revision }
}
