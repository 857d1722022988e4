import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { views } from '../schema'
import { recordChanges } from './changes'

export type ViewRecord = typeof views.$inferSelect
export type ViewChange = Partial<Pick<ViewRecord, 'name' | 'definition' | 'isDefault' | 'isLocked' | 'position'>>

const at = (workspaceId: string, id: string) => and(eq(views.workspaceId, workspaceId), eq(views.id, id))

/** A person's own views and those of the team, in their order. */
export async function listViews(read: Reader, workspaceId: string, userId: string | null): Promise<ViewRecord[]> {
  return read
    .select()
    .from(views)
    .where(
      and(
        eq(views.workspaceId, workspaceId),
        userId === null ? isNull(views.ownerId) : or(isNull(views.ownerId), eq(views.ownerId, userId)),
      ),
    )
    .orderBy(asc(views.screen), asc(views.position), asc(views.name), asc(views.id))
}

export async function findView(read: Reader, workspaceId: string, id: string): Promise<ViewRecord | undefined> {
  const [row] = await read.select().from(views).where(at(workspaceId, id))
  return row
}

const logged = ({ screen, name, ownerId, createdBy, isDefault, isLocked, definition, position }: ViewRecord) => ({
  screen,
  name,
  ownerId,
  createdBy,
  isDefault,
  isLocked,
  definition,
  position,
})

export async function insertView(
  tx: Writer,
  stamp: Stamp,
  row: Omit<ViewRecord, 'workspaceId' | 'revision' | 'updatedAt'>,
): Promise<ViewRecord> {
  const [saved] = await tx
    .insert(views)
    .values({ ...row, workspaceId: stamp.workspaceId, updatedAt: stamp.at })
    .returning()
  if (!saved) throw new Error('the view was not inserted')
  await recordChanges(tx, stamp, [
    { subject: 'view', subjectId: saved.id, operation: 'create', before: null, after: logged(saved) },
  ])
  return saved
}

/** Returns undefined when somebody else saved first. */
export async function updateView(
  tx: Writer,
  stamp: Stamp,
  current: ViewRecord,
  change: ViewChange,
): Promise<ViewRecord | undefined> {
  const names = (Object.keys(change) as (keyof ViewChange)[]).filter((name) => change[name] !== current[name])
  if (names.length === 0) return current
  const [saved] = await tx
    .update(views)
    .set({ ...change, revision: sql`${views.revision} + 1`, updatedAt: stamp.at })
    .where(and(at(stamp.workspaceId, current.id), eq(views.revision, current.revision)))
    .returning()
  if (!saved) return undefined
  const of = (row: ViewRecord) => Object.fromEntries(names.map((name) => [name, row[name]]))
  await recordChanges(tx, stamp, [
    { subject: 'view', subjectId: saved.id, operation: 'edit', before: of(current), after: of(saved) },
  ])
  return saved
}

export async function deleteView(tx: Writer, stamp: Stamp, current: ViewRecord): Promise<void> {
  await tx.delete(views).where(at(stamp.workspaceId, current.id))
  await recordChanges(tx, stamp, [
    { subject: 'view', subjectId: current.id, operation: 'delete', before: logged(current), after: null },
  ])
}
