import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { targets } from '../schema'
import { recordChanges } from './changes'

export type TargetRecord = typeof targets.$inferSelect
/** A cell, or with `phase` or `value` empty the default of a column or row. */
export type TargetPlace = Pick<TargetRecord, 'dimension' | 'phase' | 'value'>
export type TargetContent = Pick<TargetRecord, 'min' | 'ideal' | 'max' | 'reason'>

const subjectId = ({ dimension, phase, value }: TargetPlace): string => `${dimension}/${phase}/${value}`

/** The place that the log names as a target's subject id. */
export function targetPlaceOf(id: string): TargetPlace {
  const [dimension = '', phase = '', ...value] = id.split('/')
  return { dimension, phase, value: value.join('/') }
}

const at = (workspaceId: string, { dimension, phase, value }: TargetPlace) =>
  and(eq(targets.workspaceId, workspaceId), eq(targets.dimension, dimension), eq(targets.phase, phase), eq(targets.value, value))

const contentOf = ({ min, ideal, max, reason }: TargetContent): TargetContent => ({ min, ideal, max, reason })

export async function listTargets(read: Reader, workspaceId: string): Promise<TargetRecord[]> {
  return read
    .select()
    .from(targets)
    .where(eq(targets.workspaceId, workspaceId))
    .orderBy(asc(targets.dimension), asc(targets.phase), asc(targets.value))
}

export async function findTarget(read: Reader, workspaceId: string, place: TargetPlace): Promise<TargetRecord | undefined> {
  const [row] = await read.select().from(targets).where(at(workspaceId, place))
  return row
}

/** Sets what stands at a place, whatever stood there: the caller has compared revisions in the same write. */
export async function putTarget(
  tx: Writer,
  stamp: Stamp,
  place: TargetPlace,
  content: TargetContent,
  operation = 'set',
): Promise<TargetRecord> {
  const current = await findTarget(tx, stamp.workspaceId, place)
  const next = contentOf(content)
  if (current && JSON.stringify(contentOf(current)) === JSON.stringify(next)) return current
  const { dimension, phase, value } = place
  const [saved] = current
    ? await tx
        .update(targets)
        .set({ ...next, revision: sql`${targets.revision} + 1` })
        .where(at(stamp.workspaceId, place))
        .returning()
    : await tx
        .insert(targets)
        .values({ workspaceId: stamp.workspaceId, dimension, phase, value, ...next })
        .returning()
  if (!saved) throw new Error('the target was not saved')
  await recordChanges(tx, stamp, [
    {
      subject: 'target',
      subjectId: subjectId(place),
      operation,
      before: current ? { ...contentOf(current) } : null,
      after: { ...next },
    },
  ])
  return saved
}

/** Nothing happens where nothing stands. */
export async function removeTarget(tx: Writer, stamp: Stamp, place: TargetPlace, operation = 'clear'): Promise<void> {
  const [gone] = await tx.delete(targets).where(at(stamp.workspaceId, place)).returning()
  if (!gone) return
  await recordChanges(tx, stamp, [
    { subject: 'target', subjectId: subjectId(place), operation, before: { ...contentOf(gone) }, after: null },
  ])
}
